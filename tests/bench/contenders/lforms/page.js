/** LHC-Forms has no pages: a FHIR Questionnaire in which each question is enabled by the answer before it. */
import { questions } from '../../questions.mjs'
import { showResult } from '../result.mjs'

const TYPES = { choice: 'choice', multi: 'choice', number: 'integer', text: 'string' }
const CONTROL = 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl'
const extension = (url, value) => ({ url, ...value })

const item = ({ id, type, text, options, min, max }, at) => ({
  linkId: id,
  text,
  type: TYPES[type],
  required: true,
  repeats: type === 'multi',
  ...(at ? { enableWhen: [{ question: questions[at - 1].id, operator: 'exists', answerBoolean: true }] } : {}),
  ...(options ? { answerOption: Object.entries(options).map(([code, display]) => ({ valueCoding: { code, display } })) } : {}),
  extension: options
    ? [extension(CONTROL, { valueCodeableConcept: { coding: [{ code: type === 'multi' ? 'check-box' : 'radio-button' }] } })]
    : type === 'number'
      ? [
          extension('http://hl7.org/fhir/StructureDefinition/minValue', { valueInteger: min }),
          extension('http://hl7.org/fhir/StructureDefinition/maxValue', { valueInteger: max }),
        ]
      : [],
})

const value = ({ valueCoding, valueString, valueInteger }) => valueCoding?.code ?? valueString ?? valueInteger

/** A QuestionnaireResponse as the answers of the others. */
const plain = ({ item: items }) =>
  Object.fromEntries(
    questions.map(({ id, type }) => {
      const values = items.find((one) => one.linkId === id).answer.map(value)
      return [id, type === 'multi' ? values : values[0]]
    }),
  )

const place = document.querySelector('#form')
await window.LForms.Util.addFormToPage(
  {
    resourceType: 'Questionnaire',
    status: 'active',
    title: 'Check',
    item: questions.map(item),
  },
  place,
  { fhirVersion: 'R4' },
)
const button = Object.assign(document.createElement('button'), { id: 'send', type: 'button', textContent: 'Show the result' })
button.onclick = () => showResult(plain(window.LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4', place)))
place.after(button)
