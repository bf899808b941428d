/** How the tiredness went: in words, as a drawing, and as a table with the same numbers. The engine compares; this shows. */
import { disclosure } from '../../components/disclosure.tsx'
import { section } from '../../components/section.tsx'
import { type Child, Fragment, h, type Markup } from '../../dom/jsx.ts'
import type { Assessment, Key, TimeMark } from '../../engine/contract.ts'
import { timeOf } from '../../i18n/dates.ts'
import { trendKeys } from '../../model/trend.ts'
import type { Model } from '../../model/view-model.ts'
import { type Series, HOUR, type Point } from './series.ts'

const LEFT = 28
const RIGHT = 304
/** The time line runs above the chart, on the same scale. */
const LINE = 24
const TOP = 42
const BOTTOM = 162
const HEIGHT = 184
/** So wide are the words of a mark, and of a day. */
const MARK_WIDTH = 34
const DAY_WIDTH = 64
const NOW_WIDTH = 60

const mark = ({ why }: Point, x: number, y: number): Child =>
  why ? <rect class="other" x={x - 4} y={y - 4} width="8" height="8" /> : <circle class="dot" cx={x} cy={y} r="4" />

/** Later than now is a wrong clock, and another session is another course: those are in the table alone. */
const isDrawn = ({ why }: Point): boolean => !why || why === 'ui.trend.other-rules'

/** Those that have room for their words beside the one before. */
function spaced(places: readonly { x: number; text: string }[], width: number): { x: number; text: string }[] {
  const kept: { x: number; text: string }[] = []
  for (const place of places) if (!kept.length || place.x - kept[kept.length - 1]!.x >= width) kept.push(place)
  return kept
}

/** The midnights in between. */
function midnights(from: number, to: number): Date[] {
  const days: Date[] = []
  const at = new Date(from)
  at.setHours(24, 0, 0, 0)
  for (; at.getTime() < to; at.setDate(at.getDate() + 1)) days.push(new Date(at))
  return days
}

const dayFormat = ({ content }: Model): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(content.about.locale, { weekday: 'short', month: 'numeric', day: 'numeric' })

/** The same time line as on the result: the session, what is over from when on, and now. */
const marksAbove = (timeLine: readonly TimeMark[], x: (time: number) => number, now: number): Child => {
  const places = timeLine.map(({ hours, at }) => ({ x: x(timeOf(at)), text: `${hours} h` }))
  return places.length ? (
    <>
      <path class="grid" d={`M${places[0]!.x} ${LINE}H${RIGHT}`} />
      {places.map((place) => (
        <circle class="mark" cx={place.x} cy={LINE} r="3" />
      ))}
      {spaced(places, MARK_WIDTH).map((place) => (
        <text x={place.x} y={LINE - 9} text-anchor="middle">
          {place.text}
        </text>
      ))}
      <path class="line until-now" d={`M${x(now)} ${LINE}V${BOTTOM}`} />
    </>
  ) : null
}

interface Span {
  from: number
  to: number
}

/** From the session until tiredness is usually gone: nothing where the time line tells neither. */
function usualTime({ timeLine }: Assessment): Span | undefined {
  const end = timeLine.find(({ lines }) => lines.some(({ id }) => id === 'tiredness'))
  return end && { from: timeOf(timeLine[0]!.at), to: timeOf(end.at) }
}

const usualBand = ({ t }: Model, { from, to }: Span, x: (time: number) => number): Markup => (
  <>
    <rect class="usual" x={x(from)} y={TOP} width={x(to) - x(from)} height={BOTTOM - TOP} />
    <text x={x(from) + 5} y={BOTTOM - 6}>
      {t('ui.trend.usual-time')}
    </text>
  </>
)

const y = (score: number): number => Math.round(BOTTOM - (score / 10) * (BOTTOM - TOP))

const scoreLine = (score: number): Markup => (
  <>
    <path class="grid" d={`M${LEFT} ${y(score)}H${RIGHT}`} />
    <text x={LEFT - 6} y={y(score) + 4} text-anchor="end">
      {score}
    </text>
  </>
)

