/**
 * The page that writes the code for a clinic's page: the form, faults by the engine's own validation, the real check as preview.
 * Nothing is fetched once it is loaded.
 */
import { Fragment, h, type Markup, render } from '../dom/jsx.ts'
import { useNatives } from '../dom/natives.ts'
import { takeNatives } from '../dom/take-natives.ts'
import { folder } from 'release'
import { fallbacks, integrity, regions } from 'embed-facts'
import '../element/define.ts'
import type { Config } from '../engine/contract.ts'
import { loadEngine, type Engine } from '../engine/engine.ts'
import { filesIn } from '../files/files.ts'
import { folderAt } from '../files/served.ts'
import { useFiles } from '../element/tiredness-check.ts'
import { attributeOf, REGIONAL } from '../settings/attributes.ts'
import { validateConfig } from '../settings/validate.ts'
import { choiceNamed, type Entered, type Faults, form, settings } from './embed-form.tsx'
import { snippets } from './snippets.ts'

useNatives(takeNatives())

const files = filesIn(folderAt(new URL('../' + folder, import.meta.url).href))
useFiles(files)

const entered: Entered = {
  written: { clinicName: 'Your Clinic', phone: '' },
  language: '',
  colour: '',
  place: '/tiredness-check/',
  isolated: false,
  oneFile: false,
  atOnce: false,
  pinned: false,
}

/** Which of the codes was copied last. */
let copied = ''

/** The settings as the element gets them: a number that does not look like one stays a text, for the engine to refuse. */
function config(): Config {
  const values: Config = {}
  for (const [name, { type }] of settings) {
    const text = entered.written[name]?.trim()
    if (text) values[name] = type === 'integer' && /^\d{1,9}$/.test(text) ? Number(text) : text
  }
  return values
}

function faultsOf(engine: Engine, values: Config): Faults {
  const faults: Record<string, string> = {}
  for (const { pointer, message } of validateConfig(engine, JSON.stringify(values)).faults) faults[pointer.slice(1)] = message
  return faults
}

const code = (id: string, title: string, text: string): Markup => (
  <>
    <h3 id={`${id}-title`}>{title}</h3>
    <pre id={id} role="group" tabindex="0" aria-labelledby={`${id}-title`}>
      {text}
    </pre>
    <p>
      <button type="button" data-copy={id}>
        Copy
      </button>
    </p>
  </>
)

/** What is accepted goes into the code; what is refused is said beside its field. A region is never left out: others' numbers would be shown. */
const accepted = (values: Config, faults: Faults): Config =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !faults[name] || REGIONAL.includes(name)))

let shown = ''

/** The check as a visitor sees it, made anew when something it shows has changed. */
function preview(values: Config): void {
  const { language, colour } = entered
  const wanted = JSON.stringify([values, language, colour])
  const place = document.querySelector('.preview div')
  if (!place || wanted === shown) return
  shown = wanted
  const element = document.createElement('tiredness-check')
  for (const [name, value] of Object.entries(values)) element.setAttribute(attributeOf(name), String(value))
  if (language) element.lang = language
  if (colour) element.style.setProperty('--tiredness-check-accent', colour)
  place.replaceChildren(element)
}

function draw(engine: Engine): void {
  const values = config()
  const faults = faultsOf(engine, values)
  const kept = accepted(values, faults)
  const { language, colour, place, isolated, oneFile, atOnce, pinned } = entered
  const made = snippets({
    config: kept,
    language,
    colour,
    place,
    isolated,
    oneFile,
    folder,
    atOnce,
    integrity: pinned ? integrity : undefined,
    fallbacks,
  })
  render(
    <>
      {form(entered, faults)}
      <section class="preview" aria-labelledby="preview-title">
        <h2 id="preview-title">As a visitor sees it</h2>
        <div></div>
      </section>
      <section class="code" aria-labelledby="code-title">
        <h2 id="code-title">The code</h2>
        {code('html', 'For your page', made.html)} {made.css ? code('css', 'For your style sheet', made.css) : null}
        {code('json', 'Or as a file, clinic.json, with config="/clinic.json" on the tag', made.json)}
        {code('wordpress', 'Or in WordPress, with the plugin (the region and its numbers: on its settings page)', made.shortcode)}
        <p role="status">{copied && `Copied: ${document.getElementById(copied + '-title')?.textContent}.`}</p>
      </section>
    </>,
    document.getElementById('page') as HTMLElement,
  )
  preview(kept)
}

/** A region's numbers, where none was written yet. */
function fillNumbers(numbers: Readonly<Record<string, string>> = {}): void {
  const { written } = entered
  if (!Object.keys(numbers).some((name) => written[name])) Object.assign(written, numbers)
}

function take({ name, value, checked }: HTMLInputElement): void {
  copied = ''
  const choice = choiceNamed(name)
  if (choice) entered[choice] = checked
  else if (name === 'language' || name === 'colour' || name === 'place') entered[name] = value
  else if (name === 'own-colour') entered.colour = checked ? '#0b4f55' : ''
  else entered.written[name] = value
  if (name === 'region') fillNumbers(regions[value])
}

async function copy(id: string): Promise<void> {
  const text = document.getElementById(id)
  try {
    await navigator.clipboard.writeText(text?.textContent ?? '')
    copied = id
  } catch {
    // Not allowed here: select it, for the visitor to copy.
    if (text) getSelection()?.selectAllChildren(text)
  }
}

// An engine of its own: that of the preview is inside the app bundle.
loadEngine(files, { onPlain: console.warn, onMoved: () => {}, anew: false }).then((engine) => {
  let waiting = 0
  document.addEventListener('input', ({ target }) => {
    take(target as HTMLInputElement)
    clearTimeout(waiting)
    waiting = window.setTimeout(() => draw(engine), 200)
  })
  document.addEventListener('submit', (event) => event.preventDefault())
  document.addEventListener('click', ({ target }) => {
    const id = (target as HTMLElement).dataset?.copy
    if (id) copy(id).then(() => draw(engine))
  })
  draw(engine)
})
