/** Links that open the dialler, the message app or the clinic's page, and nothing else. */
import { html, nothing } from 'lit-html'

const digits = (phone: string | number): string => String(phone).replace(/[^\d+]/g, '')

const link = (href: string, style: string, body: unknown): unknown => html`<a class=${style} href=${href}>${body}</a>`

export const callLink = (phone: string | number | undefined, style: string, body: unknown): unknown =>
  phone === undefined ? nothing : link('tel:' + digits(phone), style, body)

export const textLink = (phone: string | number | undefined, style: string, body: unknown): unknown =>
  phone === undefined ? nothing : link('sms:' + digits(phone), style, body)

export const isWebAddress = (url: string | undefined): url is string => /^https:\/\//i.test(url || '')
