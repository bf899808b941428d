/** The level by time and tiredness: a picture, and the same as a table. What is drawn is what the engine decides for each hour. */
import * as Plot from '@observablehq/plot'
import { Fragment, h, render, type Markup } from '../src/dom/jsx.ts'
import type { Answer } from '../src/engine/contract.ts'
import type { Case, LevelMap, Question, Questionnaire } from './answers.ts'
import type { ReviewContext } from './context.ts'
import { asPicture } from './picture.ts'
import { levelName, LEVELS } from './words.tsx'

const HOURS_A_DAY = 24
const DAYS = 14

/** The questions that can be chosen here, with what stands there at first; all else is answered calmly. */
const CHOICES = ['function', 'alertness', 'slept', 'company', 'trend', 'age', 'setting', 'daily-dose', 'between-sessions', 'conditions'] as const

/** Of a question with many options, "none" or one of them. */
const oneOf = (answer: Answer | undefined): string => (Array.isArray(answer) ? (answer[0] ?? '') : String(answer ?? ''))

const SLEPT = 'slept'
/** Of the hours it is the only answer that changes by itself: nobody has slept a night on the first day. */
const NIGHT = 'after-the-first-day'

/** Asked where the ketamine was taken at home: as planned, or every result would speak of that. */
const AT_HOME = { 'dose-as-planned': 'planned' }

const SVG = 'http://www.w3.org/2000/svg'

/** How the lines of a level's pattern run: they are told apart without their colours. */
const PATTERNS: Readonly<Record<string, string>> = {
  emergency: 'M0 0L8 8M8 0L0 8',
  crisis: 'M0 4H8M4 0V8',
  urgent: 'M0 8L8 0',
  'same-day': 'M0 0L8 8',
  soon: 'M0 4H8',
  expected: '',
}

/** A square of lines on the level's ground, to be drawn over and over. */
function pattern(level: string, name: string): Element {
  const element = document.createElementNS(SVG, 'pattern')
  for (const [key, value] of Object.entries({ id: name, width: '8', height: '8', patternUnits: 'userSpaceOnUse', 'data-level': level }))
    element.setAttribute(key, value)
  const ground = document.createElementNS(SVG, 'rect')
  for (const [key, value] of Object.entries({ width: '8', height: '8', class: 'ground' })) ground.setAttribute(key, value)
  const lines = document.createElementNS(SVG, 'path')
  for (const [key, value] of Object.entries({ d: PATTERNS[level] ?? '', class: 'lines' })) lines.setAttribute(key, value)
  element.append(ground, lines)
  return element
}

const nameOf = (level: string): string => `map-${level}`

/** A piece of a level's pattern, for the list that says what each means. */
function swatch(level: string): Element {
  const picture = document.createElementNS(SVG, 'svg')
  for (const [key, value] of Object.entries({ width: '32', height: '20', 'aria-hidden': 'true' })) picture.setAttribute(key, value)
  const piece = document.createElementNS(SVG, 'rect')
  for (const [key, value] of Object.entries({ width: '32', height: '20', fill: `url(#${nameOf(level)})` })) piece.setAttribute(key, value)
  picture.append(piece)
  return picture
}

function picture(map: LevelMap): Element {
  const squares = map.flatMap(({ tiredness, runs }) =>
    runs.map(({ from, to, level }) => ({ from: from / HOURS_A_DAY, to: to / HOURS_A_DAY, tiredness, level })),
  )
  const figure = Plot.plot({
    width: 760,
    height: 400,
    marginLeft: 50,
    marginBottom: 45,
    ariaLabel: 'The level by days since the session and by tiredness. The table below says the same.',
    x: { label: 'Days since the session', domain: [0, DAYS], ticks: DAYS },
    y: { label: 'Tiredness', domain: [-0.5, 10.5], ticks: map.map(({ tiredness }) => tiredness), tickFormat: String },
    marks: [
      () => {
        const patterns = document.createElementNS(SVG, 'defs')
        patterns.append(...LEVELS.map((level) => pattern(level, nameOf(level))))
        return patterns as SVGElement
      },
      Plot.rect(squares, {
        x1: 'from',
        x2: 'to',
        y1: ({ tiredness }: { tiredness: number }) => tiredness - 0.5,
        y2: ({ tiredness }: { tiredness: number }) => tiredness + 0.5,
        fill: ({ level }: { level: string }) => `url(#${nameOf(level)})`,
      }),
      Plot.gridX({ ticks: DAYS, strokeOpacity: 0.4 }),
    ],
  })
  return asPicture(figure)
}

/** In hours up to two days, as the rules count; then in days and hours. */
function time(hours: number): string {
  if (hours < 2 * HOURS_A_DAY) return `${hours} h`
  const days = Math.floor(hours / HOURS_A_DAY)
  const rest = hours % HOURS_A_DAY
  return rest ? `${days} d ${rest} h` : `${days} days`
}

/** Where anything changes for any score: the table's columns. */
const cuts = (map: LevelMap): number[] => [...new Set(map.flatMap(({ runs }) => runs.map(({ from }) => from)))].sort((one, other) => one - other)

