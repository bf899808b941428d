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

const LOADER = 'web/src/element/tiredness-check.ts'
const START = 'web/src/check/start.ts'
const VERDICT = 'web/src/settings/validate.ts'
const COMPLETE = 'web/src/features/load-rest.ts'
const TOLD = 'web/src/features/settings-report/settings-report.ts'
const WRITTEN = 'web/src/settings/json-settings.ts'
const ENGINE = 'web/src/engine/engine.ts'
const STYLES = 'web/src/check/styles.ts'
const SETTINGS = 'web/src/settings/attributes.ts'
const WORKER = 'web/app/worker.js'
const SLIPS = 'web/src/settings/mistyped.ts'
const UPGRADE = 'web/src/element/upgrade-div.ts'
const ADDRESS = 'web/src/element/script-address.ts'
const SHEET = 'web/src/styles/check.css'
const NATIVES = 'web/src/dom/natives.ts'
const QUIET = 'web/src/dom/contained-events.ts'
const OWN = 'web/src/dom/own.ts'
const HISTORY = 'web/src/features/browser-history/history.ts'
const MEMORY = 'web/src/check/left-answers.ts'
const UNTIL_THERE = 'web/src/files/until-there.ts'
const ISOLATED = 'web/src/isolated/isolated-check.ts'
const CHANGES = 'web/src/settings/changes.ts'
const IN_FRAME = 'web/src/isolated/frame-page.ts'
const FRAME_HISTORY = 'web/src/features/browser-history/frame-history.ts'

const APPROVAL = 'web/src/features/approval/approval.ts'

const FIELDS = 'web/src/components/fieldset.tsx'
const FOCUS = 'web/src/components/focus.ts'

const SCALE_ENDS = 'the ends of a scale are said: with the group, and with its first and last number'
const LIVE = 'the live region is no object of its own, and another language says nothing again'
const HEADING = 'the heading of a new page is focused when it can be heard, and whoever has gone on is not called back'
const TOLD_BEFORE = 'each answer is one value, lists without marks are still lists, and a new tab is told before it opens'

const IN_ITS_FRAME = 'isolated, the one file runs in a frame of its own origin, under a strict policy, and the page hears only that it was ready and ended'

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
const oneFile = at('one-file.spec.mjs')
const starting = at('starting.spec.mjs')
const languages = at('languages.spec.mjs')
const heard = at('heard.spec.mjs')
const cleared = at('cleared.spec.mjs')
const errors = at('errors.spec.mjs')
const clock = at('clock.spec.mjs')
const print = at('print.spec.mjs')
const records = at('records.spec.mjs')
const levels = at('levels.spec.mjs')
const words = at('words.spec.mjs')
const say = at('say.spec.mjs')
const pemat = at('pemat.spec.mjs')
const reviewCases = at('review-cases.test.mjs')
const reviewPage = at('review-page.spec.mjs')
const isolated = at('isolated.spec.mjs')
const checkPage = at('check-page.spec.mjs')

const FILE_FINDINGS = 'web/src/staff/file-findings.ts'
const INSPECT_PAGE = 'web/src/staff/inspect-page.ts'
const WRONG_SERVER = 'a server that is wrong is told how: '
const approval = at('approval.spec.mjs')

const NEEDED = ['tiredness-check-app.js', 'content/en.json']
const without = (file) => `without ${file} the content inside the tag stays, and the web team is told`
const ofAnotherRelease = (file) => `${file} of another release leaves the content inside the tag`
const NEWER = 'without the newer features it loads, and goes the whole way to every level'
const ANOTHER = 'of two releases on one page the first runs, and one warning names both'
const NOT_ITSELF = 'what is not what was asked for is never kept, nor shown in its place: a page of maintenance with status 200'
const WHOLE = 'a release with a file that is missing, or is not its own, is never kept: the last one stays whole'
const IN_DIALOG = 'it runs inside a dialog that is opened later, and keeps its answers when that is closed'

