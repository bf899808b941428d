/** Form.io's renderer: a wizard with one question a page. */
import { questions } from '../../questions.mjs'
import { showResult } from '../result.mjs'

const TYPES = { choice: 'radio', multi: 'selectboxes', number: 'number', text: 'textfield' }
const listed = (options) => Object.entries(options).map(([value, label]) => ({ value, label }))

const component = ({ id, type, text, options = {}, min, max }) => ({
  key: id,
  type: TYPES[type],
  label: text,
  input: true,
  validate: { required: true, ...(type === 'number' ? { min, max } : {}) },
  ...(type === 'choice' || type === 'multi' ? { values: listed(options) } : {}),
})

/** Boxes arrive as {name: ticked}. */
const plain = (data) =>
  Object.fromEntries(questions.map(({ id, type }) => [id, type === 'multi' ? Object.keys(data[id]).filter((name) => data[id][name]) : data[id]]))

const form = await window.Formio.createForm(
  document.querySelector('#form'),
  {
    display: 'wizard',
    components: questions.map((question) => ({
      type: 'panel',
      key: 'page-' + question.id,
      title: question.text,
      components: [component(question)],
    })),
  },
  { noAlerts: true, buttonSettings: { showCancel: false } },
)
form.nosubmit = true
form.on('submit', ({ data }) => showResult(plain(data)))
