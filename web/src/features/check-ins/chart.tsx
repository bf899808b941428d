/** How the tiredness went: in words, as a drawing, and as a table with the same numbers. The engine compares; this shows. */
import { disclosure } from '../../components/disclosure.tsx'
import { section } from '../../components/section.tsx'
import { Fragment, h, type Markup } from '../../dom/jsx.ts'
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

const mark = ({ why }: Point, x: number, y: number): unknown =>
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
const marksAbove = (timeLine: readonly TimeMark[], x: (time: number) => number, now: number): unknown => {
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

/** From the session until tiredness is usually gone: nothing where the time line tells neither. */
function usualTime({ timeLine }: Assessment): { from: number; to: number } | undefined {
  const end = timeLine.find(({ lines }) => lines.some(({ id }) => id === 'tiredness'))
  return end && { from: timeOf(timeLine[0]!.at), to: timeOf(end.at) }
}

function drawing(m: Model, assessment: Assessment, past: readonly Point[], { at, tiredness }: Series): Markup {
  const { t } = m
  const { timeLine } = assessment
  const now: Point = { time: at.getTime(), tiredness, why: undefined }
  const shown = [...past.filter(isDrawn), now]
  const usual = usualTime(assessment)
  const times = timeLine.map((one) => timeOf(one.at))
  const from = Math.min(...shown.map(({ time }) => time), ...times)
  const to = Math.max(now.time, from + HOUR, ...times)
  const x = (time: number): number => Math.round(LEFT + ((Math.min(time, to) - from) / (to - from)) * (RIGHT - LEFT))
  const y = (score: number): number => Math.round(BOTTOM - (score / 10) * (BOTTOM - TOP))
  const line = shown.filter(({ why }: Point) => !why).map((point) => `${x(point.time)},${y(point.tiredness)}`)
  const format = dayFormat(m)
  const days = midnights(from, to).map((day) => ({ x: x(day.getTime()), text: format.format(day) }))
  const isLate = x(now.time) > RIGHT - NOW_WIDTH
  return (
    <svg class="chart" viewBox={`0 0 320 ${HEIGHT}`} role="img" aria-label={t('ui.trend.chart', { count: past.length + 1, n: tiredness })}>
      {usual ? (
        <>
          <rect class="usual" x={x(usual.from)} y={TOP} width={x(usual.to) - x(usual.from)} height={BOTTOM - TOP} />
          <text x={x(usual.from) + 5} y={BOTTOM - 6}>
            {t('ui.trend.usual-time')}
          </text>
        </>
      ) : null}
      {[0, 5, 10].map((score) => (
        <>
          <path class="grid" d={`M${LEFT} ${y(score)}H${RIGHT}`} />
          <text x={LEFT - 6} y={y(score) + 4} text-anchor="end">
            {score}
          </text>
        </>
      ))}
      {days.map((day) => (
        <path class="grid" d={`M${day.x} ${BOTTOM}v5`} />
      ))}
      {spaced(
        days.filter((day) => day.x < RIGHT - DAY_WIDTH / 2),
        DAY_WIDTH,
      ).map((day) => (
        <text x={day.x} y={BOTTOM + 17} text-anchor="middle">
          {day.text}
        </text>
      ))}
      {marksAbove(timeLine, x, now.time)}
      <polyline class="line" points={line.join(' ')} />
      {past.filter(isDrawn).map((point) => mark(point, x(point.time), y(point.tiredness)))}
      <circle class="dot now" cx={x(now.time)} cy={y(tiredness)} r="6" />
      <text class="here" x={x(now.time) + (isLate ? -10 : 10)} y={y(tiredness) + (tiredness > 8 ? 18 : -8)} text-anchor={isLate ? 'end' : 'start'}>
        {t('ui.trend.here', { n: tiredness })}
      </text>
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
export const chart = (m: Model, assessment: Assessment, series: Series): Markup => drawing(m, assessment, series.earlier, series)

/** Better, same or worse than before. */
export function trend(m: Model, assessment: Assessment, series: Series): unknown {
  const past = series.earlier
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
      {drawing(m, assessment, past, series)}
      {usualTime(assessment) ? <p class="hint">{m.t('ui.trend.usual')}</p> : null}
      {past.some(({ why }) => why === 'ui.trend.other-rules') ? <p class="hint">{m.t('ui.trend.squares')}</p> : null}
      {table(m, past, series)}
    </>,
  )
}
