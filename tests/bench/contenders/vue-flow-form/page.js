/** Vue Flow Form: it asks one question after another by itself. */
import { createApp, h } from 'vue'
import { ChoiceOption, FlowForm, QuestionModel, QuestionType } from '@ditdot-dev/vue-flow-form'
import '@ditdot-dev/vue-flow-form/dist/vue-flow-form.min.css'
import '@ditdot-dev/vue-flow-form/dist/vue-flow-form.theme-minimal.min.css'
import { questions } from '../../questions.mjs'
import { resultOf } from '../result.mjs'

const TYPES = { choice: QuestionType.MultipleChoice, multi: QuestionType.MultipleChoice, number: QuestionType.Number, text: QuestionType.Text }

const models = questions.map(
  ({ id, type, text, options = {}, min, max }) =>
    new QuestionModel({
      id,
      title: text,
      type: TYPES[type],
      required: true,
      multiple: type === 'multi',
      min,
      max,
      options: Object.entries(options).map(([value, label]) => new ChoiceOption({ label, value })),
    }),
)

const given = () => Object.fromEntries(models.map(({ id, type, answer }) => [id, type === QuestionType.Number ? Number(answer) : answer]))

createApp({
  data: () => ({ result: '' }),
  render() {
    return h(
      FlowForm,
      {
        questions: models,
        standalone: false,
        onComplete: () => {
          this.result = resultOf(given())
        },
      },
      {
        complete: () => h('h2', { id: 'result' }, this.result),
        completeButton: () => null,
      },
    )
  },
}).mount('#form')
