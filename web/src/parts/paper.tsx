/** The sheet as it stands on paper: black on white, what to do first, answers at the end. */
import { Fragment, h, type Markup } from '../markup.ts'
import { levelIcon } from '../pages/icons.tsx'
import type { Entry, Section, Sheet } from './sheet.ts'
import { drawnMarks } from './timeline.tsx'

const entry = ({ label, values }: Entry): Markup => (
  <p class="sheet-entry">
    {label} <b>{values.join('; ')}</b>
  </p>
)

const rule = (id: string | undefined): unknown => (id ? <span class="sheet-rule">({id})</span> : null)

const body = ({ lines, rules, entries = [] }: Section): Markup => (
  <>
    {lines.length ? (
      <ul>
        {lines.map((line, index) => (
          <li>
            {line}
            {rule(rules?.[index])}
          </li>
        ))}
      </ul>
    ) : null}
    {entries.map(entry)}
  </>
)

const run = ({ label, values }: Entry): Markup => (
  <>
    <i>{label}</i> {values.join('; ')}.{' '}
  </>
)

/** Run on, without a new line for each. What is only to be told as well stands by the names of its rules. */
const tightBody = ({ id, lines, rules, entries = [] }: Section): Markup => (
  <p>
    {(id === 'also' && rules ? [rules.join(', ')] : lines).join(' ')} {entries.map(run)}
  </p>
)

/** What to do and why keep a line for each even where room is short. */
const ALWAYS_LISTED = ['actions', 'reasons']

const part = (section: Section, tight: boolean, drawing: unknown): Markup => (
  <section class="sheet-part">
    <h2>{section.title}</h2>
    {tight && !ALWAYS_LISTED.includes(section.id) ? tightBody(section) : body(section)}{' '}
    {section.id === 'trend' ? drawing : null}
  </section>
)

/** Drawn across the sheet. */
const isTimeLine = ({ id }: Section): boolean => id === 'time-line'

export const paper = (sheet: Sheet, tight: boolean, drawing: unknown): Markup => (
  <article class={tight ? 'sheet sheet-tight' : 'sheet'}>
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
    <div class="sheet-columns">{sheet.sections.filter((section) => !isTimeLine(section)).map((section) => part(section, tight, drawing))}</div>
    <footer class="sheet-end">
      {sheet.end.map((line) => (
        <p>{line}</p>
      ))}
    </footer>
  </article>
)
