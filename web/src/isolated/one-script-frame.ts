/**
 * The document of an isolated check's frame, where the one script has no file beside it: it loads that script again, from its
 * own address, and nothing else.
 */
import { css, html } from 'frame-page'
import { ofDocument } from '../dom/document.ts'
import { escaped } from '../dom/escaped.ts'
import { StartError } from '../engine/errors.ts'

const REMEDY = 'An isolated check needs a <script src="…/tiredness-check.all.js"> of its own, under that name.'

/** The page refuses a changed script: so does the frame. */
function integrityOf(address: string): string {
  const tags = [...ofDocument('querySelectorAll').call(document, 'script[integrity]')] as HTMLScriptElement[]
  const { integrity } = tags.find(({ src }) => src === address) || { integrity: '' }
  return integrity && ` crossorigin integrity="${escaped(integrity)}"`
}

/** Any address that leads to the script will do, also one that leads on to another: so the policy names a word instead. */
const word = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(36)).join('')

export function frameOf(address: string | StartError): string {
  if (typeof address !== 'string') throw new StartError('script-altered', address.message, REMEDY)
  const nonce = word()
  const tag = `<script nonce="${nonce}" src="${escaped(address)}"${integrityOf(address)}></script>`
  const page = html.replace('%NONCE%', nonce).replace('%TAG%', () => tag)
  return URL.createObjectURL(new Blob([page], { type: 'text/html' }))
}

/** The page of the frame says so itself. */
export const isInFrame = (): boolean => document.documentElement.hasAttribute('data-tiredness-check-frame')

/** Not in its markup: the policy of the page around holds there too, and may forbid styles in markup. */
export function wearPage(): void {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets = [sheet]
  } catch {
    const style = document.createElement('style')
    style.textContent = css
    document.head.append(style)
  }
}
