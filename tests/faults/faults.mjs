/**
 * What can go wrong around the check on a page; what in the sources handles it; and the tests that go red when that is
 * taken out. `script/faults` takes each out in a copy and demands red.
 *
 * @typedef {object} Fault
 * @property {string} fault  what goes wrong
 * @property {string} file   where that is handled
 * @property {string} text   how: stands in the file once
 * @property {string} instead what stands there when it is taken out
 * @property {string} spec   the file of the tests
 * @property {string[]} tests their titles; each has to go red
 */

const LOADER = 'web/src/tiredness-check.ts'
const START = 'web/src/start.ts'
const VERDICT = 'web/src/verdict.ts'
const COMPLETE = 'web/src/parts/complete.ts'
const ENGINE = 'web/src/engine.ts'
const STYLES = 'web/src/styles.ts'
const SETTINGS = 'web/src/settings.ts'
const SHEET = 'web/src/tiredness-check.css'

const at = (spec) => (fault, file, text, instead, ...tests) => ({ fault, file, text, instead, spec: `tests/browser/${spec}`, tests })
const failures = at('failures.spec.mjs')
const embedding = at('embedding.spec.mjs')
const settings = at('settings.spec.mjs')
const brand = at('brand.spec.mjs')
const loading = at('loading.spec.mjs')
const old = at('old-browsers.spec.mjs')
const privacy = at('privacy.spec.mjs')
const units = at('units.test.mjs')
const download = at('download.spec.mjs')
const installed = at('installed.spec.mjs')
const cleared = at('cleared.spec.mjs')
const errors = at('errors.spec.mjs')
const clock = at('clock.spec.mjs')
const print = at('print.spec.mjs')
const records = at('records.spec.mjs')
const levels = at('levels.spec.mjs')

const NEEDED = ['engine.wasm', 'tiredness-check-app.js', 'tiredness-check-parts.js', 'content/en.json', 'content/en.more.json']
const without = (file) => `without ${file} the content inside the tag stays, and the web team is told`
const ofAnotherRelease = (file) => `${file} of another release leaves the content inside the tag`
const NEWER = 'without the newer features it loads, and goes the whole way to every level'
const ANOTHER = 'of two releases on one page the first runs, and one warning names both'
const WHOLE = 'a release with a file that is missing, or is not its own, is never kept: the last one stays whole'
const IN_DIALOG = 'it runs inside a dialog that is opened later, and keeps its answers when that is closed'

