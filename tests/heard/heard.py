#!/usr/bin/python3
"""Walks the check by keyboard and by ear, with Orca, and holds what is heard to its meaning.

    heard.py [--write] [firefox=PROGRAM] [chromium=PROGRAM]

--write keeps what was heard in docs/heard. A step that failed is done once more, as a busy machine loses words; how many were is told.
Meaning is held, not whole transcripts: the words of a reader change from version to version. Answers are found by their words.
"""
import json
import os
import re
import signal
import subprocess
import sys
import traceback

from session import HERE, Session

ROOT = os.path.dirname(os.path.dirname(HERE))

# On a busy machine words come late: what is waited for quiet is longer there.
PATIENCE = min(1.5, max(1, os.getloadavg()[0] / 8))

# A calm way; the session's day is chosen by its word, its time left open.
CALM = {
    'who': 'self', 'age': '18-64', 'danger-signs': 'none', 'self-harm': 'no', 'setting': 'clinic', 'dose-as-planned': 'planned', 'alertness': 'awake',
    'slept': 'yes', 'company': 'with-adult', 'tiredness': 3, 'tiredness-first-day': 5, 'function': 'some', 'trend': 'better', 'rest-helps': 'helps',
    'body-symptoms': 'none', 'mind-symptoms': 'none', 'conditions': 'none', 'pregnancy': 'no', 'before-session': 'no', 'background-signs': 'none',
    'daily-dose': 'no', 'between-sessions': 'first', 'medicines': 'yes', 'taken-today': 'none', 'medicine-changes': 'none',
}
# The reader's own keys: by line, a row of numbers is read as one.
NEXT_RADIO, RADIO_BEFORE = 'r', 'shift+r'
TO_CONTROL = ['Tab', 'Shift+Tab', NEXT_RADIO, RADIO_BEFORE]
CONTROL = re.compile(r'\b(button|link|check box|combo box|entry)\b')
PROGRESS = {'en': r'Step \d+ of \d+', 'es': r'Paso \d+ de \d+'}


class Texts:
    """What a visitor reads, as said to somebody who answers about themselves."""

    def __init__(self, language):
        with open(os.path.join(ROOT, 'core', 'content', language + '.json')) as file:
            self.messages = json.load(file)['messages']

    def __call__(self, key):
        return re.sub(r'\[([^|\]]*)\|[^\]]*\]', r'\1', self.messages[key]).strip()

    def begins(self, key):
        """Up to the first value that a text is filled with."""
        return self(key).split('{')[0].strip()

    def items(self):
        return {key[5:-5]: self.begins(key) for key in self.messages if re.fullmatch(r'item\.[\w-]+\.text', key)}


class NotHeard(Exception):
    pass


