/** form-js has no pages: each question is hidden until the one before it is answered. */
import { Form } from '@bpmn-io/form-js-viewer'
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css'
import { questions } from '../../questions.mjs'
import { showResult } from '../result.mjs'

const TYPES = { choice: 'radio', multi: 'checklist', number: 'number', text: 'textfield' }
const unanswered = ({ id, type }) =>
  type === 'multi' ? `=${id} = null or count(${id}) = 0` : type === 'text' ? `=${id} = null or ${id} = ""` : `=${id} = null`

const components = questions.map(({ id, type, text, options = {}, min, max }, at) => ({
  id,
  key: id,
  type: TYPES[type],
  label: text,
  validate: { required: true, ...(type === 'number' ? { min, max } : {}) },
  ...(type === 'choice' || type === 'multi' ? { values: Object.entries(options).map(([value, label]) => ({ value, label })) } : {}),
  ...(at ? { conditional: { hide: unanswered(questions[at - 1]) } } : {}),
}))
const last = { conditional: { hide: unanswered(questions.at(-1)) } }
const form = new Form({ container: document.querySelector('#form') })
form.on('submit', ({ data, errors }) => {
  if (!Object.keys(errors).length) showResult(data)
})
await form.importSchema({
  type: 'default',
  id: 'check',
  schemaVersion: 18,
  components: [...components, { id: 'send', type: 'button', action: 'submit', label: 'Show the result', ...last }],
})
