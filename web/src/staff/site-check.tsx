/** The page that looks at the site it stands on, and says to its web team in words what is right and wrong there. */
import { folder, release } from 'release'
import { Fragment, h, type Markup, render } from '../dom/jsx.ts'
import { useNatives } from '../dom/natives.ts'
import { takeNatives } from '../dom/take-natives.ts'
import { type Engine, loadEngine } from '../engine/engine.ts'
import { filesIn } from '../files/files.ts'
import { folderAt } from '../files/served.ts'
import type { Grade, Section } from './finding.ts'
import { inspectBrowser, inspectCompany, tryCheck } from './inspect-browser.ts'
import { inspectFiles } from './inspect-files.ts'
import { inspectPage } from './inspect-page.ts'

useNatives(takeNatives())

const GRADES: Readonly<Record<Grade, string>> = { wrong: 'Wrong', better: 'Could be better', unknown: 'Not known', right: 'Right' }
const ORDER: readonly Grade[] = ['wrong', 'better', 'unknown', 'right']

const state = { address: new URLSearchParams(location.search).get('page') ?? '', progress: '', copied: '' }
let sections: readonly Section[] = []
let ofPage: readonly Section[] = []

const shown = (): readonly Section[] => [...ofPage, ...sections].filter(({ findings }) => findings.length)

const count = (grade: Grade): number =>
  shown()
    .flatMap(({ findings }) => findings)
    .filter((one) => one.grade === grade).length

function verdict(): string {
  if (state.progress) return `${state.progress} …`
  const [bad, fair] = [count('wrong'), count('better')]
  if (!bad && !fair) return 'Nothing is wrong.'
  return `${bad === 1 ? '1 thing is wrong' : bad ? `${bad} things are wrong` : 'Nothing is wrong'}${fair ? `, ${fair} could be better` : ''}.`
}

/** The same as text, to be sent to somebody. */
const asText = (): string =>
  [
    `Tiredness Check ${release}, ${new URL('../', location.href).href}`,
    verdict(),
    ...shown().flatMap(({ title, findings }) => [
      '',
      title,
      ...findings.map(({ grade, what, mend }) => `- ${GRADES[grade]}: ${what}${mend ? ` ${mend}` : ''}`),
    ]),
  ].join('\n')

const section = ({ title, findings }: Section): Markup => (
  <section key={title}>
    <h2>{title}</h2>
    <ul role="list">
      {[...findings]
        .sort((one, other) => ORDER.indexOf(one.grade) - ORDER.indexOf(other.grade))
        .map(({ grade, what, mend }) => (
          <li class={grade}>
            <strong>{GRADES[grade]}.</strong> {what}
            {mend ? <p class="mend">{mend}</p> : null}
          </li>
        ))}
    </ul>
  </section>
)

function draw(): void {
  document.title = `${verdict()} Look at this site`
  render(
    <>
      <form>
        <label for="address">A page of this site that shows the check</label>
        <input
          id="address"
          name="address"
          type="text"
          inputmode="url"
          value={state.address}
          placeholder="/tired-after-ketamine.html"
          autocomplete="off"
          spellcheck="false"
        />
        <button type="button" data-do="page">
          Look at that page
        </button>
      </form>
      <p role="status" class="verdict">
        {verdict()}
      </p>
      {shown().map(section)}
      <p>
        <button type="button" data-do="copy">
          Copy as text
        </button>{' '}
        <button type="button" data-do="again">
          Look again
        </button>
      </p>
      <p role="status">{state.copied}</p>
    </>,
    document.getElementById('page') as HTMLElement,
  )
}

const say = (text: string): void => {
  state.progress = text
  draw()
}

/** For the settings alone; where it does not start that is told with the files. */
const engine: Promise<Engine | undefined> = loadEngine(filesIn(folderAt(new URL('../' + folder, location.href).href)), {
  onPlain: () => {},
  onMoved: () => {},
  anew: false,
}).catch(() => undefined)

async function lookAtPage(): Promise<void> {
  if (!state.address.trim()) return
  say('Your page')
  ofPage = await inspectPage(state.address.trim(), await engine)
  say('')
}

async function lookAtAll(): Promise<void> {
  say('Looking')
  sections = await inspectFiles(engine, say)
  say('The check itself')
  const itself = await tryCheck(document.getElementById('check') as HTMLElement)
  sections = [itself, ...sections, inspectCompany(), inspectBrowser()]
  say('')
  await lookAtPage()
}

async function copy(): Promise<void> {
  try {
    await navigator.clipboard.writeText(asText())
    state.copied = 'Copied.'
  } catch {
    // Not allowed here: select it, for the visitor to copy.
    getSelection()?.selectAllChildren(document.getElementById('page') as HTMLElement)
    state.copied = 'Selected: copy it now.'
  }
  draw()
}

document.addEventListener('input', ({ target }) => {
  state.address = (target as HTMLInputElement).value
})
document.addEventListener('submit', (event) => {
  event.preventDefault()
  lookAtPage()
})
document.addEventListener('click', ({ target }) => {
  const wanted = (target as HTMLElement).dataset?.do
  if (wanted === 'page') lookAtPage()
  // The script of the check runs once in a page.
  else if (wanted === 'again') {
    history.replaceState(null, '', state.address ? '?page=' + encodeURIComponent(state.address) : location.pathname)
    location.reload()
  } else if (wanted === 'copy') copy()
})
lookAtAll()