class Visitor:
    def __init__(self, browser, program, language, address):
        self.browser, self.program, self.language, self.address = browser, program, language, address
        self.t = Texts(language)
        self.questions = self.t.items()
        # A page has its title for a heading or, with one question, that question.
        self.headings = {key: self.t(key) + ' heading level' for key in self.t.messages
                         if re.fullmatch(r'page\.[\w-]+\.title|item\.[\w-]+\.text|ui\.(start|review)\.title', key)}
        self.session = Session(os.path.join(ROOT, 'build', 'heard', f'{browser}-{language}'))
        self.lines, self.results, self.asked, self.again = [], [], None, 0

    # --- keys and ears

    def write(self, line=''):
        self.lines.append(line)
        print(line, flush=True)

    def press(self, *keys, first=6, still=0.7, most=20, note='', until=None):
        # These keys go to a control: what it is may be said long after the name of its group.
        until = until or (CONTROL.search if keys[-1] in TO_CONTROL else bool)
        mark = len(self.session.read())
        self.session.key(*keys)
        said = self.session.hear(mark, first * PATIENCE, still * PATIENCE, most * PATIENCE, until)
        self.write(f'  [{" ".join(keys)}]{" (" + note + ")" if note else ""} ' + (' '.join(f'"{one}"' for one in said) or '(silence)'))
        heard = ' | '.join(said)
        found = [(heard.rfind(text), item) for item, text in self.questions.items() if text in heard]
        if found:
            self.asked = max(found)[1]
        return heard

    def go(self, note, *wanted):
        """Presses what is focused, and hears what comes of it until one of these texts was said."""
        return self.press('Return', first=15, still=1.5, most=20, note=note, until=lambda heard: any(text in heard for text in wanted))

    def back(self):
        """The browser's own Back, to hear a page change once more."""
        self.again += 1
        self.write('  -- once more')
        self.press('Alt+Left', first=15, still=1.5, note='back')

    def tab_to(self, text, kind=r'push button|button', key='Tab', most=60):
        """To the control of this kind that says this. Where the words of two keys come at once it was passed, and is gone back to."""
        for _ in range(most):
            heard = self.press(key)
            found = re.search(re.escape(text) + f' ?(?:{kind})', heard) if text else re.search(kind, heard)
            if not found:
                continue
            if not re.search(r'(?:button|link|check box)\b', heard[found.end():]):
                return heard
            key = 'Tab' if key == 'Shift+Tab' else 'Shift+Tab'
        raise NotHeard(f'not reached by {key}: {text or kind}')

    def holds(self, name, holds, heard=''):
        """Notes whether something was heard as it should be."""
        self.results.append((f'{self.browser} {self.language}: {name}', bool(holds), heard))
        self.write(f'  {"==" if holds else "!!"} {name}')
        return holds

    # --- steps

    def open(self):
        self.session.up()
        mark = len(self.session.read())
        self.write(f'The page is opened; the reader reads it all by itself. ({self.browser}, {self.language})')
        self.session.browse(self.browser, self.program, self.address)
        self.session.wait_for(lambda: 'Finished loading Tired' in ' '.join(self.session.said_since(mark)), 240, 'the page')
        self.session.hear(mark, 60, 0, 1, lambda heard: self.t('ui.start.title') in heard.split('Finished loading')[-1])
        self.press('Control_L', first=1, note='quiet')
        self.press('Control+Home', first=3)
        if self.language != 'en':
            self.tab_to('Español')
            self.heading(self.go('Español', self.headings['ui.start.title']), 'ui.start.title', 'the language')

    def heading(self, heard, page, name):
        """The heading of the new page, once, and nothing of the numbers above."""
        said = heard.count(self.headings.get(page, '-')) == 1 and self.t('ui.help.crisis') + ' ' not in heard
        return self.holds(f'{name}: the heading is heard once', said, heard)

    def choose(self, heard):
        """The answer of the group that was just entered; several boxes are met one by one."""
        item = self.asked
        if item not in CALM:
            return
        value = CALM[item]
        label = str(value) if isinstance(value, int) else self.t(f'item.{item}.option.{value}')
        hits = lambda heard: re.search(r'(^|\| |\. )' + re.escape(label.rstrip('.')) + r'(?=\W|$)', heard)
        if 'radio button' in heard:
            for _ in range(24):
                if hits(heard):
                    break
                heard = self.press(NEXT_RADIO)
                if not CONTROL.search(heard):  # in Chromium the reader does not always find the next one
                    heard = self.press('Down')
            if hits(heard) and 'not selected' in heard:
                self.press('space', note='choose')
        elif hits(heard) and 'not checked' in heard:
            self.press('space', note='choose')

    def answer_to(self, button):
        """By Tab through the page, each question answered, to its button."""
        for _ in range(80):
            heard = self.press('Tab')
            if self.t(button) in heard and 'button' in heard:
                return
            if 'combo box' in heard:
                day = self.t('ui.session.day') + ' ' in heard or self.t('ui.session.day.choose') in heard
                wanted = self.t.begins('ui.day.yesterday') if day else self.t('ui.session.time.unsure')
                for _ in range(4):
                    if wanted in heard:
                        break
                    heard = self.press('Down')
            elif 'radio button' in heard or 'check box' in heard:
                self.choose(heard)
        raise NotHeard('no button: ' + button)

    def errors(self):
        """Continue with nothing chosen."""
        t = self.t
        self.tab_to(t('ui.continue'))
        wanted = [t('ui.errors.title'), t('item.age.error')]
        heard = self.go('nothing chosen', wanted[-1])
        if any(heard.count(text) != 1 for text in wanted):
            self.again += 1
            self.tab_to(t('ui.continue'))
            heard = self.go('nothing chosen, once more', wanted[-1])
        self.holds('errors: their title and each of them is heard once', all(heard.count(text) == 1 for text in wanted), heard)

    def clearing(self):
        """A danger sign is marked, then "none of these"."""
        t = self.t
        self.tab_to('', 'check box')
        self.press('space', note='the first sign')
        self.tab_to(t('item.danger-signs.option.none'), 'check box')
        heard = self.press('space', still=2, note='none of these')
        self.holds('clearing: the sign that went is named', t.begins('ui.lost.unmarked') in heard and t('item.danger-signs.option.breathing')[:20] in heard, heard)
        self.tab_to(t('ui.continue'))
        heard = self.go('is asked once whether that is right', t('ui.lost.sure')[:30])
        self.holds('clearing: Continue asks once', heard.count(t('ui.lost.sure')[:30]) == 1, heard)
        self.tab_to(t('ui.continue'))

    def scale(self):
        """The ends of a scale, at its first and its last number."""
        t = self.t
        heard = self.tab_to('', 'radio button')
        first = t('item.tiredness.low') in heard
        for _ in range(24):
            if t('item.tiredness.high') in heard:
                break
            heard = self.press(NEXT_RADIO)
        self.holds('scale: what 0 and 10 mean is heard at 0 and at 10', first and t('item.tiredness.high') in heard, heard)
        # Back to the answer, as the next Tab leaves the group.
        for _ in range(24):
            heard = self.press(RADIO_BEFORE)
            if re.search(r'(^|\| )3\b.*radio button', heard):
                self.press('space', note='choose')
                break

    def breathing(self):
        t = self.t
        self.press('Control+End', first=3)
        self.tab_to(t('ui.breathe.title'), r'(?:[a-z]+ )*collapsed(?: push button)?', key='Shift+Tab')
        self.press('Return', note='unfold')
        self.tab_to(t('ui.breathe.start'))
        heard = self.press('Return', still=2, note='slow breathing')
        self.holds('breathing: its start is heard', t('ui.breathe.started')[:12] in heard, heard)
        after = self.press('Tab')
        back = self.press('Shift+Tab')
        self.holds('breathing: the next Tab is the next control, and the one before it still the button', t('ui.breathe.pause') in back and '911' not in after, after + ' / ' + back)
        self.press('Return', still=2, note='pause')

    def to_page(self, button):
        """Presses the button: what was heard, and the key of the heading. One that was lost is gone back for, once."""
        wanted = [self.t('ui.errors.title'), *self.headings.values()]
        heard = self.go(button, *wanted)
        if wanted[0] in heard:  # a question went by unheard
            self.again += 1
            self.write('  -- once more')
            self.answer_to(button)
            heard = self.go(button, *wanted)
        elif not any(heading in heard for heading in wanted):
            self.back()
            self.tab_to(self.t(button))
            heard = self.go(button, *wanted)
        page = next((page for page, heading in self.headings.items() if heading in heard), None)
        self.heading(heard, page, f'{button} to {page}')
        self.holds(f'{button} to {page}: the step is heard with the heading', page == 'ui.review.title' or re.search(PROGRESS[self.language], heard), heard)
        return page

    def walk(self):
        t = self.t
        self.open()
        self.tab_to(t('ui.start.button'))
        self.to_page('ui.start.button')
        self.errors()
        for _ in range(16):
            self.answer_to('ui.continue')
            page = self.to_page('ui.continue')
            if page == 'item.danger-signs.text':
                self.clearing()
                page = self.to_page('ui.continue')
            if page == 'page.tiredness.title':
                self.scale()
            if page == 'ui.review.title':
                break
        self.tab_to(t('ui.review.button'))
        level = t('level.expected.title')
        heard = self.go('show the result', level)
        spoken = [one for one in heard.split(' | ') if not one.startswith('leaving')]
        self.holds('result: the level is the first thing heard', spoken and level in spoken[0], heard)
        for _ in range(20):
            self.press('Down')
        self.breathing()
        whole = '\n'.join(self.lines)
        self.holds('on the whole way "clickable" is never said', 'clickable' not in whole)
        self.holds('on the whole way "invalid entry" is never said', 'invalid entry' not in whole)

    def run(self):
        try:
            self.walk()
        except Exception as error:
            self.holds('the way was walked to its end', False, repr(error))
            traceback.print_exc(file=sys.stdout)
        finally:
            self.session.down()
        return self.results


