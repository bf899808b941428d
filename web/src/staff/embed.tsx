/**
 * The page that writes the code for a clinic's page: fields made from the settings' schema, faults by the engine's own
 * validation, the real check as preview. Nothing is fetched once it is loaded.
 */
import { type Child, Fragment, h, type Markup, render } from '../dom/jsx.ts'
import { useNatives } from '../dom/natives.ts'
import { takeNatives } from '../dom/take-natives.ts'
import { languages, folder } from 'release'
import { fallbacks, integrity, regions, schema } from 'embed-facts'
import '../element/define.ts'
import type { Config } from '../engine/contract.ts'
import { loadEngine, type Engine } from '../engine/engine.ts'
import { filesIn } from '../files/files.ts'
import { folderAt } from '../files/served.ts'
import { snippets } from './snippets.ts'
import { useFiles } from '../element/tiredness-check.ts'
import { attributeOf, REGIONAL } from '../settings/attributes.ts'
import { validateConfig } from '../settings/validate.ts'

useNatives(takeNatives())

const files = filesIn(folderAt(new URL('../' + folder, import.meta.url).href))
useFiles(files)

/** What is written in the fields, as text; what is empty is not set. */
const written: Record<string, string> = { clinicName: 'Your Clinic', phone: '' }
const page = { language: '', colour: '', place: '/tiredness-check/', atOnce: false, isolated: false, oneFile: false, pinned: false, copied: '' }

interface Setting {
  title: string
  description: string
  type: 'string' | 'integer' | 'object'
  minimum?: number
  maximum?: number
  default?: number | string
  examples?: readonly string[]
}

/** Texts of the clinic's own are written in a file: there is no field for them. */
const settings = Object.entries(schema.properties as Record<string, Setting>).filter(([name, { type }]) => name !== '$schema' && type !== 'object')

/** The settings as the element gets them: a number that does not look like one stays a text, for the engine to refuse. */
function config(): Config {
  const values: Config = {}
  for (const [name, { type }] of settings) {
    const text = written[name]?.trim()
    if (text) values[name] = type === 'integer' && /^\d{1,9}$/.test(text) ? Number(text) : text
  }
  return values
}

function faultsOf(engine: Engine, values: Config): Record<string, string> {
  const faults: Record<string, string> = {}
  for (const { pointer, message } of validateConfig(engine, JSON.stringify(values)).faults) faults[pointer.slice(1)] = message
  return faults
}

function field(name: string, { title, description, type, minimum, maximum, default: standard, examples }: Setting, fault?: string): Markup {
  const number = type === 'integer'
  return (
    <div class="field">
      <label for={name}>{title}</label>
      <input
        id={name}
        name={name}
        type={number ? 'number' : 'text'}
        min={minimum ?? null}
        max={maximum ?? null}
        placeholder={standard ?? examples?.[0] ?? ''}
        value={written[name] ?? ''}
        autocomplete="off"
        aria-invalid={fault ? 'true' : 'false'}
        aria-describedby={`${name}-about${fault ? ` ${name}-fault` : ''}`}
      />
      {fault ? (
        <p class="fault" id={`${name}-fault`}>
          {fault[0]?.toUpperCase()}
          {fault.slice(1)}; {REGIONAL.includes(name) ? 'until then the check does not start.' : 'it is left out, and the default is used.'}
        </p>
      ) : null}
      <p class="about" id={`${name}-about`}>
        {description}
      </p>
    </div>
  )
}

function fields(faults: Record<string, string>, wanted: (name: string, setting: Setting) => boolean): Child {
  return settings.filter(([name, setting]) => wanted(name, setting)).map(([name, setting]) => field(name, setting, faults[name]))
}

const languageName = (language: string): string => new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language

