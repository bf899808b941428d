/** The sheet as it stands on paper: black on white, what to do first, and the clinic's part at the end. */
import { unbroken } from '../../components/call-link.tsx'
import { gauge } from '../../components/gauge.tsx'
import { levelIcon } from '../../components/icons.tsx'
import { drawnMarks } from '../../components/time-line.tsx'
import { type Child, Fragment, h, type Markup } from '../../dom/jsx.ts'
import type { Entry, Section, Sheet } from './sheet.ts'

/** A text in which no phone number is broken over two lines. */
type Whole = (text: string) => Child

const wholeNumbers =
  (numbers: readonly string[]): Whole =>
  (text) => {
    const number = numbers.find((one) => text.includes(one))
    return number === undefined ? text : unbroken(text, number)
  }

const inEnglish = ({ english }: Entry): Child =>
  english ? (
    <i lang="en">
      {' '}
      {english.label} {english.values.join('; ')}
    </i>
  ) : null

const entry = (one: Entry): Markup => (
  <p class="sheet-entry">
    {one.label} <b>{one.values.join('; ')}</b>
    {inEnglish(one)}
  </p>
)

const drawnScore = ({ score }: Section): Child => (score ? [<p>{score.text}</p>, gauge(score.n)] : null)

const body = ({ lines, entries }: Section, whole: Whole): Markup => (
  <>
    {lines.length ? (
      <ul>
        {lines.map((line) => (
          <li>{whole(line)}</li>
        ))}
      </ul>
    ) : null}
    {entries.map(entry)}
  </>
)

const run = (one: Entry): Markup => (
  <>
    {one.label} <b>{one.values.join('; ')}</b>
    {inEnglish(one)}.{' '}
  </>
)

/** In English alone: the visitor knows what the answers were, and whoever reads it at the clinic comes first. */
const englishAlone = ({ english, ...own }: Entry): Entry => english || own

/** Run on, without a new line for each. */
const tightBody = ({ lines, entries }: Section, whole: Whole): Markup => (
  <p>
    {lines.map((line) => [whole(line), ' '])} {entries.map(run)}
  </p>
)

/** How much room there is: `short` leaves out what stands there in two languages. */
export type Room = 'wide' | 'tight' | 'short'

/** What to do, what to say and why keep a line for each where room is short, and what to do always. */
const LISTED: Readonly<Record<Room, readonly string[]>> = { wide: [], tight: ['actions', 'say', 'reasons'], short: ['actions'] }

/** Drawn across the sheet. */
const isTimeLine = ({ id }: Section): boolean => id === 'time-line'

/** The clinic's part, in one language where room is short. */
const clinicsPart = ({ clinic }: Sheet, room: Room): readonly Section[] =>
  room === 'short'
    ? clinic.sections.filter(({ id }) => id !== 'english').map((section) => ({ ...section, entries: section.entries.map(englishAlone) }))
    : clinic.sections

export const paper = (sheet: Sheet, room: Room, drawing: Child): Markup => {
  const tight = room !== 'wide'
  const whole = wholeNumbers(sheet.numbers)
  const part = (section: Section): Markup => (
    <section class="sheet-part" lang={section.id === 'english' ? 'en' : null}>
      <h2>{section.title}</h2>
      {tight && !LISTED[room].includes(section.id) ? tightBody(section, whole) : body(section, whole)} {section.id === 'trend' ? drawing : null}
      {tight ? null : drawnScore(section)}
    </section>
  )
  return (
    <article class={room === 'short' ? 'sheet sheet-tight sheet-short' : tight ? 'sheet sheet-tight' : 'sheet'}>
      <p class="sheet-name">
        {sheet.name}: <span class="sheet-blank"></span>
      </p>
      <header class="sheet-head">
        {levelIcon(sheet.level)}
        <div>
          <h1>{sheet.title}</h1>
          <p>{sheet.summary}</p>
          <p class="sheet-made">{sheet.made}</p>
          <p>{sheet.until}</p>
        </div>
      </header>
      {sheet.sections.filter(isTimeLine).map(({ title }) => (
        <section class="sheet-part">
          <h2>{title}</h2>
          {drawnMarks(sheet.marks)}
        </section>
      ))}
      <div class="sheet-columns">{sheet.sections.filter((section) => !isTimeLine(section)).map(part)}</div>
      <p class="sheet-end">{sheet.end}</p>
      <section class="sheet-clinic">
        <h2>{sheet.clinic.title}</h2>
        <div class="sheet-columns">{clinicsPart(sheet, room).map(part)}</div>
        <p class="sheet-end">{sheet.clinic.end.join(' ')}</p>
      </section>
    </article>
  )
}
