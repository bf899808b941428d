/** When the session ended: a day, and once there is one a time of day. */
import { Fragment, h, type Markup } from '../markup.ts'
import type { Echo, Item } from '../contract.ts'
import { dayOf, HALF_HOURS, isDay, lastDays } from '../time.ts'
import { faultOf } from './fields.tsx'
import type { Model } from './model.ts'

const DAYS = 14
/** The parts of a day: 12 half hours each. */
const PARTS = ['ui.time.night', 'ui.time.morning', 'ui.time.afternoon', 'ui.time.evening']

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

const select = (m: Model, item: Item, part: 'day' | 'time', body: unknown): Markup => {
  const { t, state } = m
  const choose = CHOOSE[part]
  const name = 'session-' + part
  const wrong = faultOf(m, item) && (part === 'time' || !isDay(state.session.day))
  return (
    <>
      <label class="select-label" for={name}>
        {t(part === 'day' ? 'ui.session.day' : 'ui.session.time')}
      </label>
      <select
        id={name}
        name={name}
        aria-invalid={wrong ? 'true' : null}
        aria-describedby={wrong ? item.linkId + '-error' : null}
      >
        {entry('', t(choose), state.session[part])}
        {body}
      </select>
    </>
  )
}

const times = ({ t, formats, state }: Model): unknown => (
  <>
    {entry('unsure', t('ui.session.time.unsure'), state.session.time)}
    {PARTS.map((part, index) => (
      <optgroup label={t(part)}>
        {HALF_HOURS.slice(index * 12, index * 12 + 12).map((time) => entry(time, formats.time(time), state.session.time))}
      </optgroup>
    ))}
  </>
)

/** The engine's reading of the two is told back: "That was about 20 hours ago." */
export const sessionFields = (m: Model, item: Item, echo: Echo | undefined): Markup => {
  const { day } = m.state.session
  return (
    <>
      {select(
        m,
        item,
        'day',
        <>
          {lastDays(m.now, DAYS).map((date, back) => entry(dayOf(date), dayText(m, date, back), day))}
          {(item.options || []).map((option) => entry(option.value, m.t(option.text), day))}
        </>,
      )}
      {isDay(day) ? select(m, item, 'time', times(m)) : null}
      <p class="echo said">
        {echo ? m.t(echo.text, echo.args) : null}
      </p>
    </>
  )
}