const lookFields = (): Markup => (
  <>
    <div class="field">
      <label for="language">Language</label>
      <select id="language" name="language">
        <option value="">As the page</option>
        {languages.map((language) => (
          <option value={language} selected={page.language === language}>
            {languageName(language)}
          </option>
        ))}
      </select>
    </div>
    <div class="field">
      <label>
        <input type="checkbox" name="own-colour" checked={page.colour !== ''} /> Use your own color
      </label>
      {page.colour ? (
        <>
          <label for="colour">Color of buttons and links</label>
          <input id="colour" name="colour" type="color" value={page.colour} />
        </>
      ) : null}
    </div>
    <div class="field">
      <label for="place">Where the files are on your server</label>
      <input id="place" name="place" value={page.place} autocomplete="off" />
    </div>
    <div class="field">
      <label>
        <input type="checkbox" name="isolated" checked={page.isolated} aria-describedby="isolated-about" /> Keep it apart from other scripts on this page
      </label>
      <p class="about" id="isolated-about">
        Choose this where the page has analytics, ads, a chat or a tag manager: they then hear and see nothing of the check. It loads a little later, and
        check-ins are kept as files.
      </p>
    </div>
    <div class="field">
      <label>
        <input type="checkbox" name="one-file" checked={page.oneFile} aria-describedby="one-file-about" /> One file with everything inside
      </label>
      <p class="about" id="one-file-about">
        Choose this where you can host a single script and no folder, as in Squarespace, Wix or Webflow: upload tiredness-check.all.js under that name. The page
        then loads all of it at once, also for those who never use the check.
      </p>
    </div>
    <div class="field">
      <label>
        <input type="checkbox" name="at-once" checked={page.atOnce} aria-describedby="at-once-about" /> Load the check at once
      </label>
      <p class="about" id="at-once-about">
        For a page that is all about the check: two files start to load with the page. The code has the name of this release in it, so copy it again with each
        update.
      </p>
    </div>
    <div class="field">
      <label>
        <input type="checkbox" name="pinned" checked={page.pinned} aria-describedby="pinned-about" /> Stay with this release
      </label>
      <p class="about" id="pinned-about">
        The page takes its first script from this release's own folder, and the browser refuses one that was changed. The price: an update, also one that mends
        a fault, reaches the page only when you copy the code again, and until then the folder has to stay on the server.
      </p>
    </div>
  </>
)

const form = (faults: Record<string, string>): Markup => (
  <form autocomplete="off">
    <h2>Your clinic</h2>
    {fields(faults, (name, { type }) => type === 'string' && !REGIONAL.includes(name))} {lookFields()}
    <details>
      <summary>Numbers outside the US</summary>
      <p class="about">For {Object.keys(regions).join(', ')} the numbers are filled in. Dial each of them before you publish.</p>
      {fields(faults, (name) => REGIONAL.includes(name))}
    </details>
    <details>
      <summary>Stricter limits</summary>
      <p class="about">A limit can only make the check more careful.</p>
      {fields(faults, (_, { type }) => type === 'integer')}
    </details>
  </form>
)

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
const accepted = (values: Config, faults: Record<string, string>): Config =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !faults[name] || REGIONAL.includes(name)))

let shown = ''

/** The check as a visitor sees it, made anew when something it shows has changed. */
function preview(values: Config): void {
  const wanted = JSON.stringify([values, page.language, page.colour])
  const place = document.querySelector('.preview div')
  if (!place || wanted === shown) return
  shown = wanted
  const element = document.createElement('tiredness-check')
  for (const [name, value] of Object.entries(values)) element.setAttribute(attributeOf(name), String(value))
  if (page.language) element.lang = page.language
  if (page.colour) element.style.setProperty('--tiredness-check-accent', page.colour)
  place.replaceChildren(element)
}

function draw(engine: Engine): void {
  const values = config()
  const faults = faultsOf(engine, values)
  const kept = accepted(values, faults)
  const made = snippets({
    config: kept,
    language: page.language,
    colour: page.colour,
    place: page.place,
    isolated: page.isolated,
    oneFile: page.oneFile,
    folder,
    atOnce: page.atOnce,
    integrity: page.pinned ? integrity : undefined,
    fallbacks,
  })
  render(
    <>
      {form(faults)}
      <section class="preview" aria-labelledby="preview-title">
        <h2 id="preview-title">As a visitor sees it</h2>
        <div></div>
      </section>
      <section class="code" aria-labelledby="code-title">
        <h2 id="code-title">The code</h2>
        {code('html', 'For your page', made.html)} {made.css ? code('css', 'For your style sheet', made.css) : null}
        {code('json', 'Or as a file, clinic.json, with config="/clinic.json" on the tag', made.json)}
        {code('wordpress', 'Or in WordPress, with the plugin (the region and its numbers: on its settings page)', made.shortcode)}
        <p role="status">{page.copied && `Copied: ${document.getElementById(page.copied + '-title')?.textContent}.`}</p>
      </section>
    </>,
    document.getElementById('page') as HTMLElement,
  )
  preview(kept)
}

/** A region's numbers, where none was written yet. */
function fillNumbers(numbers: Readonly<Record<string, string>> = {}): void {
  if (!Object.keys(numbers).some((name) => written[name])) Object.assign(written, numbers)
}

function take({ name, value, checked }: HTMLInputElement): void {
  page.copied = ''
  if (name === 'language' || name === 'colour' || name === 'place') page[name] = value
  else if (name === 'own-colour') page.colour = checked ? '#0b4f55' : ''
  else if (name === 'at-once') page.atOnce = checked
  else if (name === 'isolated') page.isolated = checked
  else if (name === 'one-file') page.oneFile = checked
  else if (name === 'pinned') page.pinned = checked
  else written[name] = value
  if (name === 'region') fillNumbers(regions[value])
}

async function copy(id: string): Promise<void> {
  const text = document.getElementById(id)
  try {
    await navigator.clipboard.writeText(text?.textContent ?? '')
    page.copied = id
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
