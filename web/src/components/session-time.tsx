/** When the session ended: a day, and once there is one a time of day. */
import { type Child, Fragment, h, type Markup } from '../dom/jsx.ts'
import type { Echo, Item } from '../engine/contract.ts'
import { clockOf, dayOf, HALF_HOURS, isDay, lastDays, otherClock } from '../i18n/dates.ts'
import type { Model } from '../model/view-model.ts'
import { faultOf, lostNote } from './field-parts.tsx'

const DAYS = 14
/** The parts of a day, of six hours each: the newest first, as the days are. */
const PARTS = ['ui.time.evening', 'ui.time.afternoon', 'ui.time.morning', 'ui.time.night']

const CLOCK = 'session-clock'
const HOUR = 3600e3

/**
 * A browser may pretend to be elsewhere, and a device's clock be wrong: then only who sees it can choose the right time. It is
 * told beside the fields, and where the clinic's is another, that too; nothing is put right by a guess.
 */
const clocks = ({ t, formats, now, config }: Model): Markup => {
  const clinic = otherClock(now, config.timeZone as string | undefined)
  const time = formats.moment(now)
  return (
    <div class="hint" id={CLOCK}>
      <p>{t('ui.session.clock', { time })}</p>
      {clinic && <p>{t('ui.session.clock.clinic', { time: formats.moment(clinic), ago: formats.moment(new Date(now.getTime() - 2 * HOUR)) })}</p>}
    </div>
  )
}

const CHOOSE = { day: 'ui.session.day.choose', time: 'ui.session.time.choose' }

const entry = (value: string, text: string, chosen: string): Markup => (
  <option value={value} selected={value === chosen}>
    {text}
  </option>
)

const dayText = ({ t, formats }: Model, date: Date, back: number): string => {
  const text = formats.day(date)
  if (back > 1) return text
  return t(back ? 'ui.day.yesterday' : 'ui.day.today', { date: text })
}

const select = (m: Model, item: Item, part: 'day' | 'time', body: Child): Markup => {
  const { t, state } = m
  const choose = CHOOSE[part]
  const name = 'session-' + part
  const wrong = faultOf(m, item) && (part === 'time' || !isDay(state.session.day))
  return (
    <>
      <label class="select-label" for={name}>
        {t(part === 'day' ? 'ui.session.day' : 'ui.session.time')}
      </label>
      <select id={name} name={name} aria-invalid={wrong ? 'true' : null} aria-describedby={(wrong ? item.linkId + '-error ' : '') + CLOCK}>
        {entry('', t(choose), state.session[part])}
        {body}
      </select>
    </>
  )
}

/** Today's hours that are still to come are not offered; one that was chosen for another day stays, and is an error. */
const times = ({ t, formats, state: { session }, now }: Model): Child => {
  const latest = session.day === dayOf(now) ? clockOf(now) : '24'
  const offered = HALF_HOURS.filter((time) => time <= latest || time === session.time).reverse()
  return (
    <>
      {entry('unsure', t('ui.session.time.unsure'), session.time)}
      {PARTS.map((part, index) => {
        const within = offered.filter((time) => Math.floor(parseInt(time) / 6) === 3 - index)
        return within.length > 0 && <optgroup label={t(part)}>{within.map((time) => entry(time, formats.time(time), session.time))}</optgroup>
      })}
    </>
  )
}

/** The engine's reading of the two is told back: "That was about 20 hours ago." */
export const sessionFields = (m: Model, item: Item, echo: Echo | undefined): Markup => {
  const { day } = m.state.session
  return (
    <>
      {clocks(m)}
      {select(
        m,
        item,
        'day',
        <>
          {lastDays(m.now, DAYS).map((date, back) => entry(dayOf(date), dayText(m, date, back), day))}
          {(item.options || []).map((option) => entry(option.value, m.t(option.text), day))}
        </>,
      )}
      {lostNote(m, item, day)}
      {isDay(day) ? select(m, item, 'time', times(m)) : null}
      <p class="echo said">{echo ? m.t(echo.text, echo.args) : null}</p>
    </>
  )
}
