/** Links that open the dialler, the message app or the clinic's page, and nothing else. */
import { type Child, Fragment, h, type Markup } from '../dom/jsx.ts'
import type { Key, Line } from '../engine/contract.ts'
import type { Model } from '../model/view-model.ts'
import { phoneIcon } from './icons.tsx'

/** The only place that makes a number of a text: `+` and digits. */
const digits = (phone: string | number): string => String(phone).replace(/[^\d+]/g, '')

export const address = (phone: string | number): string => 'tel:' + digits(phone)

const link = (href: string, style: string, body: Child): Child => (
  <a class={style} href={href}>
    {body}
  </a>
)

export const callLink = (phone: string | number | undefined, style: string, body: Child): Child =>
  phone === undefined ? null : link(address(phone), style, body)

/** In Region "US" the crisis line also takes text messages, and options to press; of other numbers that is not known. */
export const isUsCrisisLine = ({ args }: Model, phone: string | number | undefined): boolean => phone === args.crisis && args.region === 'US'

/** A text that may name a number, which is not broken over two lines. */
export const unbroken = (text: string, phone: string | number | undefined): Markup => (
  <span>
    {(phone ? text.split(String(phone)) : [text]).map((part, index) =>
      index
        ? [
            <bdi class="number" translate="no">
              {phone}
            </bdi>,
            part,
          ]
        : part,
    )}
  </span>
)

/** What dials, and says whom: with the number, where that is not the name itself. */
export const callBy = (m: Model, phone: string | number | undefined, call: Key | undefined, style: string): Child => {
  if (phone === undefined) return null
  const text = m.t(call!)
  return callLink(
    phone,
    style,
    <>
      {phoneIcon()} {unbroken(text.includes(phone as string) ? text : `${text} ${phone}`, phone)}
    </>,
  )
}

/** The same as a button. The emergency number is red on every page. */
export const callButton = (m: Model, { phone, call }: Pick<Line, 'phone' | 'call'>): Child =>
  callBy(m, phone, call, phone === m.args.emergency ? 'primary red' : 'primary')

/** A message to the US crisis line. "?&" is what both kinds of phone read a text after. */
export const textCrisisLine = ({ args, content }: Model, style: string, body: Child): Child => {
  const { crisisWord } = content.about
  const message = crisisWord ? '?&body=' + encodeURIComponent(crisisWord) : ''
  return link('sms:' + digits(args.crisis ?? '') + message, style, body)
}

export const isWebAddress = (url: string | undefined): url is string => /^https:\/\//i.test(url || '')

/** What a clinic may give to book at: the engine lets nothing else pass. */
export const isBookingAddress = (url: string | undefined): url is string => isWebAddress(url) || /^(tel|mailto|sms):/.test(url || '')
