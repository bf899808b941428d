"""Read by Orca at its start: writes what is handed to the voice, one JSON object a line. Works with the Orca of Debian 12 (43) and 13 (48)."""
import json
import os
import time

from orca import speechdispatcherfactory

log = open(os.environ['HEARD'], 'a', buffering=1)


def put(kind, text=''):
    log.write(json.dumps({'t': time.time(), 'k': kind, 's': text}) + '\n')


def wrapped(kind, function, says):
    def call(self, *args, **more):
        put(kind, str(args[0]) if says and args else '')
        return function(self, *args, **more)
    return call


Server = speechdispatcherfactory.SpeechServer
for name, kind, says in (('_speak', 'say', True), ('speakCharacter', 'say', True), ('speak_character', 'say', True), ('_cancel', 'cut', False)):
    if hasattr(Server, name):
        setattr(Server, name, wrapped(kind, getattr(Server, name), says))

# The keys that are pressed are no words of the page.
try:
    from orca import settings
    settings.enableKeyEcho = settings.enableEchoByWord = settings.enableEchoByCharacter = False
except ImportError:
    pass

put('ready')
