/** Reads what a control of a page holds. */
import { attribute, getLive, of } from '../dom/natives.ts'
import type { FieldChange } from '../model/answers.ts'

export type Field = HTMLInputElement | HTMLSelectElement

export const readField = (field: Field): FieldChange => ({
  name: attribute(field, 'name') || '',
  value: getLive(field, 'value') as string,
  checked: of(field, 'localName') === 'input' ? (getLive(field, 'checked') as boolean) : undefined,
})
