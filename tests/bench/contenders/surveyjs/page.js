/** SurveyJS, as its guide for plain pages says: two scripts of its own, one question a page. */
import { questions } from '../../questions.mjs'
import { showResult } from '../result.mjs'

const TYPES = { choice: 'radiogroup', multi: 'checkbox', number: 'text', text: 'text' }

const model = new window.Survey.Model({
  questionsOnPageMode: 'questionPerPage',
  showCompletePage: false,
  pageNextText: 'Continue',
  completeText: 'Show the result',
  elements: questions.map(({ id, type, text, options = {}, min, max }) => ({
    name: id,
    title: text,
    type: TYPES[type],
    isRequired: true,
    choices: Object.entries(options).map(([value, label]) => ({ value, text: label })),
    ...(type === 'number' ? { inputType: 'number', min, max } : {}),
  })),
})
model.onComplete.add(({ data }) => showResult(data))
model.render(document.querySelector('#form'))