def serve():
    """The built site under its published policy, on a port of its own."""
    server = subprocess.Popen(['node', 'script/serve.mjs', '--root', 'build/site', '--port', '0'], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    for line in server.stdout:
        found = re.search(r'http://[\w.:]+/', line)
        if found:
            return server, found.group(0)
    raise RuntimeError('the site is not served')


def version(program):
    return subprocess.run([program, '--version'], capture_output=True, text=True).stdout.strip().splitlines()[-1]


def keep(visitor):
    folder = os.path.join(ROOT, 'docs', 'heard')
    os.makedirs(folder, exist_ok=True)
    head = f'Orca {version("orca")}, {version(visitor.program)}, language of the check: {visitor.language}. Written by script/test --only orca (HEARD_WRITE=1).'
    note = '[key] "what is said"; == held, !! not held, -- done once more.'
    with open(os.path.join(folder, f'{visitor.browser}-{visitor.language}.txt'), 'w') as file:
        file.write('\n'.join([head, note, '', *visitor.lines]) + '\n')


def stopped(*_):
    raise SystemExit('stopped')


def main(arguments):
    # Whoever ends this ends the screen, the reader and the browser, too.
    signal.signal(signal.SIGTERM, stopped)
    writes = '--write' in arguments
    languages = os.environ.get('HEARD_LANGUAGES', 'en es').split()
    browsers = [argument.split('=', 1) for argument in arguments if '=' in argument]
    server, address = serve()
    results, again = [], 0
    try:
        for browser, program in browsers:
            for language in languages:
                visitor = Visitor(browser, program, language, address)
                results += visitor.run()
                again += visitor.again
                if writes:
                    keep(visitor)
    finally:
        server.terminate()
        server.wait()
    failed = [one for one in results if not one[1]]
    for name, _, heard in failed:
        print(f'✖ {name}\n    heard: {heard}')
    print(f'steps done once more: {again}')
    print(f'{len(results) - len(failed)} passed, {len(failed)} failed')
    return 1 if failed or not results else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
