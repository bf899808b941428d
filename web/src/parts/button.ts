/** A button beside others, of the second rank. */
import { html, type TemplateResult } from 'lit-html'
import type { Key } from '../contract.ts'
import type { Model } from '../pages/model.ts'

export const button = ({ t }: Model, action: string, text: Key): TemplateResult =>
  html`<button type="button" class="secondary" part="button" data-action=${action}>${t(text)}</button>`