/** @type {Fault[]} */
export const faults = [
  // --- a file, the engine, the browser
  failures('WebAssembly missing, forbidden or damaged', ENGINE, '    const withoutWasm = asPlainJavaScript(files)\n', '    throw cause\n    const withoutWasm = asPlainJavaScript(files)\n',
    'with WebAssembly corrupt the same core runs as plain JavaScript',
    'with WebAssembly missing the same core runs as plain JavaScript',
    'with WebAssembly forbidden by the policy the same core runs as plain JavaScript'),
  failures('no WebAssembly: the web team is not told', ENGINE, '=> one === engine && onPlain(cause)', '=> one === engine && cause',
    'with WebAssembly missing the same core runs as plain JavaScript'),
  failures('the plain engine is fetched though WebAssembly works', START, '  let arriving: ', '  files.plainEngine()\n  let arriving: ',
    'where WebAssembly works, the plain-JavaScript engine is not fetched'),
  failures('no engine at all: the remedy does not name the policy', ENGINE, "throw new StartError('no-engine', message, WASM_REMEDY)", "throw new StartError('no-engine', message)",
    'without any engine the content inside the tag stays, and the remedy names the policy'),
  failures('a wrong MIME type of the engine', ENGINE, " && response.headers.get('content-type') === 'application/wasm'", '',
    'an engine with a wrong MIME type runs all the same, from its bytes'),
  failures('an engine that is not up in 10 seconds', LOADER, "() => fail(new StartError('too-slow', 'nothing came for 10 seconds'))", '() => {}',
    'an engine that is not up in 10 seconds leaves the content inside the tag'),
  failures('a file missing is taken for one that is there', 'web/src/files/files.ts', "    if (!response.ok) throw new Error(path + ': ' + response.status)\n", '',
    without('content/en.json')),
  failures('a file missing: no line says so', LOADER, '      append(this.root, this.line.element)\n', '', without('content/en.json')),
  failures('a file missing: no event says so', LOADER, "    if (failure.code !== this.told) this.complain('error', failure)\n", '',
    ...NEEDED.map(without)),
  failures('an engine missing after the start page: the content does not come back', LOADER, "    if (this.container && of(this.container, 'parentNode')) this.swap(this.container, this.slot)\n", '',
    'an engine that is not up in 10 seconds leaves the content inside the tag'),
  failures('files of two releases', UNTIL_THERE, '  if (of === expected) return\n', '  if (of) return\n',
    ...['tiredness-check-app.js', 'engine.wasm', 'content/en.json'].map(ofAnotherRelease),
    'tiredness-check-parts.js of another release is not used, and the check runs', 'content/en.more.json of another release is not used, and the check runs'),
  failures('a first script speaks another version with its files', 'web/src/files/contract.ts', '  if (version === ATTEMPT_VERSION) return\n', '  if (version >= 0) return\n',
    'a first script that means something else by what it passes to its files leaves the content inside the tag'),
  units('a file that failed is not asked for again', 'web/src/files/files.ts', '      () => begun.get(path) === asked && failed(path),\n', '      () => {},\n',
    'a file that failed is asked for again by who asks next, past what a browser kept of it; what came is not'),
  failures('a second start: the style sheet that failed is not asked for again', STYLES, '      remove(root, link)\n', '',
    'without that style sheet the content inside the tag stays, the web team is told, and a second start asks for it again'),
  failures('JavaScript off: nothing useful inside the tag', 'web/demo/index.html', '<a href="tel:988">988</a>', '988',
    'without JavaScript the demo page is useful by itself'),
  failures('the engine fails during use', 'web/src/check/check.ts', '      this.state = troubled(this.state, trouble + 1)\n', '',
    'an engine that fails during use keeps the answers and says so'),
  failures('the engine fails: answers that were to go stay', 'web/src/check/check.ts', '    this.state = this.safe = newState(notice)\n', '    this.state = newState(notice)\n',
    'where the engine has failed, answers still go: by starting over', 'where the engine has failed, answers still go: by deleting them', 'where the engine has failed, answers still go: by their age'),
  failures('the engine fails during use: its message quotes an answer', 'web/src/engine/errors.ts', 'diagnostics.map(({ code }) => code)', 'diagnostics.map(({ message }) => message)',
    'an engine that fails during use keeps the answers and says so'),

  // --- old browsers
  failures('no adoptedStyleSheets', STYLES, "'adoptedStyleSheets' in Document.prototype", 'root',
    'browsers without constructable style sheets get the styles by a link'),
  failures('no adoptedStyleSheets, and no style sheet either', STYLES, "      reject(new StartError('file-missing', address))\n", '      resolve(0)\n',
    'without that style sheet the content inside the tag stays, the web team is told, and a second start asks for it again'),
  old('no requestIdleCallback, before it is wanted', 'web/src/element/lazy-load.ts', "'requestIdleCallback' in window ? requestIdleCallback(once, plain({ timeout: 3000 })) : setTimeout(once, 500)", 'requestIdleCallback(once, plain({ timeout: 3000 }))', NEWER),
  old('no requestIdleCallback, after the start page', COMPLETE, "if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), plain({ timeout: 1000 }))\n    else setTimeout(resolve, 100)", 'requestIdleCallback(() => resolve(), plain({ timeout: 1000 }))', NEWER),
  old('no instantiateStreaming', ENGINE, 'WebAssembly.instantiateStreaming && ', '', NEWER),
  old('newer functions of the language', 'web/src/check/check.ts', 'if (this.state.trail[index]) this.open', 'if (this.state.trail.at(index)) this.open', NEWER),
  at('syntax.test.mjs')('newer syntax', 'web/bundling.mjs', "['safari14', 'chrome80', 'firefox78']", "['esnext']", 'every script of the site has only what they know'),

  // --- other scripts, other elements
  embedding('the script is included twice', 'web/src/element/define.ts', 'if (!first) {', 'if (first || !first) {', 'loading the script twice does no harm', ANOTHER),
  embedding('two releases on one page', 'web/src/element/define.ts', 'else if (first.release !== release)', 'else if (!first.release)', ANOTHER),
  embedding('many instances: each fetches for itself', LOADER, 'texts.get(language) || fetch(', 'fetch(', 'two elements on one page share nothing but the engine'),
  embedding('many instances: each starts an engine', ENGINE, 'if (!loading || (anew && !loading.isThere)) {', 'if (loading || !loading) {', 'two elements on one page share nothing but the engine'),
  embedding('many instances: one goes Back for the other', 'web/src/features/browser-history/history.ts', ' [...open].every(', ' [...open].slice(0, 1).every(', "the browser's Back moves the element that was used last, and no other"),
  embedding('moved in the page', LOADER, 'if (this.check) this.check.connect()\n    else if', 'if', 'an element that is moved or put back in keeps its answers'),
  embedding('removed while it loads', LOADER, '    if (host.isConnected) check.connect()\n', '    check.connect()\n    if (!host.isConnected) throw new Error()\n', 'an element that is removed while it loads settles without an error'),
  embedding('removed midway', LOADER, '    this.check?.disconnect()\n  }\n\n  /** Who', '  }\n\n  /** Who', 'an element that is removed midway lets go, and another one of another name starts from the beginning'),
  embedding('made by script', LOADER, '    privates.set(this, new PrivateElement(this))\n', "    privates.set(this, new PrivateElement(this))\n    this.setAttribute('data-made', '')\n", 'an element made by script runs like one in the page',
    'an element made before the script is there, and one made after, both run'),
  embedding('made before the script is there', 'web/src/element/define.ts', '    customElements.define(NAME, TirednessCheckElement)\n', "    if (!document.querySelector(NAME)) customElements.define(NAME, TirednessCheckElement)\n", 'an element made before the script is there, and one made after, both run'),
  embedding('never put into the page', LOADER, '    if (!this.promise) this.start(false)\n', '    if (!this.promise && this.host.isConnected) this.start(false)\n', 'an element that was never put into the page can be asked, too'),
  embedding('inside the shadow root of another element', 'web/src/element/reserve-space.ts', 'return parentElement ? boxOf(parentElement).bottom : 0', 'return boxOf(parentElement!).bottom', 'it runs inside the shadow root of another element'),
  embedding('inside a dialog that is closed', 'web/src/element/lazy-load.ts', 'const stopIdle = isSaving() && observer ? undefined : whenIdle(go)', 'const stopIdle = undefined as (() => void) | undefined', IN_DIALOG),
  embedding('in a tab that is not shown, before it is wanted', 'web/src/element/lazy-load.ts', '{ timeout: 3000 }', '{}', 'in a tab that is not shown it becomes ready all the same'),
  embedding('in a tab that is not shown, after the start page', COMPLETE, '{ timeout: 1000 }', '{}', 'in a tab that is not shown it becomes ready all the same'),
  units('imported on a server: there are no elements', LOADER, "typeof HTMLElement === 'undefined' ? class {} : HTMLElement", 'HTMLElement', 'importing the element where there is no browser does nothing and does not throw'),
  units('imported on a server: nothing to register with', 'web/src/element/define.ts', "typeof customElements !== 'undefined'", 'customElements', 'importing the element where there is no browser does nothing and does not throw'),
  failures('ready does not settle when the start fails', LOADER, '    this.settle(this.isUp)\n', '', without('content/en.json')),
  embedding('ready does not settle when the check runs', LOADER, "    this.send('ready')\n    this.settle(true)\n", "    this.send('ready')\n", 'an element that is removed while it loads settles without an error'),
  loading('far from the view it is fetched at once', LOADER, 'this.unwatch = loadLazily(this.host, () => this.start(false))', 'this.start(false)', 'far from the view only the loader is fetched, until the element comes near'),

  // --- privacy
  privacy('events carry something', LOADER, 'send: (event) => this.send(event)', "send: (event) => this.send(event, { cause: root.textContent || '', remedy: '' })", 'events say that something happened, and nothing more'),
  privacy('events do not leave another shadow root', LOADER, 'composed: true', 'composed: false', 'events say that something happened, and nothing more'),
  privacy('page scripts look inside', LOADER, "mode: 'closed'", "mode: 'open'", 'page scripts cannot look inside'),
  privacy('something is fetched after ready', 'web/src/check/check.ts', "    this.tell('done')\n", "    this.tell('done')\n    fetch('/').catch(() => {})\n", 'after it is ready, nobody is asked for anything, up to every level'),
  privacy('answers in the address', NATIVES, "pushState.call(history, state, '')", "pushState.call(history, state, '', '#' + history.length)", 'no answer is in the host element, the address, the title, the history or any storage'),

  // --- what a page hears of the running check, and what it can change in it
  listeners('a recorder was there first: it gets the root', NATIVES, 'own().Element.attachShadow.call(host, init)', 'host.attachShadow(init)', 'a script that was there first does not hear the shadow root, and what happens in it'),
  listeners('a recorder was there first: it hears what is set', NATIVES, 'accessor(element, name).set!.call(element, value)', '{ (element as unknown as Record<string, unknown>)[name] = value }', 'a script that was there first does not hear what is set in fields'),
  listeners('a recorder was there first: it listens along', NATIVES, 'own().EventTarget.addEventListener.call(target, type, run as EventListener, capture)', 'target.addEventListener(type, run as EventListener, capture)', 'a script that was there first does not hear what is listened to'),
  listeners('a recorder was there first: it counts the entries of the history', NATIVES, 'own().History.pushState.call', 'history.pushState.call', 'a script that was there first does not hear what is put into the history'),
  listeners('a recorder was there first: it watches every function', NATIVES, 'own().Element.querySelector.call(within, selector)', 'within.querySelector(selector)', 'a script that was there first does not hear every function of the DOM'),
  listeners('a recorder was there first: it is asked where the root is', NATIVES, 'own().Node.getRootNode.call(node)', 'node.getRootNode()', 'a script that was there first does not hear every function of the DOM'),
  listeners('a recorder was there first: it gets every text', 'web/src/dom/jsx.ts', 'if (drawn.text !== text) setText(node, (drawn.text = text))', 'if (drawn.text !== text) node.nodeValue = drawn.text = text', 'a script that was there first does not hear every function of the DOM'),
  listeners('a recorder was there first: its getters are asked', NATIVES, 'return getters[name]!.call(one) as One[Name]', 'return one[name]', 'a script that was there first does not hear every function of the DOM'),
  listeners('setters that were replaced: nobody is told', 'web/src/dom/recorders-present.ts', ", own(found, 'get'), own(found, 'set')] as const", '] as const',
    'a page that has replaced HTMLInputElement.checked is told, and nothing is promised there', 'a page that has replaced Node.nodeValue is told, and nothing is promised there'),
  listeners('no frame to take functions from', 'web/src/dom/take-natives.ts', '    return prototypesOf(window)\n', '    throw new Error()\n', "where no frame can be made, the page's own functions have to do"),
  listeners('events go up into the page', QUIET, '    if (!isForAll(event)) stopHere(event)\n', '', 'no event of the check goes up into the page, and no key or letter comes past it on its way down'),
  listeners('keys and letters are heard on their way down', QUIET, '    stop(event)\n', '',
    'no event of the check goes up into the page, and no key or letter comes past it on its way down',
    'what is typed into the finder is heard by nobody, and finds',
    'marked words can be copied, and not be dragged out'),
  listeners('keys that a page needs do not reach it', QUIET, 'event instanceof KeyboardEvent &&\n', 'event instanceof KeyboardEvent &&\n  false &&\n',
    'keys that a page has taken for itself work inside, and those for all still reach it'),
  listeners('a page fetches what is linked', 'web/src/components/web-link.tsx', 'data-address={url}', 'href={url}', 'a link out of the check has no address before it is pressed, and numbers to call always have theirs'),
  listeners('a link out of the check leads nowhere', QUIET, '    if (PRESSES.includes(type)) giveAddress(target)\n', '', 'who presses a link out of the check gets there: by mouse, by keyboard, and by a click of software alone'),
  listeners('the internals of the element give its root away', LOADER, "= ['internals']", '= []', 'nobody gets the closed root: not by its internals, not by a listener, not by the active element'),
  listeners('a framework takes the marks away', 'web/src/dom/recorder-marks.ts', '  watch.observe(', '  watch.disconnect(), void (', 'the element asks recorders to leave it alone, and does not fight with who sets its class'),
  listeners('a framework and the check fight over the class', 'web/src/dom/recorder-marks.ts', '    if (times++ > TIMES) return watch.disconnect()\n', '', 'the element asks recorders to leave it alone, and does not fight with who sets its class'),
  forms('a form that the browser can send', 'web/src/pages/question.tsx', "<div class=\"buttons\">{primaryButton(m, 'continue', 'ui.continue')}</div>", "<form class=\"buttons\">{primaryButton(m, 'continue', 'ui.continue')}</form>", 'there is no form and no button that submits, on any page'),
  forms('a page prevents every click', QUIET, "if (type === 'click') heard", "if (type === 'click' && !event.defaultPrevented) heard", 'on a page that prevents every click "Continue" goes on, and no answer is in the address'),
  at('keyboard.spec.mjs')('without a form Enter does nothing', QUIET, '      if (heard.enter(target)) prevent(event)\n', '', 'Enter in a field continues, as in any form'),
  pollution('a polluted page: members that an object does not have', OWN, 'object && hasOwnProperty.call(object, name) ? object[name] : undefined', 'object ? object[name] : undefined', 'a polluted page changes nothing of what is said on the way to "emergency"'),
  pollution('a polluted page: data from outside', OWN, 'Object.setPrototypeOf(data, null)', '0', 'a polluted page changes nothing of what is said on the way to "emergency"'),
  pollution('a polluted page: settings and answers', OWN, 'Object.assign(Object.create(null), members)', 'Object.assign({}, members)', 'a polluted page changes nothing of what is said on the way to "emergency"'),
  navigation('a router that goes by its own marks', HISTORY, '    if (isRecord(entry.theirs) || !keyHere()) replaceState(bare(entry))\n', '', 'a router that goes by its own marks does not replace the check when the visitor goes back in it'),
  navigation('a router does not find its marks again', HISTORY, '  giveBack(entry)\n', '', 'a router that goes by its own marks does not replace the check when the visitor goes back in it'),
  navigation('the browser tells of Back too late, or never', HISTORY, '    return false\n  }\n}\n', '    goBack()\n    return true\n  }\n}\n', "after the check's own Back the browser's Back goes on from there, without an entry for nothing"),
  navigation('a router replaces the element', 'web/src/check/check.ts', '    leave(this.place, this.state, Number(this.requests.args.staleHours))\n', '', 'answers survive an element that a router replaces, on the page where the visitor was'),
  navigation('answers come back on another page', MEMORY, ': one.place !== place', ': false', 'answers that were left do not come back elsewhere, nor when they were deleted'),
  navigation('deleting leaves what other elements left', 'web/src/check/check.ts', '      forgetLeft()\n', '', 'answers that were left do not come back elsewhere, nor when they were deleted'),
  privacy('the number of events tells of early results', 'web/src/check/check.ts', '    if (this.state.told.includes(event)) return\n', '', 'how many events there are, and how many entries the history has, tells nothing of the answers'),
  privacy('the number of entries tells of early results', HISTORY, '(instead || isSpare(found))', 'isSpare(found)', 'how many events there are, and how many entries the history has, tells nothing of the answers'),
  brand('a page hides what may be urgent', SHEET, '  font-size: 1em !important;\n', '', 'a page cannot take away the level, the help or a section by their parts, nor set what has not been tested'),
  brand('a mark lies over the text of its option', SHEET, '  text-align: start;\n}\n', '}\n', 'no mark lies over the text of its option, on questions and on a result with all of it unfolded'),
  brand('a page sets colours that were not tested', SHEET, ':host > div {', ':host > b {', 'a page cannot take away the level, the help or a section by their parts, nor set what has not been tested'),
  failures('the engine fails again and again', 'web/src/components/layout.tsx', '{trouble > 1 ? <slot></slot> : null}', '', 'an engine that fails during use keeps the answers and says so'),
  at('paints.spec.mjs')('a result that is not whole yet is taken for whole', 'web/src/components/layout.tsx', "aria-busy={m.whole ? null : 'true'}", '', 'a result says at once what to do and when to get help, and is busy until the rest is there'),

  // --- settings
  failures('a bad setting: nobody is told', TOLD, 'if (faults.length) complain', 'if (!faults) complain', 'a setting out of its range is refused with its reason, and the check runs on safe defaults'),
  settings('a text that may not be replaced', VERDICT, 'all.filter(([key]) => !refused.includes(`/texts/${language}/${key}`))', 'all',
    "texts of the clinic's own are shown from the first page on, and those that may not be replaced are refused"),
  settings('settings that the engine cannot read', START, 'throw diagnostics ? unreadable(', 'if (error) return\n    throw diagnostics ? unreadable(', 'settings that are too large for the engine: no step could be taken, so the content inside the tag stays'),
  settings('a setting given twice', TOLD, 'const written = validateConfig(engine, text).faults', 'const written = ([] as Diagnostic[])', 'the element and the command line name the same faults: a setting given twice'),
  settings('a file that is not there', WRITTEN, "  if (!response.ok) throw unreadable(path + ': ' + response.status)\n", '', 'a file that is not there: the numbers to call are not known, so the content inside the tag stays'),
  settings('a file of another site', WRITTEN, "  if (!isOfThisSite(path)) throw unreadable(path + ' is not on this site')\n", '', 'a file of another site: the numbers to call are not known, so the content inside the tag stays'),
  settings('a file that is too large', WRITTEN, "text.length > LIMIT ? '' : JSON.parse(text)", 'JSON.parse(text)', 'a file that is too large: the numbers to call are not known, so the content inside the tag stays'),
  settings('a file that is a list', WRITTEN, ' || Array.isArray(values)', '', 'a file that is a list: the numbers to call are not known, so the content inside the tag stays'),
  settings('settings that are no JSON', WRITTEN, "throw unreadable('not a JSON object of at most 32 KB')", 'return {}',
    'a file that is no JSON: the numbers to call are not known, so the content inside the tag stays', 'a script that is no JSON: the numbers to call are not known, so the content inside the tag stays'),
  settings('an attribute and JSON do not agree', 'web/src/settings/config.ts', 'fromAttribute(host, setting) ?? own(json, setting)', 'own(json, setting) ?? fromAttribute(host, setting)', 'an attribute goes before what is written as JSON'),
  settings('an editor strips the tag', 'web/src/element/define.ts', '    upgradeAll(NAME)\n', '', 'settings in the data attributes of a div reach the result', 'settings in a file that a div names reach the result', 'a div stays as it is, with all that is in it, and the check shows itself in its place'),
  settings('the script runs before what stands inside the tag is read', WRITTEN, '  await pageIsRead()\n', '', 'a script that runs while the page is still being read finds the settings all the same'),
  settings('numbers of the US before the engine has judged the region', START, 'else if (attempt.isAgain || isAbroad) await judged()', 'else if (attempt.isAgain) await judged()', 'not even before the engine is there'),

  // --- files
  download('the page is told the address of a saved file', 'web/src/dom/save-file.ts', "if (isolation.on || !('navigation' in window)) return here()", 'return here()', 'no script of the page learns of a file that is saved, and it arrives'),
  installed('a half-copied release: a file that is missing or of another one', WORKER, '(await hashOf(bytes)) === hash', 'true', WHOLE),

  // --- what the worker keeps
  installed('a page of maintenance with status 200', WORKER, "return text.includes('<tiredness-check')", 'return true', NOT_ITSELF, 'a page of maintenance is not taken for a release'),
  installed('a part of the page', WORKER, 'if (reply.status !== 200)', 'if (!reply.ok)', NOT_ITSELF),
  installed('settings that are no settings', WORKER, "return typeof settings === 'object' && settings !== null && !Array.isArray(settings)", 'return true', NOT_ITSELF),
  installed('a page that was made for one visit', WORKER, 'if (!new URL(request.url).search) ', '', 'what an address with a query shows is not kept for the others'),
  installed('another file in place of the plain engine', WORKER, 'await itself(path, ON_DEMAND.get(path), reply).then((copy) => keep(cache, path, copy), () => {})', 'await keep(cache, path, reply.clone())',
    'the plain engine is kept once it was needed, and only as it is'),
  installed('the browser tells of no change of the worker', 'web/src/entries/installed.ts', 'Promise.race([changed, navigator.serviceWorker.ready])', 'changed',
    'it is ready once its worker is in charge, even where the browser tells of no change of the worker'),

  // --- look
  brand("a page's styles come in by inheritance", SHEET, '  all: initial;\n', '', "a page's font comes in, and its rules for parts hold"),
  brand("a page's styles reach into everything", LOADER, "    this.root = attachShadow(host, plain<ShadowRootInit>({ mode: 'closed' }))\n", '    this.root = host as unknown as ShadowRoot\n', 'the check and the page do not restyle each other: Bootstrap'),
  brand("a page's font does not come in", SHEET, '  display: block;\n  font: inherit;\n  /* A', '  display: block;\n  /* A', "a page's font comes in, and its rules for parts hold"),
  brand('colours that cannot be read', 'web/src/features/brand-contrast/brand-contrast.ts', '    if (contrast(colour, surface) >= 4.5) return colour\n', '    return colour\n', 'whatever colours are given, text is readable, and the level at 7:1 (light)'),
  brand('a text that cannot be read on its surface', 'web/src/features/brand-contrast/brand-contrast.ts', 'const holds = fits(wished.surface, dark) && contrast(wished.surface, wished.text) >= 7', 'const holds = true', 'whatever colours are given, text is readable, and the level at 7:1 (light)'),
  brand('a text that cannot be read on the accent', 'web/src/features/brand-contrast/brand-contrast.ts', 'contrast(accent, onAccent) >= 4.5 ? onAccent : best', 'onAccent', 'whatever colours are given, text is readable, and the level at 7:1 (light)'),
  brand('colours are shown before they are tested', SHEET, 'var(--_tc-checked-accent) !important', 'var(--tiredness-check-accent, #0b4f55)', 'colours that cannot be read are not shown at first either, before the file that tests them is there'),
  brand('a page that knows no dark', 'web/src/dom/color-scheme.ts', "of(container, 'classList').toggle('light', Number(red) < 128)", "of(container, 'classList').toggle('light', !red)", 'gets the check light on a page that knows no dark, and dark on one that does'),

  // --- the start: late, again, altered
  starting('a late file that can be done without: the limit goes on', LOADER, '        limit.stop()\n        this.isUp ||= isWanted()\n', '', 'an emergency result stays though nothing that can be done without comes, and gets its reasons when it does'),
  starting('a late file that can be done without: nobody waits for it', UNTIL_THERE, '      asked.then(take, () => {})\n', '', 'an emergency result stays though nothing that can be done without comes, and gets its reasons when it does'),
  starting('a result without its reasons says nothing', 'web/src/components/section.tsx', "<p class=\"hint\">{t('ui.coming')}</p>", '<p class="hint"></p>', 'the answers page and the result say what has not come yet'),
  starting('a file that can be done without is not asked for again', UNTIL_THERE, '          tryOnce(Math.min(pause * 2, LONGEST_PAUSE))\n', '', 'without content/es.json the check runs, the web team is told once, and it is asked for again'),
  starting('a level in the colour of another', SHEET, "[data-level='soon'] {\n  --_tc-level: #1c4a7e;", "[data-level='none'] {\n  --_tc-level: #1c4a7e;", 'every level has its own colour before the other styles are there'),
  starting('the limit counts the time that a page slept', 'web/src/dom/running-time.ts', '  const timer = setInterval(() => {\n    if (++ticks * TICK < milliseconds) return\n', '  const timer = setTimeout(() => {\n    if (!TICK || ticks) return\n', 'a page that slept, and comes back late to its timers, has not used up its time'),
  starting('a failed start: the network is back', LOADER, "['online', 'pageshow']", "['pageshow']", 'it tries again when the network is back'),
  starting('a failed start: the page comes back', LOADER, "['online', 'pageshow']", "['online']", 'it tries again when the page comes back out of the history'),
  starting('a failed start: the page is seen again', LOADER, "  listenToPage(document, 'visibilitychange', () => ofDocument('hidden') || better())\n", '', 'it tries again when the page is seen again'),
  starting('a failed start: the button does nothing', 'web/src/element/fallback-line.ts', "    listen(button, 'click', retry)\n", '', '"Try again" tries again, and leads to the check', '"Intentar otra vez" tries again, and leads to the check'),
  starting('a script that failed is asked for at the same address', LOADER, "(tries ? '?again=' + tries : '')", "('')", 'a script that was refused once is asked for again'),
  starting('engine.wasm hangs', ENGINE, 'return await Promise.race([wasm, tooLong])', 'return await wasm', 'it hangs'),
  starting('engine.wasm comes late, and is not used', ENGINE, '    one.then(resolve, (error) => other.catch(() => reject(error)))\n', '    one.catch((error) => other.catch(() => reject(error)))\n', 'WebAssembly that comes late, but before it, is used'),
  starting('a script without currentScript', ADDRESS, '...onTheStack(), ', '', 'it runs imported by a script of the page'),
  starting('a script that another one fetched and ran', ADDRESS, ', ...fetchedHere()', '', 'it runs fetched and run by another script'),
  starting('a script that was joined with others', ADDRESS, '.find(isOurs)', '.find(Boolean)', 'joined with others, it says so, and what to do'),
  starting('an image of the name currentScript', 'web/src/dom/document.ts', 'Reflect.get(Document.prototype, name, of) as Document[Name]', 'of[name]', 'none of it comes from there'),
  starting('an image of the name addEventListener', 'web/src/features/clock/clock.ts', "this.unlisten = listenToPage(document, 'visibilitychange', this.onReturn)", "document.addEventListener('visibilitychange', this.onReturn)", 'none of it comes from there'),
  starting('a form around the element whose fields have the names of its functions', SETTINGS, 'Element.prototype.hasAttribute.call(parentElement, MARK)', 'parentElement.hasAttribute(MARK)', 'nor from a form that the element stands in'),
  isolated('isolated: an image of the name addEventListener', ISOLATED, "this.unlisten = listenToPage(document, 'securitypolicyviolation', this.onViolation as (event: Event) => void)", "document.addEventListener('securitypolicyviolation', this.onViolation)", 'isolated, markup that takes the place of what the document has does no harm'),
  starting('a form whose fields have the names of its functions', UPGRADE, 'Element.prototype.matches.call(node, DIVS)', 'node.matches(DIVS)', 'a form with fields of any name, put in later, does no harm'),
  starting('MooTools and Prototype: lists from nothing', 'web/src/dom/lists.ts', '  const list: T[] = []\n', '  if (count) return Array.from({ length: count }, (_, place) => make(place))\n  const list: T[] = []\n', 'MooTools: to every level, with all that can be answered', 'Prototype: to every level, with all that can be answered'),
  starting('Prototype: JSON of lists', 'web/src/dom/json.ts', "  if (Array.isArray(value)) return", "  if (value) return JSON.stringify(value)\n  if (Array.isArray(value)) return", 'Prototype: to every level, with all that can be answered'),
  starting('a replaced function that cannot be done without', START, '  tryBuiltins()\n', '', 'a clock that stands still: the content inside the tag stays, and the true cause is told'),
  starting('a frame that is never painted', 'web/src/dom/after-paint.ts', '  setTimeout(once, AT_LAST)\n', '', 'a frame that is never painted gets its pages all the same'),
  starting('a frame without allow-same-origin: the remedy', LOADER, "&& window.origin === 'null' ? MEND_FRAME", '&& !window.origin ? MEND_FRAME', 'says what it needs'),
  embedding('a div that comes after the page was read', UPGRADE, '    for (const { addedNodes, target } of changes)', '    if (!changes) for (const { addedNodes, target } of changes)', 'becomes the check: put in by a script', 'becomes the check: in another body, as routers do'),
  embedding('a div that was emptied', UPGRADE, 'upgradeEach([target, ...', 'upgradeEach([...', 'becomes the check: emptied and filled again', 'becomes the check: marked when it is there already'),
  embedding('moved into the document of a frame', START, '    keepStyles(root)\n', '', 'an element that is moved into the document of a frame keeps its styles and its answers'),
  settings('a mistyped name of a region', START, '  expectRegionalNames(host, jsonSettings.values)\n', '', 'a mistyped region', 'a mistyped number', 'a name of its own for a number'),
  settings('settings that come when the check runs', START, "whenChanged(host, [...REGIONAL, 'config'], attempt.restart)", 'undefined',
    'another region that comes late counts, and the answers stay: as a file', 'another region that comes late counts, and the answers stay: as JSON inside the tag', 'a late region without its numbers stops the check'),
  settings('settings that come one after the other', LOADER, '      if (isOver && !this.check) return better()\n', '      if (isOver && !this.check) return\n', 'another region that comes late counts, and the answers stay: one after the other'),
  settings('JSON that a page takes away when it was read', CHANGES, 'json = scriptIn(host) ?? json', 'json = scriptIn(host)', 'JSON that is taken away when it was read changes nothing'),
  isolated('isolated: settings that come late', ISOLATED, "() => whenChanged(host, [...SETTINGS, 'config'], attempt.restart)", '() => {}', 'isolated, settings that come late count: the frame begins anew with them'),
  settings('names of a region that are not ours', SLIPS, "  country: 'region',\n  regioncode: 'region',\n", '', 'a country'),
  settings('names of its numbers that are not ours', SLIPS, "  suicide: 'crisisNumber',\n  helpline: 'crisisNumber',\n", '', 'a helpline', 'a line of its own for a crisis'),
  settings('a phone or a clock of another region, and none is given', TOLD, 'if (abroad.length) complain', 'if (!abroad) complain', 'a phone of another country', 'a time zone of another country'),
  settings('a region in JSON beside a file', WRITTEN, '  if (unread) expectNone(unread)\n', '', 'a region in JSON that a file puts out of the reading stops the check'),
  settings('JSON beside a file: nobody is told', TOLD, "if (own(jsonSettings, 'isUnread')) complain", 'if (!written) complain', 'JSON beside a file'),
  settings('a failed start names 911 where another region is meant', LOADER, 'ABROAD.test(names.join()) || ', '', 'nor where the app does not come: a mistyped name', 'nor where the app does not come: a property'),
  settings('a failed start names 911 beside JSON in a div', LOADER, "carriers.some((one) => one.querySelector('script'))", "host.querySelector('script')", 'nor where the app does not come: JSON in a div'),
  isolated('isolated: what is saved is said to be kept too', 'web/src/features/check-ins/check-ins.tsx', "isolation.on ? 'ui.records.exported-here' : 'ui.records.exported'", "'ui.records.exported'", 'isolated, a check-in is kept as a file, and brought back it is compared with the next'),
  settings('JSON that an editor left as text', WRITTEN, '  if (carriersOf(host).some((carrier) => LOOKS_LIKE_JSON.test(textOf(carrier))))\n', '  if (!carriersOf(host).length)\n', 'JSON that a sanitizer left as text: the numbers to call are not known, so the content inside the tag stays'),
  settings('a file with nothing in it', WRITTEN, "  if (!Object.keys(values).length) throw unreadable('a JSON object with nothing in it')\n", '', 'a file with nothing in it: the numbers to call are not known, so the content inside the tag stays'),
  settings('a file without a name', WRITTEN, "  if (path?.trim() === '') throw unreadable('config names no file')\n", '', 'a file without a name: the numbers to call are not known, so the content inside the tag stays'),
  settings('settings as properties', START, '  takeProperties(host)\n', '', 'set before the script is there, they are attributes'),
  settings('no settings: nobody is told', TOLD, 'if (Object.keys(config).length || jsonSettings.values.texts) return', 'if (config) return', 'no settings at all'),
  settings('typographic quotes: nobody is told', TOLD, "  if (quoted.length) complain(", "  if (!quoted) complain(", 'typographic quotes'),
  settings('a booking address that is no page', 'web/src/components/call-link.tsx', "isWebAddress(url) || /^(tel|mailto|sms):/.test(url || '')", 'isWebAddress(url)', 'a booking address is what the button opens: mailto:book@clinic.example', 'a booking address is what the button opens: tel:+18045550100'),
  languages('a language written as es_MX', SETTINGS, ".replace(/_/g, '-')", '', 'written as "es_MX"'),
  languages('a language around shadow roots', SETTINGS, 'at = (at.getRootNode() as ShadowRoot).host', 'at = undefined', 'around shadow roots, and when it changes there later'),
  units('a toJSON of the page', 'web/src/dom/json.ts', "  return '{' + members.join(',') + '}'\n", '  return JSON.stringify(value)\n', 'JSON is written as JSON.stringify writes it, and asks no list or date how it wants to be written'),
  units('a mistyped name', SLIPS, 'turned ? rows[i - 2]![j - 2]! + 1 : Infinity', 'turned ? Infinity : Infinity', 'names that are nearly a setting are found, and others are let be'),

  // --- what a person meets on the page
  at('copy.spec.mjs')('a time that ends in a period brings a second one', 'web/src/i18n/translate.ts', '(word.endsWith(\'.\') ? \'\' : period)', 'period', 'no sentence in Spanish has two periods, on the result and in the copied text'),
  cleared('"none of these" takes marks off without a word', 'web/src/check/check.ts', '=> lostBy(before, after, items, itemsAfter, change)', '=> undefined',
    '"none of these" names the danger signs that it takes off, where it is pressed and by ear, and they can be put back',
    'a sign that takes "none of these" off says so beside itself, and it can be put back',
    'a question that goes with an answer is named, and comes back with what was answered',
    'a time that goes with its day is named, and Undo brings both back'),
  failures('what an answer put out is not told where the engine fails', 'web/src/check/check.ts', 'this.safe = losing(after, lost(items))', 'this.safe = after', 'what an answer puts out is told, and can be put back, also where the engine fails for it'),
  cleared('a slip on "none of these" passes over a danger sign', 'web/src/check/check.ts', 'if (lost?.isToAsk && ', 'if (lost && !lost && ', 'a slip on "none of these" does not pass over a danger sign: Continue asks once'),
  cleared('what was taken off is forgotten with the next answer', 'web/src/model/answers.ts', 'return lost?.linkId === linkId && checked !== false ? undefined : lost', 'return undefined', 'what was taken off stays to be put back while other questions of the page are answered'),
  cleared('answers that a change leaves out are gone without a word', 'web/src/features/index.ts', '[notCounted.view(m, rows), answerRows(m, rows)]', 'answerRows(m, rows)', 'answers that a change leaves out are named above all answers, until they count again'),
  cleared('an answer that is asked for again is cleared without a word', 'web/src/check/check.ts', "      this.note('ui.wake.again')\n", '', 'after a sleeper woke, the page says why it asks again'),
  cleared('a page comes that nobody asked for', 'web/src/check/check.ts', "    if (next.kind === 'question' && next.changing) this.note('ui.change.more')\n", '', 'a change that brings up another question says so'),
  cleared('a mended field keeps its error', 'web/src/check/check.ts', '      this.mend()\n      this.draw()\n    })', '      this.draw()\n    })', 'a mended field loses its error at once, the summary follows, and nothing is read out again', 'a session with a day and no time keeps its error until the time is there'),
  cleared('errors that are left are read out again', 'web/src/model/state.ts', 'state.errors.map((fault) => fault && left.find(({ linkId }) => linkId === fault.linkId))', 'state.errors.map((fault) => fault && left.find(({ linkId }) => linkId === fault.linkId)).filter(Boolean)', 'a mended field loses its error at once, the summary follows, and nothing is read out again'),
  clock('hours that have not come are offered', 'web/src/components/session-time.tsx', "session.day === dayOf(now) ? clockOf(now) : '24'", "'24'", 'of today only the hours that have come are offered, the newest first, and nothing is chosen in advance'),
  errors('a chosen time vanishes with its day', 'web/src/components/session-time.tsx', ' || time === session.time)', ')', 'a time in the future is an error of the page'),
  clock("the device's clock is not told", 'web/src/components/session-time.tsx', '      {clocks(m)}\n', '', 'the clock of the device stands beside the fields, and describes them', "where the device's clock is not the clinic's, both are told, and how two hours ago reads"),
  clock("the clinic's clock is not told", 'web/src/i18n/dates.ts', '>= 60e3 ? there : undefined', '< 0 ? there : undefined', "where the device's clock is not the clinic's, both are told, and how two hours ago reads"),
  clock('a time zone that the browser does not know', 'web/src/i18n/dates.ts', '  } catch {\n    return undefined\n  }\n}\n\n/** What it shows', '  } catch (error) {\n    throw error\n  }\n}\n\n/** What it shows', 'no other clock is told where it shows the same, or is not known: Mars/Olympus'),
  clock('a page that was left tells an old time', 'web/src/features/clock/clock.ts', "    this.unlisten = listenToPage(document, 'visibilitychange', this.onReturn)\n", '', 'on return to a page that was left, the clock is that of now and the hours that have come are offered'),
  clock('a page that was left, and asks for the plan, tells an old time', 'web/src/features/clock/clock.ts', "itemsOf(check.screenView)", "itemsOf({ ...check.screenView, plan: undefined })", 'so it is on the page that asks for the session alone, for the plan'),
  clock('a clock that was set back is called old answers', 'web/src/features/expiry/expiry.ts', "this.expire('ui.stale.clock')", "this.expire('stale.text')", 'a result is asked for again when the clock was set back after it was made'),
  levels('a page that was left is called old answers', 'web/src/features/expiry/expiry.ts', "this.expire('ui.stale.left')", "this.expire('stale.text')", 'a result that was left and come back to asks for the check again'),
  at('texts.test.mjs')('a file is said to be there', 'core/content/en.json', '"Look for a calendar file: {file}. Open it to add the reminder. If there is no file, this browser cannot save one here. Write down the times on this page."', '"A calendar file was made: {file}. Open it to add the reminder."', 'no text says that a file or a printed page is there, which no browser tells: it says what to look for, and what to do without'),
  print('printing that does nothing says nothing', 'web/src/features/take-away/print.ts', "      this.status.say('ui.print.done')\n", '', 'after printing the visitor is told what to do if nothing opened, and hears it once', 'a sandbox without allow-modals: the visitor is told, and the result stays'),
  print('printing that throws says nothing', 'web/src/features/take-away/print.ts', "      this.status.say('ui.print.failed')\n", '', 'a print that throws is said'),
  print('what is said of printing is drawn while the page is being drawn', 'web/src/features/take-away/print.ts', '(page) => Promise.resolve(page).then(filled)', 'filled', 'after printing the visitor is told what to do if nothing opened, and hears it once'),
  print('the printed page takes its styles from a file of another origin', 'web/src/features/take-away/print-document.ts', 'if (!constructed(view)) writeOn(view.document)', 'if (!constructed(view)) throw new Error()', 'files of another origin, in a browser that constructs no style sheets: the page is styled and printed', 'without style sheets that can be constructed, the printed page is the same'),
  records('a storage that is too large is read', 'web/src/features/check-ins/envelope.ts', "  if (text.length > LARGEST) return { records: [], setAside: [], isTooLarge: true }\n", '', 'a storage that holds 20,000 records is not read, said on the start page and the result, and can be deleted', 'a storage that holds 4.8 MB of anything is not read, said on the start page and the result, and can be deleted'),
  records('a storage that is too large is written over', 'web/src/features/check-ins/storage.ts', "  if (before.isTooLarge) return 'too-large'\n", '', 'a storage that holds 20,000 records is not read, said on the start page and the result, and can be deleted'),
  records('more records than are kept are counted', 'web/src/features/check-ins/check-ins.tsx', 'const held = newest({ records, setAside }, now.getTime())', 'const held = { records }', 'more than 60 records that were put there count as 60'),
  records('check-ins of a wrong clock push out others', 'web/src/features/check-ins/envelope.ts', 'const later = records.filter((one) => isLater(one, now)).slice(0, LIMIT)\n', 'const later = [] as CheckIn[]\n  now = Infinity\n', 'check-ins dated later than the clock push out none, are told of, and nothing is said to be kept that is not'),
  records('check-ins of a wrong clock are counted as kept', 'web/src/features/check-ins/check-ins.tsx', 'const counted = (records: readonly CheckIn[]): number => records.filter((one) => !isLater(one, now)).length', 'const counted = (records: readonly CheckIn[]): number => records.length', 'a file with check-ins of a wrong clock alone changes nothing, and beside others they are told of'),
  brand("sizes follow the page's rem", SHEET, '  min-height: 44px;\n  min-width: 44px;\n', '  min-height: 2.75rem;\n  min-width: 2.75rem;\n', "sizes are the check's own, whatever the page makes of rem"),
  brand('marks are beside large letters, not in their middle', SHEET, '  margin: 0.625em 11px;\n', '  margin: 10px 11px;\n', 'text that the visitor has made twice as large is twice as large, beside its mark, and nothing has to be moved sideways'),
  brand('a name that the page has registered', SHEET, 'a {\n  color: var(--_tc-accent);\n', 'a {\n  color: var(--accent, var(--_tc-accent));\n', 'properties that the page has registered or set for itself change nothing inside'),
  at('non-text-contrast.test.mjs')('a focus ring that is not seen where the browser darkens the page', SHEET, '--_tc-ring: #37888e', '--_tc-ring: #0b4f55', 'the focus ring is seen where a browser darkens the page by itself, on whatever it makes of white'),
  at('translators.spec.mjs')('a translator puts its words in place of ours', 'web/src/dom/jsx.ts', '  if (isTakenOver(parent, before, wanted)) {', '  if (!parent) {', 'the echo of the session, the errors and the next pages are those of now: Google Translate, which puts each text into two <font>', 'a result, what is found in it, and another language are those of now: Firefox, which puts new texts in place of ours'),
  units('a name from right to left carries the numbers along', 'web/src/i18n/translate.ts', 'apart(word) + ', 'word + ', 'a name that is written from right to left is set apart from the numbers beside it'),
  units('numbers with spaces in links of the advice', 'web/fallback.mjs', 'scheme + digits(values[name])', 'scheme + values[name]', 'a link to a number, in the advice inside the tag, has no spaces'),

  // --- when may I
  at('plan.spec.mjs')('a time of the plan that the clock shows twice', 'web/src/i18n/dates.ts', '  while (isRepeated(at)) at = ', '  while (at !== date) at = ', 'a time that the clock shows twice is told as the end of the hour: nobody is early'),
  at('plan.spec.mjs')('the plan is shown before its questions are answered', 'web/src/check/check.ts', '    if (errors.length) this.refuse(errors)', '    if (errors.length > 9) this.refuse(errors)', 'nothing is passed by: what is missing is told, once, and links to its field'),
  at('plan.spec.mjs')('the plan is left out on paper', 'web/src/features/take-away/sheet.ts', "    section(m, 'plan', 'plan.title', planTexts(m, plan)),\n", '', 'on paper and in the copied text; not in the calendar or the file for the care team'),

  // --- pages of questions
  at('pages.spec.mjs')('every question of a page is its heading', 'web/src/pages/question.tsx', 'isStep && item === first', 'isStep', 'the first question of a page is its heading, inside the legend; those after it are legends alone', 'a question that an answer brings up leaves the heading as it is, and Back finds it so'),
  at('pages.spec.mjs')('a page of questions has no heading', 'web/src/pages/question.tsx', 'isStep && item === first', 'false', 'the first question of a page is its heading, inside the legend; those after it are legends alone'),
  at('pages.spec.mjs')('long answers are squeezed beside others', SHEET, '  flex: 1 1 100%;\n', '  flex: 1 1 auto;\n', 'brief answers stand side by side, longer ones in a row of their own'),
  at('pages.spec.mjs')('each brief answer has a row of its own', SHEET, '  flex-basis: auto;\n', '', 'brief answers stand side by side, longer ones in a row of their own'),
  at('pages.spec.mjs')('answers too small to press', SHEET, '  min-height: 44px;\n  padding: 11px 10px;\n', '  padding: 4px 10px;\n', 'answers stand in one round box, which they fill without gaps, each with 44 px to press'),
  at('pages.spec.mjs')('the ends of a second scale are gone for those who hear it', 'web/src/components/scale.tsx', "m.taken?.includes(String(max)) ? 'unseen' : 'ends'} id={linkId + '-ends'}", "m.taken?.includes(String(max)) ? 'unseen' : 'ends'} id={linkId}", 'a second scale of a page has its ends for those who hear it alone, as they stand just above'),
  at('pages.spec.mjs')('an optional question does not say so', 'web/src/components/fieldset.tsx', '{item.required ? null : <span', '{item ? null : <span', 'a question that may be left out says so'),
  at('pages.spec.mjs')('what a danger sign means is lost away from its question', 'web/src/i18n/translate.ts', 'detail ? `${t(text)}. ${t(detail)}` : t(text)', 'detail === text ? t(detail) : t(text)', 'among all answers, and in the reasons, a danger sign is told whole'),
  at('pages.spec.mjs')('the name and the meaning of a sign are heard as one', 'web/src/components/options.tsx', '<i class="unseen">. </i>', '', 'each danger sign has a bold short name, and what is meant below it in another weight'),
  at('pages.spec.mjs')('after a change nobody knows where it was', 'web/src/components/focus.ts', "=> find(container, '.changed > summary')", '=> null', 'after a change the focus is on the fold of what was changed, which is open; coming back later begins at the heading', 'a change that brings up another page leads to the fold of that one'),
  at('pages.spec.mjs')('coming back to the answers begins in their middle', 'web/src/model/state.ts', "(entry.screen.kind === 'review' ? { ...entry, screen: { ...entry.screen, changed: '' } } : entry)", 'entry', 'after a change the focus is on the fold of what was changed, which is open; coming back later begins at the heading'),
  at('pages.spec.mjs')('a chosen answer has its mark alone', SHEET, '  background: var(--_tc-tint);\n  box-shadow: inset 0 0 0 2px var(--_tc-accent);\n', '  color: inherit;\n', 'a chosen answer is filled and has a thick edge, a chosen number is filled with the accent: light', 'a chosen answer is filled and has a thick edge, a chosen number is filled with the accent: dark'),
  at('pages.spec.mjs')('a chosen number is not seen in forced colours', SHEET, '    forced-color-adjust: none;\n    background: Highlight;\n    color: HighlightText;\n', '', 'a chosen answer and a chosen number are told apart in forced colours'),
  at('pages.spec.mjs')('the keys do not show on which number they are', SHEET, '.score :focus + span {\n  outline: 3px solid var(--_tc-ring);\n', '.score :focus + span {\n', 'the keys show on which number of the scale they are'),
  at('pages.spec.mjs')('numbers too small to press on a small phone', SHEET, '    margin: 0 -8px;\n', '    margin: 0;\n', 'at 320 px the scale has 6 and 5 plain tiles in a row, each with 44 px to press'),
  at('pages.spec.mjs')('the way to the result stands below all answers', 'web/src/pages/review.tsx', "        <div class=\"buttons\">{primaryButton(m, 'show-result', 'ui.review.button')}</div>\n        {m.slots ? m.slots.answers(m, rows) : coming(m)}\n", "        {m.slots ? m.slots.answers(m, rows) : coming(m)}\n        <div class=\"buttons\">{primaryButton(m, 'show-result', 'ui.review.button')}</div>\n", 'the way to the result comes first among the answers, in the first screen; the answers are folded, and told in short'),
  // --- a result that leaves nothing to be counted
  pemat('the day to call by is counted by the reader', 'web/src/model/time-text.ts', 'day: day && dayText(m, day), ', '', 'what can wait names the day to call by'),
  pemat('a limit has no clock time', 'web/src/model/time-text.ts', ', ...(until && deadline(m, until))', '', 'by when somebody is to be reached is a clock time on the page and on paper, as the clock of the visitor shows it'),
  pemat('a button does not say whom it calls', 'web/src/components/call-link.tsx', 'text.includes(phone as string) ? text : `${text} ${phone}`', 'String(phone)', 'a button says whom it calls'),
  pemat('the card leaves out what to do when nobody answers', 'web/src/pages/result.tsx', '{below(m, assessment)}', '', 'the card says what not to do, and what to do when nobody answers, below the button'),
  at('say.spec.mjs')('an early result does not tell what to say to 911', 'web/src/pages/result.tsx', '      {m.whole && m.slots?.say(m, result)}\n', '', 'the early result has it too, below what to do and before the way on'),
  pemat('the card leaves out what to do first', 'web/src/pages/result.tsx', '{assessment.lead ? (\n      <p class="first" id="first">', '{assessment.lead && m.now < 0 ? (\n      <p class="first" id="first">', 'the calm card of the treatment day says rest, and until when not to drive, as a clock time', 'a later calm card says when driving is safe'),
  pemat('when to check again stands twice', 'web/src/features/advice/advice.tsx', ' && !actions.some(({ times }) => times)', '', 'when to check again is a date among the steps, and stands nowhere else'),
  pemat('nobody is on the time line', 'web/src/model/time-line.ts', ', here(m), ', ', ', '"urgent" in en can be understood and acted on'),
  pemat('versions and approval stand in the way', 'web/src/features/about/about.tsx', "return disclosure(m, 'ui.result.about', <h3>{t('ui.result.about')}</h3>, inside, { class: 'fold facts-end', part: 'section' })", 'return <section class="facts-end fold">{inside()}</section>', '"expected" in en can be understood and acted on'),
  pemat('nothing in sight says that it is no diagnosis', 'web/src/pages/result.tsx', "<p class=\"hint\">{m.t('disclaimer.short')}</p>", '<p></p>', '"expected" in en can be understood and acted on'),
  pemat('911 has the colour of its page', 'web/src/components/call-link.tsx', "phone === m.args.emergency ? 'primary red' : 'primary'", "'primary'", 'what calls 911 is red with white on every result that has it'),
  pemat('a phone number stands in the step and on its button', 'web/src/components/action-list.tsx', '{unbroken(m.t(text), phone)}', '{unbroken(m.t(text), phone)} {phone}', '"same-day" in en can be understood and acted on'),
  pemat('the danger signs run on in one line', 'web/src/components/safety-net.tsx', '<li>{m.t(text)}</li>', '<>{m.t(text)}</>', '"soon" in es can be understood and acted on'),
  at('print.spec.mjs')('the time line is left out on paper', 'web/src/features/take-away/sheet.ts', "    section(m, 'time-line', 'ui.time-line.title', points.map(markText)),\n", '', 'the time line is on paper and in the copied text'),
  records('the chart ends with the last check', 'web/src/features/check-ins/chart.tsx', 'Math.max(now.time, from + HOUR, ...times)', 'Math.max(now.time, from + HOUR)', 'the chart has the days, the usual time and the time line, and shows the number of now'),

  // --- isolated
  isolated('the page looks into the frame', ISOLATED, "'allow-scripts allow-popups ", "'allow-scripts allow-same-origin allow-popups ", 'isolated, its origin is its own, and the page cannot look in'),
  isolated('the sandbox forbids a saved file', ISOLATED, ' allow-downloads', '', 'isolated, the answers are saved as a file'),
  isolated('the sandbox goes with the booking page', ISOLATED, ' allow-popups-to-escape-sandbox', '', 'isolated, the booking page opens outside the sandbox, and nobody asks for it before'),
  isolated('settings stay outside', ISOLATED, 'attributes: attributesOf(host)', 'attributes: {}', 'isolated, it takes the settings of attributes and of JSON, and tells the web team of those that are refused'),
  isolated('the language of the page changes', ISOLATED, '    this.port?.postMessage(changed)\n', '', 'isolated, it speaks the language of the page, and follows it'),
  isolated('colours of the clinic stay outside', ISOLATED, 'getPropertyValue(name).trim()', "getPropertyValue(name + '-').trim()", "isolated, it has the page's font and a clinic's colours, as far as they can be read"),
  isolated('a dark check on a light page', ISOLATED, "{ scheme: schemeOf(style), ", "{ scheme: 'light dark', ", 'isolated, it is light on a page of color-scheme "light"'),
  isolated('the frame scrolls in the page', ISOLATED, "    if (height) frame.style.height = height + 'px'\n", '', 'isolated, its height follows what is shown, upwards and in steps; nothing scrolls twice at 320 px'),
  isolated('the height tells what is shown', IN_FRAME, ' / STEP) * STEP', ')', 'isolated, its height follows what is shown, upwards and in steps; nothing scrolls twice at 320 px'),
  isolated('the height of a fixed frame', IN_FRAME, '    if (fixed) return\n', '', 'isolated="fixed", the page is told no height, and the check scrolls in its frame'),
  isolated('a new page begins above the window', ISOLATED, '    if (top) this.showTop()\n', '', 'isolated, a new page is shown from its top'),
  isolated('the history of the page counts the screens', FRAME_HISTORY, "    if (!isOurs()) history.pushState(OURS, '')\n", "    history.pushState(OURS, '')\n", "isolated, Back goes one screen back each time, and the page's history has one entry more, however long the way"),
  isolated('Back leaves an isolated check after one screen', FRAME_HISTORY, '    if (index > 1) history.forward()\n', '', "isolated, Back goes one screen back each time, and the page's history has one entry more, however long the way"),
  isolated('the end is told to nobody', ISOLATED, "    if (ended) attempt.send('done')\n", '', 'isolated, the whole way to "expected"; the page hears that it was ready, and that it ended'),
  isolated('steps are told to the page', IN_FRAME, "element.addEventListener('tiredness-check-done', ", "element.addEventListener('tiredness-check-step', ", 'isolated, the whole way to "expected"; the page hears that it was ready, and that it ended'),
  isolated('a check-in stays in a frame that keeps nothing', 'web/src/features/check-ins/check-ins.tsx', '    if (isolation.on) return this.export()\n', '', 'isolated, a check-in is kept as a file, and brought back it is compared with the next'),
  isolated('an isolated result is printed with its page', 'web/src/features/take-away/print.ts', '    if (isolation.on) return filled(ownPaper({ ...sheet, title }))\n', '', 'isolated, the result is printed alone, on one page'),
  isolated('a frame that is loaded anew', ISOLATED, '    frame.onload = () => this.begin()\n', '    frame.onload = () => { this.begin(); frame.onload = null }\n', 'isolated, a page that loads its frame anew gets a new check, and an element that is taken out and put in again too'),
  isolated('whoever opens the page of the frame starts it', IN_FRAME, 'source !== parent || parent === window || ', '', 'isolated, the page of the frame on its own says where it belongs'),
  isolated('a frame that the policy forbids', ISOLATED, "    this.unlisten = listenToPage(document, 'securitypolicyviolation', this.onViolation as (event: Event) => void)\n    frame.src", '    frame.src', "by the page's policy leaves what stands inside the tag, and the web team is told why"),
  isolated('a frame that never answers', ISOLATED, '    setTimeout(() => this.doubt(port1), SILENCE)\n', '', 'by frame-ancestors leaves what stands inside the tag, and the web team is told why', 'as it is not there leaves what stands inside the tag, and the web team is told why'),
  isolated('a frame of another release', ISOLATED, '      if (here !== release) return', '      if (here === release + 0) return', 'as it is of another release leaves what stands inside the tag, and the web team is told why'),
  // --- the words of a page
  words('a question uses a hard word', 'web/src/pages/question.tsx', '        {m.slots?.glossary(m, view.items)}\n', '', 'every hard word of a question is explained on its page (en)', 'every hard word of a question is explained on its page (es)'),
  words('a result uses a hard word', 'web/src/pages/result.tsx', "      {m.whole && m.slots?.glossary(m, [assessment, 'disclaimer.short'])}\n      {m.whole && m.slots?.offers", '      {m.whole && m.slots?.offers', 'every hard word of the result "urgent" is explained on it (en)'),
  words('an answer uses a hard word', 'web/src/features/faq/asked.tsx', '        {explained(', '        {(() => null)(', 'the words of an answer are explained under it'),
  words('ids of sources stand under answers', 'web/src/components/sources.tsx', 'withIds = false', 'withIds = true', 'rules, sources and hashes of "expected" are named under "About this result" alone (en)'),
  words('a title begins with the id of its document', 'web/src/components/sources.tsx', 'withId ? found.title : withoutId(found.title)', 'found.title', 'rules, sources and hashes of "expected" are named under "About this result" alone (en)'),
  words('a source is in another language', 'web/src/components/sources.tsx', "m.content.about.language.startsWith('en') ? null : ", 'm.content.about.language ? null : ', 'a source in English is said to be so where the check is in another language'),

  // --- what a result says, and does not say beside it
  say('the call comes before going outside', 'web/src/components/action-list.tsx', '      {before(m, assessment)}\n', '', '390 x 664 going outside stands before the button, on the first screen, in en'),
  say('nobody hears that the clinic is closed', 'web/src/components/action-list.tsx', '      {opening(m, assessment)}\n', '', 'a clinic that is closed says so, when it opens, and what to do until then'),
  say("a closed clinic's number is the first to press", 'web/src/components/action-list.tsx', '({ phone, first }) => phone && first', '({ phone }) => phone', 'without an on-call line no button calls a closed clinic first'),
  say('the engine is not told what the clock of the clinic shows', 'web/src/check/engine-requests.ts', 'clinicNow, ...more', '...more', 'a clinic that is closed says so, when it opens, and what to do until then', 'a clinic that is open says until when, on its own clock'),
  say('a section without anything in it', 'web/src/components/safety-net.tsx', 'safetyNet.length\n    ?', 'safetyNet\n    ?', '"emergency": nothing says when to call, or to look again'),
  say('whoever gets the text reads more than was thought', 'web/src/features/take-away/take-away.tsx', "      {result.rows.some(tellsOfHarm) ? <p>{m.t('ui.copy.private')}</p> : null}\n", '', 'who copies or prints the answer about thoughts of death is told so'),
  print('nobody at the clinic reads Spanish', 'web/src/features/languages/languages.tsx', '    return this.find(ENGLISH)\n', '    return undefined\n', 'a Spanish sheet has the answers, and what to say, in English for whoever reads it at the clinic'),
  print('a phone number on two lines of paper', 'web/src/features/take-away/paper.tsx', 'return number === undefined ? text : unbroken(text, number)', 'return text', 'no phone number is broken over two lines'),

  // --- who it is for
  at('helper.spec.mjs')('who begins for themselves is asked again who it is for', 'web/src/model/state.ts', '  saidWho: true,\n', '', 'who begins for themselves is not asked who it is for, and can change that from the answers', 'a helper reads "they", and can change who the check is for'),
  at('helper.spec.mjs')('who it is for can not be changed from the answers', 'web/src/pages/question.tsx', ' && !screen.changing', '', 'who begins for themselves is not asked who it is for, and can change that from the answers'),
  // --- what a screen reader is told
  heard('the ends of a scale are not said with its group', FIELDS, "item.type === 'integer' && item.linkId + '-ends', ", '', SCALE_ENDS),
  heard('the ends of a scale are not said with its numbers', 'web/src/components/scale.tsx', "    return key ? t(key) : ''", "    return key ? '' : ''", SCALE_ENDS),
  heard('answers of two questions have one name', 'web/src/components/field-parts.tsx', 'm.taken?.includes(label) ? ', 'false ? ', 'no two controls of a page have one name, and each has one: en', 'no two controls of a page have one name, and each has one: es'),
  heard('an error is told of the group alone', 'web/src/components/options.tsx', 'first && faultOf(m, item) ? ', 'false ? ', 'no answer is called an invalid entry, and an error is told where its question begins'),
  heard('where the visitor is on the way is not told', 'web/src/components/heading.tsx', ' aria-describedby={about}', '', 'the step, and the time limit of a result, describe the heading that is read'),
  heard('an empty status is an object', 'web/src/components/layout.tsx', '<p class="unseen" aria-live="polite"', '<p class="unseen" role="status" aria-live="polite"', LIVE),
  heard('another language says again what was said', 'web/src/dom/live-region.ts', 'isNews && !this.said', '!this.said', LIVE),
  heard('all that is read is called clickable', QUIET, 'this.root = rootOf(this.container)', 'this.root = this.container', 'nothing is called clickable: no listener for presses stands around what is read'),
  heard('all that is folded is called clickable', 'web/src/components/disclosure.tsx', 'key={id} ontoggle={open}>', 'key={id} ontoggle={open} onclick={open}>', 'nothing is called clickable: no listener for presses stands around what is read'),
  heard('a heading is focused before a screen reader knows of it', FOCUS, '  }, UNTIL_TOLD)', '  }, 0)', HEADING),
  heard('whoever has gone on is called back', FOCUS, '    if (now !== before && now !== document.body) return\n', '', HEADING),
  heard('a check is taken away before its heading is focused', FOCUS, "    if (!of(container, 'isConnected')) return\n", '', 'a check that is taken away before its heading is focused goes without an error'),
  heard('a low view shows the numbers and nothing of the page', FOCUS, '  if (innerHeight < LOW) return', '  if (innerHeight < 0) return', 'the level of a result, the question of a page and what is wrong are in the view'),
  heard('slow breathing throws the focus out of the check', 'web/src/features/advice/breathing.tsx', '<div>{begun ? this.circle(m) : null}</div>', '{begun ? this.circle(m) : null}', 'after every action focus is on a control of the check, or on what is new'),
  heard('printing takes the focus out of the check', 'web/src/features/take-away/print.ts', '    if (pressed) focus(pressed as HTMLElement, true)\n', '', 'after every action focus is on a control of the check, or on what is new'),
  heard('in and out are not said to those who want it', 'web/src/features/advice/breathing.tsx', 'this.timer > 0 && this.saysPhases ?', 'false ?', 'in and out are said while that is wanted, and not else'),
  heard('a new tab opens without a word', 'web/src/components/web-link.tsx', "    <span class=\"unseen\"> {t('ui.new-tab')}</span>\n", '', TOLD_BEFORE),
  heard('a list without marks is no list', 'web/src/components/safety-net.tsx', '<ul class="net" role="list">', '<ul class="net">', TOLD_BEFORE),
  // --- remedies that name the true cause
  failures('a mixed release is told to look at policies', LOADER, "  'releases-mixed': COPY + 'empty all caches.',\n", '', ofAnotherRelease('engine.wasm')),
  failures('a missing file is told to ask elsewhere', LOADER, "  'file-missing': COPY + 'allow it in script-src, connect-src and style-src.',\n", '', without('content/en.json')),
  failures('what has any cause is told one of them', LOADER, 'own(MENDS, code) ?? LOOK', "own(MENDS, code) ?? MENDS['file-missing']!", 'what nobody has thought of is told as such, and sends the web team to the page that looks'),
  // --- the page that looks at a site, and what its neighbours draw
  brand('a page draws a line around the whole check', SHEET, '  outline: none !important;\n', '', 'a page that draws a line around what has the focus draws none around the whole check'),
  checkPage('a changed file is not seen', FILE_FINDINGS, 'if (sha256 === undefined ? body.length === expected.bytes : sha256 === expected.sha256) return', 'if (body.length) return', WRONG_SERVER + 'files that are missing, refused, moved, changed, of a wrong type, kept for ever'),
  checkPage('a page in place of what is missing is not seen', FILE_FINDINGS, 'if (status === 200)\n', 'if (status === 299)\n', WRONG_SERVER + 'files that are missing, refused, moved, changed, of a wrong type, kept for ever'),
  checkPage('a "not found" that is kept is not seen', FILE_FINDINGS, 'if (kept > 0)', 'if (kept < 0)', WRONG_SERVER + 'files that are cut or of another release, a 404 that is kept, a setting that is refused, no compression'),
  checkPage('a file that never comes is waited for', 'web/src/staff/ask.ts', ", signal: limit.signal", '', WRONG_SERVER + 'an engine of a wrong type, caching that is left to browsers, texts that are missing, a file that never comes'),
  checkPage('the hash of another release in a page is not seen', INSPECT_PAGE, '!script.integrity || ', 'true || ', 'a page that is wrong is told how'),
  checkPage('a policy in a meta tag is not seen', INSPECT_PAGE, ", ...inPage])", '])', 'a page that is wrong is told how'),
  errors('the errors of a page are not said', 'web/src/components/error-summary.tsx', ' aria-describedby="errors-list"', '', 'Continue without answers gives an error summary that takes focus and links to the fields'),

  // --- the one file
  oneFile('isolated, the one file runs in the page all the same', 'web/src/entries/all-files.ts', '  isolated: async () => isolated,\n', '', IN_ITS_FRAME),
  oneFile('the frame of the one file has the margins of a page', 'web/src/isolated/one-script-frame.ts', '    document.adoptedStyleSheets = [sheet]\n', '', IN_ITS_FRAME),
  oneFile('the policy in the frame of the one file refuses its script', 'web/src/isolated/one-script-frame.ts', ' nonce="${nonce}"', '', IN_ITS_FRAME),
  oneFile('the frame of the one file takes a script that the page would refuse', 'web/src/isolated/one-script-frame.ts', '${integrityOf(address)}', '', 'isolated, a file that the page has pinned is pinned in the frame too'),
  oneFile('the one file was pasted, and has no address for its frame', 'web/src/isolated/one-script-frame.ts', "  if (typeof address !== 'string') throw new StartError('script-altered', address.message, REMEDY)\n", '', 'isolated, the one file pasted into the page says that it needs an address, and the advice stays'),
  oneFile('a page that forbids the frame of the one file is told of files that it does not have', ISOLATED, '? REMEDY : REMEDY_CARRIED', '? REMEDY : REMEDY', 'isolated, the one file says that the page forbids its frame, and the advice stays'),
  oneFile('joined with other scripts, the one file makes them strict', 'web/all/build.mjs', 'joinable(script)', 'script', 'joined with other scripts, the one file does not make them strict'),
  // --- the clinic's approval
  approval('other texts than were approved', APPROVAL, 'given === undefined || given === hash) return', 'given === undefined || /^[0-9a-f]{64}$/.test(given)) return',
    'one byte of a text changed, and nobody has approved it', 'an approval with other rules approves nothing, and the web team is told', 'an approval with another engine approves nothing, and the web team is told',
    'an approval with other settings approves nothing, and the web team is told'),
  approval('the texts of the other language are not looked at', 'web/src/features/load-rest.ts', 'approve(started, all.offered,', 'approve(started, all.offered.slice(0, 1),',
    'an approval of what runs is named on every result, in both languages'),
  approval('a decision is left open', APPROVAL, "    for (const id of decisions) if (own(given, id) === undefined) this.fault('undecided', '/decisions/' + id, 'nobody has decided this')\n", '',
    'an approval with a decision left open approves nothing, and the web team is told'),
  approval('a name of two lines', APPROVAL, "    for (const { message } of validateConfig(this.engine, toJson({ clinicName: text })).faults) this.fault('not-acceptable', '/' + name, message)\n", '',
    'an approval with a name with a control character approves nothing, and the web team is told'),
  approval('an approval says a thing twice', APPROVAL, '  return read ? new Reader', '  return read || faults ? new Reader',
    'an approval with a name given twice approves nothing, and the web team is told'),
  approval('an approval of tomorrow', APPROVAL, "    else if (date > this.today) this.fault('future-date', '/date', 'this day is still to come')\n", '',
    'an approval with a day still to come approves nothing, and the web team is told'),
  approval('an approval is old: the web team is not told', APPROVAL, 'if (approved && isOld)', 'if (approved && isOld && !path)', 'an approval that is older than a year stands, and the web team is told'),
  approval('no approval is there', 'web/src/files/approval-file.ts', '  if (!response.ok) throw new Error(String(response.status))\n', '', 'an approval that is not there approves nothing, and the check runs'),
  approval('the reader of approvals is of another release', COMPLETE, "await untilThere(started, 'tiredness-check-approval.js', () => import('approval'))", "await import('approval')", 'the reader of another release is not used'),
  approval('the reader of approvals is fetched though none is named', COMPLETE, '  if (readConfig(attempt.host, jsonSettings.values).approval === undefined) return\n', '', 'without an approval nothing more is fetched'),
  approval('isolated, the frame can fetch no approval', ISOLATED, '    this.handApproval(port1, settings.language)\n', '', 'isolated, an approval is named in the frame, and what is wrong with it is told to the page'),
  at('approve.spec.mjs')("a lead's notes become public", 'web/review/approval-document.ts', '  if (isApproval) return { decision: decision! }\n', '', 'what should be something else is no approval; notes are in what is saved to go on, and not in an approval'),
  at('approve.spec.mjs')('a lead loses what was decided', 'web/review/approve.ts', '      if (!this.state.isSaved) event.preventDefault()\n', '', 'what is not saved is not lost without a question'),
  // --- the clinical lead's page
  reviewCases('a spreadsheet runs what a case is called', 'web/review/cases-file.ts', '(/^[=+\\-@\\t\\r]/.test(value) ?', '(false ?', 'results are saved as text that no spreadsheet runs, and cases as they were'),
  reviewCases('a column whose name is mistyped is left out in silence', 'web/review/cases-file.ts', "throw new BadLine(1, `there is no question", "void new BadLine(1, `there is no question", 'what cannot be used is refused with its line'),
  reviewCases('a level that there is not counts as not expected', 'web/review/cases-file.ts', 'if (expected && expected !== REFUSED', 'if (false && expected !== REFUSED', 'what cannot be used is refused with its line'),
  reviewCases('a case loses digits on its way', 'web/review/cases-file.ts', "memberText(line, 'case')", 'JSON.stringify(whole)', 'every shipped case is read, digit for digit, with its level or that it is refused'),
  reviewPage('a proof of other settings goes on', 'web/review/proof.tsx', 'if (job.running) return cancel(job, draw)', 'if (false) return', 'a proof that runs ends when the settings change: it would be of others'),
]
