/** The form of the page that writes the code for a clinic's page: fields made from the settings' schema, and what is chosen of the tag. */
import { type Child, Fragment, h, type Markup } from '../dom/jsx.ts'
import { languages } from 'release'
import { regions, schema } from 'embed-facts'
import { REGIONAL } from '../settings/attributes.ts'

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
export const settings = Object.entries(schema.properties as Record<string, Setting>).filter(([name, { type }]) => name !== '$schema' && type !== 'object')

/** What is ticked. */
export interface Choices {
  isolated: boolean
  oneFile: boolean
  atOnce: boolean
  pinned: boolean
}

export interface Entered extends Choices {
  /** What is written in the fields of the settings, as text; what is empty is not set. */
  readonly written: Record<string, string>
  language: string
  /** Empty: the check's own. */
  colour: string
  /** The folder of the files on the clinic's server. */
  place: string
}

/** By the setting: why it is refused. */
export type Faults = Readonly<Record<string, string>>

function field(name: string, { title, description, type, minimum, maximum, default: standard, examples }: Setting, text = '', fault?: string): Markup {
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
        value={text}
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

function fields({ written }: Entered, faults: Faults, wanted: (name: string, setting: Setting) => boolean): Child {
  return settings.filter(([name, setting]) => wanted(name, setting)).map(([name, setting]) => field(name, setting, written[name], faults[name]))
}

const languageName = (language: string): string => new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language

const languageField = (chosen: string): Markup => (
  <div class="field">
    <label for="language">Language</label>
    <select id="language" name="language">
      <option value="">As the page</option>
      {languages.map((language) => (
        <option value={language} selected={chosen === language}>
          {languageName(language)}
        </option>
      ))}
    </select>
  </div>
)

const colourField = (colour: string): Markup => (
  <div class="field">
    <label>
      <input type="checkbox" name="own-colour" checked={colour !== ''} /> Use your own color
    </label>
    {colour ? (
      <>
        <label for="colour">Color of buttons and links</label>
        <input id="colour" name="colour" type="color" value={colour} />
      </>
    ) : null}
  </div>
)

interface Choice {
  readonly id: string
  readonly key: keyof Choices
  readonly label: string
  /** When to choose it. */
  readonly about: string
}

const CHOICES: readonly Choice[] = [
  {
    id: 'isolated',
    key: 'isolated',
    label: 'Keep it apart from other scripts on this page',
    about:
      'Choose this where the page has analytics, ads, a chat or a tag manager: they then hear and see nothing of the check. It loads a little later, and check-ins are kept as files.',
  },
  {
    id: 'one-file',
    key: 'oneFile',
    label: 'One file with everything inside',
    about:
      'Choose this where you can host a single script and no folder, as in Squarespace, Wix or Webflow: upload tiredness-check.all.js under that name. The page then loads all of it at once, also for those who never use the check.',
  },
  {
    id: 'at-once',
    key: 'atOnce',
    label: 'Load the check at once',
    about:
      'For a page that is all about the check: two files start to load with the page. The code has the name of this release in it, so copy it again with each update.',
  },
  {
    id: 'pinned',
    key: 'pinned',
    label: 'Stay with this release',
    about:
      "The page takes its first script from this release's own folder, and the browser refuses one that was changed. The price: an update, also one that mends a fault, reaches the page only when you copy the code again, and until then the folder has to stay on the server.",
  },
]

export const choiceNamed = (name: string): keyof Choices | undefined => CHOICES.find(({ id }) => id === name)?.key

const choiceField = ({ id, label, about }: Choice, chosen: boolean): Markup => (
  <div class="field">
    <label>
      <input type="checkbox" name={id} checked={chosen} aria-describedby={`${id}-about`} /> {label}
    </label>
    <p class="about" id={`${id}-about`}>
      {about}
    </p>
  </div>
)

const tagFields = (entered: Entered): Markup => (
  <>
    {languageField(entered.language)}
    {colourField(entered.colour)}
    <div class="field">
      <label for="place">Where the files are on your server</label>
      <input id="place" name="place" value={entered.place} autocomplete="off" />
    </div>
    {CHOICES.map((choice) => choiceField(choice, entered[choice.key]))}
  </>
)

export const form = (entered: Entered, faults: Faults): Markup => (
  <form autocomplete="off">
    <h2>Your clinic</h2>
    {fields(entered, faults, (name, { type }) => type === 'string' && !REGIONAL.includes(name))} {tagFields(entered)}
    <details>
      <summary>Numbers outside the US</summary>
      <p class="about">For {Object.keys(regions).join(', ')} the numbers are filled in. Dial each of them before you publish.</p>
      {fields(entered, faults, (name) => REGIONAL.includes(name))}
    </details>
    <details>
      <summary>Stricter limits</summary>
      <p class="about">A limit can only make the check more careful.</p>
      {fields(entered, faults, (_, { type }) => type === 'integer')}
    </details>
  </form>
)