/** The days below, those that have room with their names. */
function daysBelow(m: Model, days: readonly Date[], x: (time: number) => number): Markup {
  const format = dayFormat(m)
  const places = days.map((day) => ({ x: x(day.getTime()), text: format.format(day) }))
  const named = spaced(
    places.filter((place) => place.x < RIGHT - DAY_WIDTH / 2),
    DAY_WIDTH,
  )
  return (
    <>
      {places.map((place) => (
        <path class="grid" d={`M${place.x} ${BOTTOM}v5`} />
      ))}
      {named.map((place) => (
        <text x={place.x} y={BOTTOM + 17} text-anchor="middle">
          {place.text}
        </text>
      ))}
    </>
  )
}

/** The check-in of now, with its words on the side that has room for them. */
function nowMark({ t }: Model, score: number, x: number): Markup {
  const isLate = x > RIGHT - NOW_WIDTH
  return (
    <>
      <circle class="dot now" cx={x} cy={y(score)} r="6" />
      <text class="here" x={x + (isLate ? -10 : 10)} y={y(score) + (score > 8 ? 18 : -8)} text-anchor={isLate ? 'end' : 'start'}>
        {t('ui.trend.here', { n: score })}
      </text>
    </>
  )
}

function drawing(m: Model, { timeLine }: Assessment, usual: Span | undefined, { earlier, at, tiredness }: Series): Markup {
  const now: Point = { time: at.getTime(), tiredness, why: undefined }
  const past = earlier.filter(isDrawn)
  const shown = [...past, now]
  const times = timeLine.map((one) => timeOf(one.at))
  const from = Math.min(...shown.map(({ time }) => time), ...times)
  const to = Math.max(now.time, from + HOUR, ...times)
  const x = (time: number): number => Math.round(LEFT + ((Math.min(time, to) - from) / (to - from)) * (RIGHT - LEFT))
  const line = shown.filter(({ why }) => !why).map((point) => `${x(point.time)},${y(point.tiredness)}`)
  const label = m.t('ui.trend.chart', { count: earlier.length + 1, n: tiredness })
  return (
    <svg class="chart" viewBox={`0 0 320 ${HEIGHT}`} role="img" aria-label={label}>
      {usual ? usualBand(m, usual, x) : null}
      {[0, 5, 10].map(scoreLine)}
      {daysBelow(m, midnights(from, to), x)}
      {marksAbove(timeLine, x, now.time)}
      <polyline class="line" points={line.join(' ')} />
      {past.map((point) => mark(point, x(point.time), y(point.tiredness)))}
      {nowMark(m, tiredness, x(now.time))}
    </svg>
  )
}

/** What was kept may name what no text is for. */
const ableText = ({ t, content }: Model, able = ''): Child =>
  content.find('item.function.option.' + able) ? (
    <>
      <br />
      {t('item.function.option.' + able)}
    </>
  ) : null

/** The number, and below it what else there is to say. */
const row = (m: Model, time: Date, tiredness: number, note: Key | undefined, able?: string): Markup => (
  <tr>
    <th scope="row">{m.formats.moment(time)}</th>
    <td>
      <b>{tiredness}</b>
      {ableText(m, able)}
      {note ? (
        <>
          <br />
          {m.t(note)}
        </>
      ) : null}
    </td>
  </tr>
)

const table = (m: Model, past: readonly Point[], { at, tiredness }: Series): Markup =>
  disclosure(m, 'ui.trend.table', m.t('ui.trend.table'), () => (
    <div class="wide" role="region" tabindex="0" aria-label={m.t('ui.trend.table')}>
      <table>
        <thead>
          <tr>
            {['ui.trend.when', 'ui.trend.score'].map((key) => (
              <th scope="col">{m.t(key)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {past.map((point) => row(m, new Date(point.time), point.tiredness, point.why, point.able))}
          {row(m, at, tiredness, 'ui.trend.now')}
        </tbody>
      </table>
    </div>
  ))

/** The drawing alone, for paper. */
export const chart = (m: Model, assessment: Assessment, series: Series): Markup => drawing(m, assessment, usualTime(assessment), series)

/** Better, same or worse than before. */
export function trend(m: Model, assessment: Assessment, series: Series): Child {
  const past = series.earlier
  const keys = trendKeys(assessment)
  const usual = usualTime(assessment)
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
      {drawing(m, assessment, usual, series)}
      {usual ? <p class="hint">{m.t('ui.trend.usual')}</p> : null}
      {past.some(({ why }) => why === 'ui.trend.other-rules') ? <p class="hint">{m.t('ui.trend.squares')}</p> : null}
      {table(m, past, series)}
    </>,
  )
}