export function mountMap(container: HTMLElement, context: ReviewContext): void {
  let questions: readonly Question[] = []
  let answers: Case['answers'] = {}
  let map: LevelMap | null = null
  let drawn: Element | null = null
  let fault = ''
  let asked = 0
  const swatches = Object.fromEntries(LEVELS.map((level) => [level, swatch(level)]))

  /** The answers as they are at that hour. */
  function answersAt(hours: number): Case['answers'] {
    const slept: Case['answers'] = answers[SLEPT] === NIGHT ? { [SLEPT]: hours < HOURS_A_DAY ? 'no' : 'yes' } : {}
    const atHome: Case['answers'] = answers['setting'] === 'home' ? AT_HOME : {}
    return { ...atHome, ...answers, ...slept }
  }

  const mapFrom = (hours: number): Promise<LevelMap> => context.call<LevelMap>({ map: { answers: answersAt(hours), config: context.settings() } })

  /** The first day of the one, and what comes after it of the other. */
  async function wholeMap(): Promise<LevelMap> {
    const [day, later] = await Promise.all([mapFrom(0), mapFrom(HOURS_A_DAY)])
    return day.map(({ tiredness, runs }, row) => ({
      tiredness,
      runs: [
        ...runs.filter(({ from }) => from < HOURS_A_DAY).map((run) => ({ ...run, to: Math.min(run.to, HOURS_A_DAY) })),
        ...later[row]!.runs.filter(({ to }) => to > HOURS_A_DAY).map((run) => ({ ...run, from: Math.max(run.from, HOURS_A_DAY) })),
      ],
    }))
  }

  async function look(): Promise<void> {
    const mine = ++asked
    try {
      const found = await wholeMap()
      if (mine !== asked) return
      map = found
      drawn = picture(found)
      fault = ''
    } catch (error) {
      fault = error instanceof Error ? error.message : String(error)
    }
    draw()
  }

  function choose(question: Question, value: string): void {
    const { [question.linkId]: _, ...others } = answers
    answers = value ? { ...others, [question.linkId]: question.type === 'multi' ? [value] : value } : others
    look()
  }

  const field = (question: Question): Markup => {
    const value = oneOf(answers[question.linkId])
    return (
      <div class="field">
        <label for={`map-${question.linkId}`}>{question.text}</label>
        <select id={`map-${question.linkId}`} onchange={({ target }: Event) => choose(question, (target as HTMLSelectElement).value)}>
          <option value="" selected={!value}>
            Not answered
          </option>
          {question.linkId === SLEPT ? (
            <option value={NIGHT} selected={value === NIGHT}>
              Not on the first day, then yes
            </option>
          ) : null}
          {question.options.map((option) => (
            <option value={option.value} selected={option.value === value}>
              {option.text}
            </option>
          ))}
        </select>
      </div>
    )
  }

  const legend = (): Markup => (
    <ul class="legend">
      {LEVELS.map((level) => (
        <li>
          {swatches[level]} {levelName(level)}
        </li>
      ))}
    </ul>
  )

  function open(tiredness: number, hours: number): void {
    context.openCase({ answers: { ...answersAt(hours), tiredness, 'hours-since-session': hours } }, `tiredness ${tiredness}, ${time(hours)} after the session`)
  }

  function table(known: LevelMap): Markup {
    const columns = cuts(known)
    return (
      <div class="scrolls" tabindex="0" role="group" aria-label="The map as a table">
        <table class="map">
          <caption>The same as a table. Each button opens the case at the beginning of its time.</caption>
          <thead>
            <tr>
              <th scope="col">Tiredness</th>
              {columns.map((from, index) => (
                <th scope="col">
                  {time(from)} to {time(columns[index + 1] ?? DAYS * HOURS_A_DAY)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...known].reverse().map(({ tiredness, runs }) => (
              <tr>
                <th scope="row">{tiredness}</th>
                {columns.map((from) => {
                  const run = runs.find((one) => one.from <= from && from < one.to)!
                  return (
                    <td>
                      <button
                        type="button"
                        class="level"
                        data-level={run.level}
                        onclick={() => open(tiredness, from)}
                        aria-label={`${levelName(run.level)}: open tiredness ${tiredness} at ${time(from)}`}
                      >
                        {levelName(run.level)}
                      </button>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )
  }

  function draw(): void {
    render(
      <>
        <h2 tabindex="-1">The map: what counts as usual, when</h2>
        <p>The level by the time since the session and the tiredness, all else as you choose it here. What you do not see here is answered calmly.</p>
        <form class="filters" aria-label="What the map is of">
          {questions.map(field)}
        </form>
        {fault ? (
          <p class="fault" role="alert">
            {fault}
          </p>
        ) : null}
        {map && drawn ? (
          <>
            <div class="scrolls" tabindex="0" role="group" aria-label="The map as a picture">
              {drawn}
            </div>
            {legend()}
            {table(map)}
          </>
        ) : null}
      </>,
      container,
    )
  }

  async function start(): Promise<void> {
    const [{ pages }, calm] = await Promise.all([context.call<Questionnaire>({ questionnaire: { language: 'en' } }), context.call<Case>({ calm: {} })])
    const all = pages.flatMap(({ items }) => items)
    questions = CHOICES.map((linkId) => all.find((question) => question.linkId === linkId)!)
    const { 'hours-since-session': _, ...rest } = calm.answers
    answers = { ...rest, [SLEPT]: NIGHT }
    await look()
  }

  context.onChange(look)
  draw()
  start().catch((error: unknown) => {
    fault = String(error instanceof Error ? error.message : error)
    draw()
  })
}
