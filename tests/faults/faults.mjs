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
const NATIVES = 'web/src/natives.ts'
const QUIET = 'web/src/quiet.ts'
const OWN = 'web/src/own.ts'
const HISTORY = 'web/src/parts/history.ts'
const MEMORY = 'web/src/memory.ts'

const at = (spec) => (fault, file, text, instead, ...tests) => ({ fault, file, text, instead, spec: `tests/browser/${spec}`, tests })
const failures = at('failures.spec.mjs')
const embedding = at('embedding.spec.mjs')
const settings = at('settings.spec.mjs')
const brand = at('brand.spec.mjs')
const loading = at('loading.spec.mjs')
const old = at('old-browsers.spec.mjs')
const privacy = at('privacy.spec.mjs')
const listeners = at('listeners.spec.mjs')
const forms = at('forms.spec.mjs')
const pollution = at('pollution.spec.mjs')
const navigation = at('navigation.spec.mjs')
const units = at('units.test.mjs')
const download = at('download.spec.mjs')
const installed = at('installed.spec.mjs')

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
  failures('the engine fails during use', 'web/src/app.ts', '      this.state.trouble = trouble + 1\n', '',
    'an engine that fails during use keeps the answers and says so'),
  failures('the engine fails during use: its message quotes an answer', 'web/src/failure.ts', 'diagnostics.map(({ code }) => code)', 'diagnostics.map(({ message }) => message)',
    'an engine that fails during use keeps the answers and says so'),

  // --- old browsers
  failures('no adoptedStyleSheets', STYLES, "'adoptedStyleSheets' in Document.prototype", 'root',
    'browsers without constructable style sheets get the styles by a link'),
  failures('no adoptedStyleSheets, and no style sheet either', STYLES, '      reject(new Error(address))\n', '      resolve(0)\n',
    'without that style sheet the content inside the tag stays, the web team is told, and a second start asks for it again'),
  old('no requestIdleCallback, before it is wanted', 'web/src/wanted.ts', "'requestIdleCallback' in window ? requestIdleCallback(once, plain({ timeout: 3000 })) : setTimeout(once, 500)", 'requestIdleCallback(once, plain({ timeout: 3000 }))', NEWER),
  old('no requestIdleCallback, after the start page', COMPLETE, "if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), plain({ timeout: 1000 }))\n    else setTimeout(resolve, 100)", 'requestIdleCallback(() => resolve(), plain({ timeout: 1000 }))', NEWER),
  old('no instantiateStreaming', ENGINE, 'WebAssembly.instantiateStreaming && ', '', NEWER),
  old('newer functions of the language', 'web/src/app.ts', 'if (!state.trail[index]) return', 'if (!state.trail.at(index)) return', NEWER),
  at('syntax.test.mjs')('newer syntax', 'web/bundling.mjs', "['safari14', 'chrome80', 'firefox78']", "['esnext']", 'every script of the site has only what they know'),

  // --- other scripts, other elements
  embedding('the script is included twice', 'web/src/define.ts', 'if (!first) {', 'if (first || !first) {', 'loading the script twice does no harm', ANOTHER),
  embedding('two releases on one page', 'web/src/define.ts', 'else if (first.release !== release)', 'else if (!first.release)', ANOTHER),
  embedding('many instances: each fetches for itself', 'web/src/files.ts', 'begun[path] ||= ', 'begun[path] = ', 'two elements on one page share nothing but the engine'),
  embedding('many instances: each starts an engine', ENGINE, 'loading ||= createEngine', 'loading = createEngine', 'two elements on one page share nothing but the engine'),
  embedding('many instances: one goes Back for the other', 'web/src/parts/history.ts', '  [...open].every(', '  [...open].slice(0, 1).every(', "the browser's Back moves the element that was used last, and no other"),
  embedding('moved in the page', LOADER, 'if (this.check) this.check.connect()\n    else if', 'if', 'an element that is moved or put back in keeps its answers'),
  embedding('removed while it loads', LOADER, '    if (this.host.isConnected) check.connect()\n', '    check.connect()\n    if (!this.host.isConnected) throw new Error()\n', 'an element that is removed while it loads settles without an error'),
  embedding('removed midway', LOADER, '    this.check?.disconnect()\n  }\n\n  /** Who', '  }\n\n  /** Who', 'an element that is removed midway lets go, and another one of another name starts from the beginning'),
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
  privacy('something is fetched after ready', 'web/src/app.ts', "    this.tell('done')\n", "    this.tell('done')\n    fetch('/').catch(() => {})\n", 'after it is ready, nobody is asked for anything, up to every level'),
  privacy('answers in the address', NATIVES, "pushState.call(history, state, '')", "pushState.call(history, state, '', '#' + history.length)", 'no answer is in the host element, the address, the title, the history or any storage'),

  // --- what a page hears of the running check, and what it can change in it
  listeners('a recorder was there first: it gets the root', NATIVES, 'own().Element.attachShadow.call(host, init)', 'host.attachShadow(init)', 'a script that was there first does not hear the shadow root, and what happens in it'),
  listeners('a recorder was there first: it hears what is set', NATIVES, 'accessor(element, name).set!.call(element, value)', '{ (element as unknown as Record<string, unknown>)[name] = value }', 'a script that was there first does not hear what is set in fields'),
  listeners('a recorder was there first: it listens along', NATIVES, 'own().EventTarget.addEventListener.call(target, type, run as EventListener, capture)', 'target.addEventListener(type, run as EventListener, capture)', 'a script that was there first does not hear what is listened to'),
  listeners('a recorder was there first: it counts the entries of the history', NATIVES, 'own().History.pushState.call', 'history.pushState.call', 'a script that was there first does not hear what is put into the history'),
  listeners('a recorder was there first: it watches every function', NATIVES, 'own().Element.querySelector.call(within, selector)', 'within.querySelector(selector)', 'a script that was there first does not hear every function of the DOM'),
  listeners('no frame to take functions from', NATIVES, '    taken = prototypesOf(window)\n', '    throw new Error()\n', "where no frame can be made, the page's own functions have to do"),
  listeners('events go up into the page', QUIET, '    if (!isForAll(event)) stopHere(event)\n', '', 'no event of the check goes up into the page, and no key or letter comes past it on its way down'),
  listeners('keys and letters are heard on their way down', QUIET, '    stop(event)\n', '',
    'no event of the check goes up into the page, and no key or letter comes past it on its way down',
    'what is typed into the finder is heard by nobody, and finds',
    'marked words can be copied, and not be dragged out'),
  listeners('keys that a page needs do not reach it', QUIET, 'event instanceof KeyboardEvent && (FOR_ALL', 'event instanceof KeyboardEvent && false && (FOR_ALL',
    'keys that a page has taken for itself work inside, and those for all still reach it',
    'a trap for the focus lets the visitor in and out where something that can be focused stands on both sides'),
  listeners('a page fetches what is linked', 'web/src/pages/links.tsx', 'data-address={url}', 'href={url}', 'a link out of the check has no address before it is pressed, and numbers to call always have theirs'),
  listeners('a link out of the check leads nowhere', QUIET, '    if (PRESSES.includes(type)) giveAddress(target)\n', '', 'who presses a link out of the check gets there: by mouse, by keyboard, and by a click of software alone'),
  listeners('the internals of the element give its root away', LOADER, "= ['internals']", '= []', 'nobody gets the closed root: not by its internals, not by a listener, not by the active element'),
  listeners('a framework takes the marks away', 'web/src/marks.ts', '  watch.observe(', '  watch.disconnect(), void (', 'the element asks recorders to leave it alone, and does not fight with who sets its class'),
  listeners('a framework and the check fight over the class', 'web/src/marks.ts', '    if (times++ > TIMES) return watch.disconnect()\n', '', 'the element asks recorders to leave it alone, and does not fight with who sets its class'),
  forms('a form that the browser can send', 'web/src/pages/question.tsx', "<div class=\"buttons\">{primaryButton(m, 'continue', 'ui.continue')}</div>", "<form class=\"buttons\">{primaryButton(m, 'continue', 'ui.continue')}</form>", 'there is no form and no button that submits, on any page'),
  forms('a page prevents every click', QUIET, "if (type === 'click') heard", "if (type === 'click' && !event.defaultPrevented) heard", 'on a page that prevents every click "Continue" goes on, and no answer is in the address'),
  at('keyboard.spec.mjs')('without a form Enter does nothing', QUIET, '      heard.enter(target)\n', '', 'Enter in a field continues, as in any form'),
  pollution('a polluted page: members that an object does not have', OWN, 'object && hasOwnProperty.call(object, name) ? object[name] : undefined', 'object ? object[name] : undefined', 'a polluted page changes nothing of what is said on the way to "emergency"'),
  pollution('a polluted page: data from outside', OWN, 'Object.setPrototypeOf(data, null)', '0', 'a polluted page changes nothing of what is said on the way to "emergency"'),
  pollution('a polluted page: settings and answers', OWN, 'Object.assign(Object.create(null), members)', 'Object.assign({}, members)', 'a polluted page changes nothing of what is said on the way to "emergency"'),
  navigation('a router that goes by its own marks', HISTORY, '    if (isRecord(entry.theirs) || !keyHere()) replaceState(bare(entry))\n', '', 'a router that goes by its own marks does not replace the check when the visitor goes back in it'),
  navigation('a router does not find its marks again', HISTORY, '  giveBack(entry)\n', '', 'a router that goes by its own marks does not replace the check when the visitor goes back in it'),
  navigation('the browser tells of Back too late, or never', HISTORY, '    return false\n  }\n}\n', '    goBack()\n    return true\n  }\n}\n', "after the check's own Back the browser's Back goes on from there, without an entry for nothing"),
  navigation('a router replaces the element', 'web/src/app.ts', '    leave(this.place, this.state, Number(this.inquiry.args.staleHours))\n', '', 'answers survive an element that a router replaces, on the page where the visitor was'),
  navigation('answers come back on another page', MEMORY, ': one.place !== place', ': false', 'answers that were left do not come back elsewhere, nor when they were deleted'),
  navigation('deleting leaves what other elements left', 'web/src/app.ts', '      forgetLeft()\n', '', 'answers that were left do not come back elsewhere, nor when they were deleted'),
  privacy('the number of events tells of early results', 'web/src/app.ts', '    if (told.has(event)) return\n', '', 'how many events there are, and how many entries the history has, tells nothing of the answers'),
  privacy('the number of entries tells of early results', HISTORY, '(instead || isSpare(found))', 'isSpare(found)', 'how many events there are, and how many entries the history has, tells nothing of the answers'),
  brand('a page hides what may be urgent', SHEET, '  font-size: 1em !important;\n', '', 'a page cannot take away the level, the help or a section by their parts, nor set what has not been tested'),
  brand('a page sets colours that were not tested', SHEET, ':host > div {', ':host > b {', 'a page cannot take away the level, the help or a section by their parts, nor set what has not been tested'),
  failures('the engine fails again and again', 'web/src/pages/frame.tsx', '{trouble > 1 ? <slot></slot> : null}', '', 'an engine that fails during use keeps the answers and says so'),
  at('paints.spec.mjs')('a result that is not whole yet is taken for whole', 'web/src/pages/frame.tsx', "aria-busy={m.whole ? null : 'true'}", '', 'a result says at once what to do and when to get help, and is busy until the rest is there'),

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
  settings('an attribute and JSON do not agree', 'web/src/config.ts', 'fromAttribute(host, setting) ?? own(written, setting)', 'own(written, setting) ?? fromAttribute(host, setting)', 'an attribute goes before what is written as JSON'),
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
  brand("a page's styles reach into everything", LOADER, "    this.root = attachShadow(host, plain<ShadowRootInit>({ mode: 'closed' }))\n", '    this.root = host as unknown as ShadowRoot\n', 'the check and the page do not restyle each other: Bootstrap'),
  brand("a page's font does not come in", SHEET, '  display: block;\n  font: inherit;\n  /* A', '  display: block;\n  /* A', "a page's font comes in, and its rules for parts hold"),
  brand('colours that cannot be read', 'web/src/parts/colours.ts', '    if (contrast(colour, surface) >= 4.5) return colour\n', '    return colour\n', 'whatever colours are given, text is readable, and the level at 7:1 (light)'),
  brand('a text that cannot be read on its surface', 'web/src/parts/colours.ts', 'const holds = fits(wished.surface, dark) && contrast(wished.surface, wished.text) >= 7', 'const holds = true', 'whatever colours are given, text is readable, and the level at 7:1 (light)'),
  brand('a text that cannot be read on the accent', 'web/src/parts/colours.ts', 'contrast(accent, onAccent) >= 4.5 ? onAccent : best', 'onAccent', 'whatever colours are given, text is readable, and the level at 7:1 (light)'),
  brand('colours are shown before they are tested', SHEET, 'var(--tiredness-checked-accent)', 'var(--tiredness-check-accent, #0b4f55)', 'colours that cannot be read are not shown at first either, before the file that tests them is there'),
  brand('a page that knows no dark', 'web/src/scheme.ts', "container.classList.toggle('light', Number(red) < 128)", "container.classList.toggle('light', !red)", 'gets the check light on a page that knows no dark, and dark on one that does'),
]
