"""A screen of its own with a session bus, a silent synthesiser, Orca and a browser: sends keys, and reads back every word that Orca says.

Nothing in the page is opened, injected or changed: a visitor's keyboard, and what is handed to the voice.
"""
import json
import os
import shutil
import signal
import subprocess
import time

HERE = os.path.dirname(os.path.abspath(__file__))
BUS_LAUNCHERS = ['/usr/libexec/at-spi-bus-launcher', '/usr/lib/at-spi2-core/at-spi-bus-launcher']

FIREFOX = {
    'browser.shell.checkDefaultBrowser': False, 'browser.startup.homepage_override.mstone': 'ignore', 'browser.aboutwelcome.enabled': False,
    'datareporting.policy.dataSubmissionEnabled': False, 'datareporting.policy.dataSubmissionPolicyBypassNotification': True,
    'toolkit.telemetry.enabled': False, 'accessibility.force_disabled': -1, 'app.normandy.enabled': False, 'browser.tabs.warnOnClose': False,
    'network.captive-portal-service.enabled': False, 'network.connectivity-service.enabled': False, 'termsofuse.acceptedVersion': 999,
    'browser.preonboarding.enabled': False,
}
CHROMIUM = [
    '--no-sandbox', '--force-renderer-accessibility', '--no-first-run', '--no-default-browser-check', '--disable-gpu', '--password-store=basic',
    '--disable-background-networking', '--use-mock-keychain', '--ozone-platform=x11', '--lang=en-US', '--disable-features=Translate,MediaRouter',
    '--window-size=1200,850',
]


class Session:
    def __init__(self, folder):
        shutil.rmtree(folder, ignore_errors=True)
        self.folder = folder
        self.processes = []
        self.bus = None
        self.said_file = self.path('said.jsonl')
        open(self.said_file, 'w').close()
        self.read_to = 0
        self.lines = []
        self.env = dict(
            os.environ, HOME=self.path('home/'), XDG_RUNTIME_DIR=self.path('run/'), LANG='C.UTF-8', LC_ALL='C.UTF-8',
            XDG_CONFIG_HOME=self.path('home/config/'), XDG_DATA_HOME=self.path('home/data/'), XDG_CACHE_HOME=self.path('home/cache/'),
            GTK_MODULES='gail:atk-bridge', GNOME_ACCESSIBILITY='1', ACCESSIBILITY_ENABLED='1', GSETTINGS_BACKEND='memory',
            XDG_SESSION_TYPE='x11', HEARD=self.said_file)
        for name in ('NO_AT_BRIDGE', 'WAYLAND_DISPLAY', 'SPEECHD_ADDRESS'):
            self.env.pop(name, None)
        os.chmod(self.path('run/'), 0o700)

    def path(self, name):
        """A file or, with a slash at its end, a folder of this session's own."""
        path = os.path.join(self.folder, name)
        os.makedirs(path if name.endswith('/') else os.path.dirname(path), exist_ok=True)
        return path

    def start(self, *command, name=None, **more):
        log = open(self.path((name or os.path.basename(command[0])) + '.log'), 'w')
        process = subprocess.Popen(command, env=self.env, stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, start_new_session=True, **more)
        self.processes.append(process)
        return process

    def wait_for(self, is_there, seconds, what):
        end = time.time() + seconds
        while not is_there():
            if time.time() > end:
                raise TimeoutError('did not come: ' + what)
            time.sleep(0.1)

    def up(self):
        told, tells = os.pipe()
        self.start('Xvfb', '-displayfd', str(tells), '-screen', '0', '1280x900x24', '-nolisten', 'tcp', pass_fds=[tells])
        os.close(tells)
        with os.fdopen(told) as display:
            self.env['DISPLAY'] = ':' + display.readline().strip()
        out = subprocess.check_output(['dbus-daemon', '--session', '--fork', '--print-address=1', '--print-pid=1'], env=self.env, text=True).split()
        self.env['DBUS_SESSION_BUS_ADDRESS'], self.bus = out[0], int(out[1])
        # Without a window manager no window is ever active, and Orca stays silent.
        self.start('openbox')
        launcher = next(path for path in BUS_LAUNCHERS if os.path.exists(path))
        self.start(launcher, '--launch-immediately', '--a11y=1', '--screen-reader=1')
        self.speech()
        customizations = self.path('home/data/orca/orca-customizations.py')
        shutil.copy(os.path.join(HERE, 'orca-customizations.py'), customizations)
        # There is one Orca for each user: it takes the place of any other.
        self.start('orca', '--replace')
        self.wait_for(lambda: any(line['k'] == 'ready' for line in self.read()), 90, 'Orca')

    def speech(self):
        """A synthesiser that is silent and takes as long as the words would: the dummy of speech-dispatcher wants a sound card."""
        shutil.copytree(os.path.join(HERE, 'speech'), self.path('speech'), dirs_exist_ok=True)
        module = self.path('speech/modules/heard.conf')
        with open(module) as file:
            text = file.read().replace('./heard.sh', self.path('speech/heard.sh'))
        with open(module, 'w') as file:
            file.write(text)
        socket = self.path('run/speech-dispatcher/speechd.sock')
        self.env['SPEECHD_ADDRESS'] = 'unix_socket:' + socket
        self.start('speech-dispatcher', '-s', '-t', '0', '-C', self.path('speech'), '-L', self.folder, '-P', self.path('run/speech.pid'), '-c', 'unix_socket', '-S', socket)
        self.wait_for(lambda: os.path.exists(socket), 30, 'speech-dispatcher')

    def browse(self, browser, program, address):
        profile = self.path('profile/')
        if browser == 'firefox':
            with open(os.path.join(profile, 'user.js'), 'w') as file:
                file.writelines(f'user_pref("{name}", {json.dumps(value)});\n' for name, value in FIREFOX.items())
            self.start(program, '--no-remote', '--profile', profile, '--width', '1200', '--height', '850', address, name='browser')
        else:
            self.start(program, *CHROMIUM, '--user-data-dir=' + profile, address, name='browser')

    def read(self):
        with open(self.said_file, 'rb') as file:
            file.seek(self.read_to)
            data = file.read()
        data = data[:data.rfind(b'\n') + 1]
        self.read_to += len(data)
        self.lines += [json.loads(line) for line in data.splitlines() if line]
        return self.lines

    def said_since(self, mark):
        return [line['s'].strip() for line in self.read()[mark:] if line['k'] == 'say' and line['s'].strip()]

    def hear(self, mark, first, still, most, until=bool):
        """What was said since the mark: once what is waited for was said (at first anything) and nothing more for a while."""
        end = time.time() + first
        while not until(' '.join(self.said_since(mark))) and time.time() < end:
            time.sleep(0.05)
        count, since, end = -1, time.time(), time.time() + most
        while time.time() < end and time.time() - since < still:
            if len(self.read()) != count:
                count, since = len(self.lines), time.time()
            time.sleep(0.05)
        return self.said_since(mark)

    def key(self, *keys):
        subprocess.run(['xdotool', 'key', '--delay', '30', *keys], env=self.env, check=True)

    def down(self):
        for how in (signal.SIGTERM, signal.SIGKILL):
            for process in reversed(self.processes):
                try:
                    os.killpg(process.pid, how)
                except ProcessLookupError:
                    pass
            time.sleep(0.5)
        if self.bus:
            os.kill(self.bus, signal.SIGTERM)
        for process in self.processes:
            process.wait()