/** @type {Fault[]} */
export const faults = [
  // --- a file, the engine, the browser
  failures('WebAssembly missing, forbidden or damaged', ENGINE, 'const { default: createPlain }', 'throw cause\n    const { default: createPlain }',
    'with WebAssembly corrupt the same core runs as plain JavaScript',
    'with WebAssembly missing the same core runs as plain JavaScript',
    'with WebAssembly forbidden by the policy the same core runs as plain JavaScript'),
  failures('no WebAssembly: the web team is not told', ENGINE, '    onPlain(cause)\n', '',
    'with WebAssembly missing the same core runs as plain JavaScript'),
  failures('the plain engine is fetched though WebAssembly works', START, "  const arriving = loadEngine(", '  files.plainEngine()\n  const arriving = loadEngine(',
    'where WebAssembly works, the plain-JavaScript engine is not fetched'),
  failures('no engine at all: the remedy does not name the policy', ENGINE, '.catch(() => Promise.reject(withoutEngine(cause as Error)))', '',
    'without any engine the content inside the tag stays, and the remedy names the policy'),
  failures('a wrong MIME type of the engine', ENGINE, " && response.headers.get('content-type') === 'application/wasm'", '',
    'an engine with a wrong MIME type runs all the same, from its bytes'),
  failures('an engine that is not up in 10 seconds', LOADER, "setTimeout(() => fail(new StartError('TimeLimitError', 'not ready in 10 seconds', SLOW)), TIME_LIMIT)", '0',
    'an engine that is not up in 10 seconds leaves the content inside the tag'),
  failures('engine.wasm missing is taken for a damaged one', 'web/src/files.ts', "        if (!response.ok) throw new Error(path + ': ' + response.status)\n", '',
    without('engine.wasm')),
  failures('a file missing: no line says so', LOADER, '    this.root.append(this.line)\n', '', without('content/en.json')),
  failures('a file missing: no event says so', LOADER, "    this.complain('error', explainStart(error))\n", '',
    ...NEEDED.map(without)),
  failures('a file missing after the start page: the content does not come back', LOADER, '    if (this.check && this.container) this.root.replaceChild(this.slot, this.container)\n', '',
    without('engine.wasm'), without('tiredness-check-parts.js'), without('content/en.more.json')),
  failures('a file that can be done without', COMPLETE, "    stage.complain('warn', explainStart(error))\n    return undefined", '    throw error',
    'without content/sources.json the check runs, and the web team is told'),
  failures('files of two releases', START, '  if (of === expected) return\n', '  if (of) return\n',
    ...['tiredness-check.js', 'tiredness-check-app.js', 'tiredness-check-parts.js', 'engine.wasm', 'content/en.json'].map(ofAnotherRelease)),
  failures('a second start: the attempt is not over', LOADER, '    this.attempt = 0\n', '',
    'it tries again when the element is put in again'),
  failures('a second start: the file that failed is not asked for again', 'web/src/files.ts', '        begun[path] = undefined\n', '',
    'it tries again when the element is put in again'),
  failures('a second start: the style sheet that failed is not asked for again', STYLES, '      link.remove()\n', '',
    'without that style sheet the content inside the tag stays, the web team is told, and a second start asks for it again'),
  failures('JavaScript off: nothing useful inside the tag', 'web/demo/index.html', '<a href="tel:988">988</a>', '988',
    'without JavaScript the demo page is useful by itself'),
  failures('the engine fails during use', 'web/src/app.ts', '      this.state.trouble = true\n', '',
    'an engine that fails during use keeps the answers and says so'),
  failures('the engine fails during use: its message quotes an answer', 'web/src/failure.ts', 'diagnostics.map(({ code }) => code)', 'diagnostics.map(({ message }) => message)',
    'an engine that fails during use keeps the answers and says so'),

  // --- old browsers
  failures('no adoptedStyleSheets', STYLES, "'adoptedStyleSheets' in Document.prototype", 'root',
    'browsers without constructable style sheets get the styles by a link'),
  failures('no adoptedStyleSheets, and no style sheet either', STYLES, '      reject(new Error(address))\n', '      resolve(0)\n',
    'without that style sheet the content inside the tag stays, the web team is told, and a second start asks for it again'),
  old('no requestIdleCallback, before it is wanted', 'web/src/wanted.ts', "'requestIdleCallback' in window ? requestIdleCallback(once, { timeout: 3000 }) : setTimeout(once, 500)", 'requestIdleCallback(once, { timeout: 3000 })', NEWER),
  old('no requestIdleCallback, after the start page', COMPLETE, "if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 1000 })\n    else setTimeout(resolve, 100)", 'requestIdleCallback(() => resolve(), { timeout: 1000 })', NEWER),
  old('no instantiateStreaming', ENGINE, 'WebAssembly.instantiateStreaming && ', '', NEWER),
  old('newer functions of the language', 'web/src/app.ts', 'if (!state.trail[index]) return', 'if (!state.trail.at(index)) return', NEWER),
  at('syntax.test.mjs')('newer syntax', 'web/bundling.mjs', "['safari14', 'chrome80', 'firefox78']", "['esnext']", 'every script of the site has only what they know'),

  // --- other scripts, other elements
  embedding('the script is included twice', 'web/src/define.ts', 'if (!first) {', 'if (first || !first) {', 'loading the script twice does no harm', ANOTHER),
  embedding('two releases on one page', 'web/src/define.ts', 'else if (first.release !== release)', 'else if (!first.release)', ANOTHER),
  embedding('many instances: each fetches for itself', 'web/src/files.ts', 'begun[path] ||= ', 'begun[path] = ', 'two elements on one page share nothing but the engine'),
  embedding('many instances: each starts an engine', ENGINE, 'loading ||= createEngine', 'loading = createEngine', 'two elements on one page share nothing but the engine'),
  embedding('many instances: one goes Back for the other', 'web/src/parts/history.ts', "Date.now().toString(36) + '-' + ++runs", "'-' + ++runs % 1", 'two elements on one page share nothing but the engine'),
  embedding('moved in the page', LOADER, 'if (this.check) this.check.connect()\n    else if', 'if', 'an element that is moved or put back in keeps its answers'),
  embedding('removed while it loads', LOADER, '    if (this.host.isConnected) check.connect()\n', '    check.connect()\n    if (!this.host.isConnected) throw new Error()\n', 'an element that is removed while it loads settles without an error'),
  embedding('removed midway', LOADER, '    this.check?.disconnect()\n  }\n\n  /** Who', '  }\n\n  /** Who', 'an element that is removed midway lets go, and another one starts from the beginning'),
  embedding('made by script', LOADER, '    shells.set(this, new Shell(this))\n', "    shells.set(this, new Shell(this))\n    this.setAttribute('data-made', '')\n", 'an element made by script runs like one in the page',
    'an element made before the script is there, and one made after, both run'),
  embedding('made before the script is there', 'web/src/define.ts', '    customElements.define(NAME, TirednessCheckElement)\n', "    if (!document.querySelector(NAME)) customElements.define(NAME, TirednessCheckElement)\n", 'an element made before the script is there, and one made after, both run'),
  embedding('never put into the page', LOADER, '    if (!this.promise) this.start()\n', '    if (!this.promise && this.host.isConnected) this.start()\n', 'an element that was never put into the page can be asked, too'),
  embedding('inside the shadow root of another element', 'web/src/place.ts', 'return parentElement ? parentElement.getBoundingClientRect().bottom : 0', 'return parentElement!.getBoundingClientRect().bottom', 'it runs inside the shadow root of another element'),
  embedding('inside a dialog that is closed', 'web/src/wanted.ts', 'const stopIdle = isSaving() && observer ? undefined : whenIdle(go)', 'const stopIdle = undefined as (() => void) | undefined', IN_DIALOG),
  embedding('in a tab that is not shown, before it is wanted', 'web/src/wanted.ts', '{ timeout: 3000 }', '{}', 'in a tab that is not shown it becomes ready all the same'),
  embedding('in a tab that is not shown, after the start page', COMPLETE, '{ timeout: 1000 }', '{}', 'in a tab that is not shown it becomes ready all the same'),
  units('imported on a server: there are no elements', LOADER, "typeof HTMLElement === 'undefined' ? class {} : HTMLElement", 'HTMLElement', 'importing the element where there is no browser does nothing and does not throw'),
  units('imported on a server: nothing to register with', 'web/src/define.ts', "typeof customElements !== 'undefined'", 'customElements', 'importing the element where there is no browser does nothing and does not throw'),
  failures('ready does not settle when the start fails', LOADER, '    this.finish(false)\n', '', without('content/en.json')),
  embedding('ready does not settle when the check runs', LOADER, '    this.settle?.(running)\n', '    if (!running) this.settle?.(running)\n', 'an element that is removed while it loads settles without an error'),
  loading('far from the view it is fetched at once', LOADER, 'this.unwatch = whenWanted(this.host, () => this.start())', 'this.start()', 'far from the view only the loader is fetched, until the element comes near'),

  // --- privacy
  privacy('events carry something', LOADER, 'send: (event) => this.send(event)', "send: (event) => this.send(event, { cause: root.textContent || '', remedy: '' })", 'events say that something happened, and nothing more'),
  privacy('events do not leave another shadow root', LOADER, 'composed: true', 'composed: false', 'events say that something happened, and nothing more'),
  privacy('page scripts look inside', LOADER, "mode: 'closed'", "mode: 'open'", 'page scripts cannot look inside'),
  privacy('something is fetched after ready', 'web/src/app.ts', "    this.host.emit('done')\n", "    this.host.emit('done')\n    fetch('/').catch(() => {})\n", 'after it is ready, nobody is asked for anything, up to every level'),
  privacy('answers in the address', 'web/src/parts/history.ts', "[KEY]: entry }, '')", "[KEY]: entry }, '', '#' + index)", 'no answer is in the host element, the address, the title, the history or any storage'),

  // --- settings
  failures('a bad setting: nobody is told', COMPLETE, 'if (faults.length) stage.complain', 'if (!faults) stage.complain', 'a setting out of its range is refused with its reason, and the check runs on safe defaults'),
  settings('a text that may not be replaced', VERDICT, 'all.filter(([key]) => !refused.includes(`/texts/${language}/${key}`))', 'all',
    "texts of the clinic's own are shown from the first page on, and those that may not be replaced are refused"),
  settings('texts of settings that the engine cannot read', VERDICT, '(read && (values', '((values', 'no text is replaced where the engine cannot read the settings: too large for the engine'),
  settings('a setting given twice', VERDICT, "const written = validateConfig(engine, text).faults", "const written = ([] as Diagnostic[])", 'the element and the command line name the same faults: a setting given twice'),
  settings('a file that is not there', SETTINGS, "  if (!response.ok) throw unreadable(path + ': ' + response.status)\n", '', 'a file that is not there: the numbers to call are not known, so the content inside the tag stays'),
  settings('a file of another site', SETTINGS, "  if (url.origin !== location.origin) throw unreadable(path + ' is not on this site')\n", '', 'a file of another site: the numbers to call are not known, so the content inside the tag stays'),
  settings('a file that is too large', SETTINGS, "text.length > LIMIT ? '' : JSON.parse(text)", 'JSON.parse(text)', 'a file that is too large: the numbers to call are not known, so the content inside the tag stays'),
  settings('a file that is a list', SETTINGS, ' && !Array.isArray(values)', '', 'a file that is a list: the numbers to call are not known, so the content inside the tag stays'),
  settings('settings that are no JSON', SETTINGS, "  throw unreadable('not a JSON object of at most 32 KB')\n", '  return {}\n',
    'a file that is no JSON: the numbers to call are not known, so the content inside the tag stays', 'a script that is no JSON: the numbers to call are not known, so the content inside the tag stays'),
  settings('an attribute and JSON do not agree', 'web/src/config.ts', 'fromAttribute(host, setting) ?? written[setting]', 'written[setting] ?? fromAttribute(host, setting)', 'an attribute goes before what is written as JSON'),
  settings('an editor strips the tag', 'web/src/define.ts', '    upgradeAll(NAME)\n', '', 'settings in the data attributes of a div reach the result', 'settings in a file that a div names reach the result', 'a div keeps its name, its class and what is inside'),
  settings('a handler on the div of an editor, where Trusted Types are required', 'web/src/upgrade.ts', " && !one.name.startsWith('on')", '', 'a div with attributes of any name becomes the check'),
  settings('the script runs before what stands inside the tag is read', SETTINGS, '  await pageIsRead()\n', '', 'a script that runs while the page is still being read finds the settings all the same'),
  loading('numbers of another region before the engine is there', 'web/src/early.ts', '...(clinicName ? { clinic: clinicName } : {}), ...known', '...(clinicName ? { clinic: clinicName } : {})', 'before the engine is there, the numbers to call are those of the settings'),

  // --- files
  download('the page is told the address of a saved file', 'web/src/parts/file.ts', "if (!('navigation' in window)) return here()", 'return here()', 'no script of the page learns of a file that is saved, and it arrives'),
  installed('a half-copied release: a file of another one', 'web/app/worker.js', "  if (hash && (await hashOf(bytes)) !== hash) throw new Error(`${file} is not that of this release`)\n", '', WHOLE),
  installed('a half-copied release: a file missing', 'web/app/worker.js', "  if (!reply.ok) throw new Error(`${file}: status ${reply.status}`)\n  const bytes = await reply.arrayBuffer()\n  if (hash && ", "  const bytes = await reply.arrayBuffer()\n  if (hash && reply.ok && ", WHOLE),

  // --- look
  brand("a page's styles come in by inheritance", SHEET, '  all: initial;\n', '', "a page's font comes in, and its rules for parts hold"),
  brand("a page's styles reach into everything", LOADER, "    this.root = host.attachShadow({ mode: 'closed' })\n", '    this.root = host as unknown as ShadowRoot\n', 'the check and the page do not restyle each other: Bootstrap'),
  brand("a page's font does not come in", SHEET, '  display: block;\n  font: inherit;\n  /* A', '  display: block;\n  /* A', "a page's font comes in, and its rules for parts hold"),
  brand('colours that cannot be read', 'web/src/parts/colours.ts', '    if (contrast(colour, surface) >= 4.5) return colour\n', '    return colour\n', 'whatever colours are given, text is readable, and the level at 7:1 (light)'),
  brand('a text that cannot be read on its surface', 'web/src/parts/colours.ts', 'const holds = fits(wished.surface, dark) && contrast(wished.surface, wished.text) >= 7', 'const holds = true', 'whatever colours are given, text is readable, and the level at 7:1 (light)'),
  brand('a text that cannot be read on the accent', 'web/src/parts/colours.ts', 'contrast(accent, onAccent) >= 4.5 ? onAccent : best', 'onAccent', 'whatever colours are given, text is readable, and the level at 7:1 (light)'),
  brand('colours are shown before they are tested', SHEET, '--_tc-accent: #0b4f55', '--_tc-accent: var(--tiredness-check-accent, #0b4f55)', 'colours that cannot be read are not shown at first either, before the file that tests them is there'),
  brand('a page that knows no dark', 'web/src/scheme.ts', "container.classList.toggle('light', Number(red) < 128)", "container.classList.toggle('light', !red)", 'gets the check light on a page that knows no dark, and dark on one that does'),

  // --- what a person meets on the page
  cleared('"none of these" takes marks off without a word', 'web/src/app.ts', '      this.state.lost = lost(itemsOf(this.scene))\n', '',
    '"none of these" names the danger signs that it takes off, where it is pressed and by ear, and they can be put back',
    'a sign that takes "none of these" off says so beside itself, and it can be put back',
    'a question that goes with an answer is named, and comes back with what was answered',
    'a time that goes with its day is named, and Undo brings both back'),
  cleared('a slip on "none of these" passes over a danger sign', 'web/src/app.ts', 'if (lost?.isToAsk && ', 'if (lost && !lost && ', 'a slip on "none of these" does not pass over a danger sign: Continue asks once'),
  cleared('what was taken off is forgotten with the next answer', 'web/src/answering.ts', 'if (!item) return () => lost', 'if (!item || item.linkId !== lost?.linkId) state.lost = lost = undefined', 'what was taken off stays to be put back while other questions of the page are answered'),
  cleared('answers that a change leaves out are gone without a word', 'web/src/parts/index.ts', 'return [this.counted.view(m, rows), answerRows(m, rows)]', 'return answerRows(m, rows)', 'answers that a change leaves out are named above all answers, until they count again'),
  cleared('an answer that is asked for again is cleared without a word', 'web/src/app.ts', "      this.note('ui.wake.again')\n", '', 'after a sleeper woke, the page says why it asks again'),
  cleared('a page comes that nobody asked for', 'web/src/app.ts', "    if (next.kind === 'question' && next.changing) this.note('ui.change.more')\n", '', 'a change that brings up another question says so'),
  cleared('a mended field keeps its error', 'web/src/app.ts', '      this.mend()\n      this.draw()\n    })', '      this.draw()\n    })', 'a mended field loses its error at once, the summary follows, and nothing is read out again', 'a session with a day and no time keeps its error until the time is there'),
  cleared('errors that are left are read out again', 'web/src/app.ts', 'fault && left.find(({ linkId }) => linkId === fault.linkId))', 'fault && left.find(({ linkId }) => linkId === fault.linkId)).filter(Boolean)', 'a mended field loses its error at once, the summary follows, and nothing is read out again'),
  clock('hours that have not come are offered', 'web/src/pages/session.tsx', "session.day === dayOf(now) ? clockOf(now) : '24'", "'24'", 'of today only the hours that have come are offered, the newest first, and nothing is chosen in advance'),
  errors('a chosen time vanishes with its day', 'web/src/pages/session.tsx', ' || time === session.time)', ')', 'a time in the future is an error of the page'),
  clock("the device's clock is not told", 'web/src/pages/session.tsx', '      {clocks(m)}\n', '', 'the clock of the device stands beside the fields, and describes them', "where the device's clock is not the clinic's, both are told, and how two hours ago reads"),
  clock("the clinic's clock is not told", 'web/src/time.ts', '>= 60e3 ? there : undefined', '< 0 ? there : undefined', "where the device's clock is not the clinic's, both are told, and how two hours ago reads"),
  clock('a time zone that the browser does not know', 'web/src/time.ts', '  } catch {\n    return undefined\n  }\n}\n\nexport const HALF', '  } finally {\n    if (!zone) console.log(0)\n  }\n}\n\nexport const HALF', 'no other clock is told where it shows the same, or is not known: Mars/Olympus'),
  clock('a page that was left tells an old time', 'web/src/parts/clock.ts', "document.addEventListener('visibilitychange', this.onReturn)", '', 'on return to a page that was left, the clock is that of now and the hours that have come are offered'),
  clock('a clock that was set back is called old answers', 'web/src/parts/expiry.ts', "this.expire('ui.stale.clock')", "this.expire('stale.text')", 'a result is asked for again when the clock was set back after it was made'),
  levels('a page that was left is called old answers', 'web/src/parts/expiry.ts', "this.expire('ui.stale.left')", "this.expire('stale.text')", 'a result that was left and come back to asks for the check again'),
  at('texts.test.mjs')('a file is said to be there', 'core/content/en.json', '"Look for a calendar file: {file}. Open it to add the reminder. If there is no file, this browser can not save one here. Write down the times on this page."', '"A calendar file was made: {file}. Open it to add the reminder."', 'no text says that a file or a printed page is there, which no browser tells: it says what to look for, and what to do without'),
  print('printing that does nothing says nothing', 'web/src/parts/print.ts', "      this.notes.say('ui.print.done')\n", '', 'after printing the visitor is told what to do if nothing opened, and hears it once', 'a sandbox without allow-modals: the visitor is told, and the result stays'),
  print('printing that throws says nothing', 'web/src/parts/print.ts', "      this.notes.say('ui.print.failed')\n", '', 'a print that throws is said'),
  print('what is said of printing is drawn while the page is being drawn', 'web/src/parts/print.ts', '      await undefined\n', '', 'after printing the visitor is told what to do if nothing opened, and hears it once'),
  print('the printed page takes its styles from a file of another origin', 'web/src/parts/frame.ts', 'if (!constructed(view)) writeOn(view.document)', 'if (!constructed(view)) throw new Error()', 'files of another origin, in a browser that constructs no style sheets: the page is styled and printed', 'without style sheets that can be constructed, the printed page is the same'),
  records('a storage that is too large is read', 'web/src/parts/envelope.ts', "  if (text.length > LARGEST) return { records: [], setAside: [], isTooLarge: true }\n", '', 'a storage that holds 20,000 records is not read, said on the start page and the result, and can be deleted', 'a storage that holds 4.8 MB of anything is not read, said on the start page and the result, and can be deleted'),
  records('a storage that is too large is written over', 'web/src/parts/store.ts', "  if (before.isTooLarge) return 'too-large'\n", '', 'a storage that holds 20,000 records is not read, said on the start page and the result, and can be deleted'),
  records('more records than are kept are counted', 'web/src/parts/records.tsx', 'const held = newest({ records, setAside }, now.getTime())', 'const held = { records }', 'more than 60 records that were put there count as 60'),
  records('check-ins of a wrong clock push out others', 'web/src/parts/envelope.ts', 'const later = records.filter((one) => isLater(one, now)).slice(0, LIMIT)\n', 'const later = [] as CheckIn[]\n  now = Infinity\n', 'check-ins dated later than the clock push out none, are told of, and nothing is said to be kept that is not'),
  records('check-ins of a wrong clock are counted as kept', 'web/src/parts/records.tsx', 'const counted = (records: readonly CheckIn[]): number => records.filter((one) => !isLater(one, now)).length', 'const counted = (records: readonly CheckIn[]): number => records.length', 'a file with check-ins of a wrong clock alone changes nothing, and beside others they are told of'),
  brand("sizes follow the page's rem", SHEET, '  min-height: 44px;\n  min-width: 44px;\n', '  min-height: 2.75rem;\n  min-width: 2.75rem;\n', "sizes are the check's own, whatever the page makes of rem"),
  brand('marks are beside large letters, not in their middle', SHEET, '  margin: 0.75em 15px;\n', '  margin: 12px 15px;\n', 'text that the visitor has made twice as large is twice as large, beside its mark, and nothing has to be moved sideways'),
  brand('a name that the page has registered', SHEET, 'a {\n  color: var(--_tc-accent);\n', 'a {\n  color: var(--accent, var(--_tc-accent));\n', 'properties that the page has registered or set for itself change nothing inside'),
  at('non-text-contrast.test.mjs')('a focus ring that is not seen where the browser darkens the page', SHEET, '--_tc-ring: #37888e', '--_tc-ring: #0b4f55', 'the focus ring is seen where a browser darkens the page by itself, on whatever it makes of white'),
  at('translators.spec.mjs')('a translator puts its words in place of ours', 'web/src/markup.ts', '  if (isTakenOver(parent, before, wanted)) {', '  if (!parent) {', 'the echo of the session, the errors and the next pages are those of now: Google Translate, which puts each text into two <font>', 'a result, what is found in it, and another language are those of now: Firefox, which puts new texts in place of ours'),
  units('a name from right to left carries the numbers along', 'web/src/texts.ts', 'apart(String(value))', 'String(value)', 'a name that is written from right to left is set apart from the numbers beside it'),
  units('numbers with spaces in links of the advice', 'web/fallback.mjs', 'scheme + digits(values[name])', 'scheme + values[name]', 'a link to a number, in the advice inside the tag, has no spaces'),
  units('numbers of another region that the engine refuses', 'web/src/failure.ts', '(?=[^0-9]*([0-9][^0-9]*){3,15}$)', '', 'before the engine is there, a number of another region holds where the schema has it hold'),
]
