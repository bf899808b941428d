/** How the tiredness went: in words, as a drawing, and as a table with the same numbers. The engine compares; this shows. */
import { Fragment, h, type Markup } from '../markup.ts'
import type { Assessment } from '../contract.ts'
import type { Model } from '../pages/model.ts'
import { timeOf } from '../time.ts'
import { section } from '../pages/result-parts.tsx'
import { HOUR, points, trendKeys, type Course, type Point } from './course.ts'
import { folded } from './fold.tsx'

const LEFT = 28
const RIGHT = 308
const TOP = 12
const BOTTOM = 132

const mark = ({ why }: Point, x: number, y: number): unknown =>
  why ? <rect class="other" x={x - 4} y={y - 4} width="8" height="8" /> : <circle class="dot" cx={x} cy={y} r="4" />

/** Later than now is a wrong clock, and another session is another course: those are in the table alone. */
const isDrawn = ({ why }: Point): boolean => !why || why === 'ui.trend.other-rules'

function drawing({ t, args }: Model, past: readonly Point[], { at, tiredness, ended }: Course): Markup {
  const now: Point = { time: at.getTime(), tiredness, why: undefined }
  const shown = [...past.filter(isDrawn), now]
  const session = ended ? timeOf(ended) : NaN
  const usual = session + Number(args.expectedTirednessHours) * HOUR
  const from = Math.min(...shown.map(({ time }) => time), ...(ended ? [session] : []))
  const to = Math.max(now.time, from + HOUR)
  const x = (time: number): number => Math.round(LEFT + ((Math.min(time, to) - from) / (to - from)) * (RIGHT - LEFT))
  const y = (score: number): number => Math.round(BOTTOM - (score / 10) * (BOTTOM - TOP))
  const line = shown.filter(({ why }: Point) => !why).map((point) => `${x(point.time)},${y(point.tiredness)}`)
  return (
    <svg
      class="chart"
      viewBox="0 0 320 140"
      role="img"
      aria-label={t('ui.trend.chart', { count: past.length + 1, n: tiredness })}
    >
      {ended ? <rect class="usual" x={x(session)} y={TOP} width={x(usual) - x(session)} height={BOTTOM - TOP} /> : null}
      {[0, 5, 10].map((score) => (
        <>
          <path class="grid" d={`M${LEFT} ${y(score)}H${RIGHT}`} />
          <text x={LEFT - 6} y={y(score) + 4} text-anchor="end">
            {score}
          </text>
        </>
      ))}
      <polyline class="line" points={line.join(' ')} />
      {past.filter(isDrawn).map((point) => mark(point, x(point.time), y(point.tiredness)))}
      <circle class="dot now" cx={x(now.time)} cy={y(tiredness)} r="6" />
    </svg>
  )
}

/** What was kept may name what no text is for. */
const ableText = ({ t, content }: Model, able = ''): unknown =>
  content.find('item.function.option.' + able) ? (
    <>
      <br />
      {t('item.function.option.' + able)}
    </>
  ) : null

const row = (m: Model, { time, tiredness, able, why }: Point): Markup => (
  <tr>
    <th scope="row">{m.formats.moment(new Date(time))}</th>
    <td>
      {tiredness}
      {ableText(m, able)}
    </td>
    <td>{m.t(why || 'ui.trend.compared')}</td>
  </tr>
)

const table = (m: Model, past: readonly Point[], { at, tiredness }: Course): Markup =>
  folded(m, 'ui.trend.table', m.t('ui.trend.table'), () => (
    <div class="wide" role="region" tabindex="0" aria-label={m.t('ui.trend.table')}>
      <table>
        <thead>
          <tr>
            {['ui.trend.when', 'ui.trend.score', 'ui.trend.use'].map((key) => (
              <th scope="col">{m.t(key)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {past.map((point) => row(m, point))}
          <tr>
            <th scope="row">{m.formats.moment(at)}</th>
            <td>{tiredness}</td>
            <td>{m.t('ui.trend.now')}</td>
          </tr>
        </tbody>
      </table>
    </div>
  ))

/** The drawing alone, for paper. */
export const chart = (m: Model, { versions }: Assessment, course: Course): Markup =>
  drawing(m, points(course, versions.rules), course)

/** Better, same or worse than before. */
export function trend(m: Model, assessment: Assessment, course: Course): unknown {
  const past = points(course, assessment.versions.rules)
  const keys = trendKeys(assessment)
  return section(
    m,
    'ui.trend.title',
    <>
      <ul>
        {(assessment.trend.records ? keys : ['ui.trend.none', ...keys]).map((key) => (
          <li>{m.t(key)}</li>
        ))}
      </ul>
      <p>{m.t('ui.trend.numbers')}</p>
      {drawing(m, past, course)}
      {course.ended ? <p class="hint">{m.t('ui.trend.usual')}</p> : null}
      {past.some(({ why }) => why === 'ui.trend.other-rules') ? <p class="hint">{m.t('ui.trend.squares')}</p> : null}
      {table(m, past, course)}
    </>,
  )
}
