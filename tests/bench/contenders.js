/**
 * How the robot finds its way in each contender. Runs in the page, after robot.js. For a peer:
 *   question(question)       the visible control of this question: it is asked now
 *   option(question, value)  what is pressed to choose a value
 *   taken(option)            whether a pressed option shows as chosen
 *   next()                   what asks for the next question; without it, the next one comes by itself after an answer
 *   finish()                 what asks for the result, where that is another button
 */
;(() => {
  const { visible } = window.bench
  const all = (selector, root = document) => [...root.querySelectorAll(selector)]
  const one = (selector) => document.querySelector(selector)
  const shown = (selector) => all(selector).find(visible)
  const labelled = (question, value) => (label) => label.textContent.trim() === question.options[value]
  const checked = (input) => input.checked

  window.peers = {
    plain: {
      question: ({ id }) => shown(`fieldset:not([hidden]) input[name="${id}"]`),
      option: ({ id }, value) => one(`input[name="${id}"][value="${value}"]`),
      taken: checked,
      next: () => one('form button'),
    },
    'vue-flow-form': {
      question: ({ text }) => {
        const active = shown('.q-is-active')
        return active?.textContent.includes(text) && all('li, input', active).find(visible)
      },
      option: (question, value) => all('.q-is-active .f-label').find(labelled(question, value)).closest('li'),
      taken: (item) => item.classList.contains('f-selected'),
      next: () => shown('.q-is-active .o-btn-action'),
    },
    'form-js': {
      question: ({ text }) => {
        const field = all('.fjs-form-field').find((one) => one.textContent.startsWith(text))
        return field && all('input', field).find(visible)
      },
      option: (question, value) => {
        const field = all('.fjs-form-field').find((one) => one.textContent.startsWith(question.text))
        return document.getElementById(all('.fjs-inline-label label', field).find(labelled(question, value)).htmlFor)
      },
      taken: checked,
      finish: () => shown('button[type=submit]'),
    },
    surveyjs: {
      question: ({ id }) => all(`.sd-question[data-name="${id}"] input`).find((input) => visible(input.closest('label') ?? input)),
      option: ({ id }, value) => one(`.sd-question[data-name="${id}"] input[value="${value}"]`),
      taken: checked,
      next: () => shown('.sd-navigation__next-btn') ?? shown('.sd-navigation__complete-btn'),
    },
    formio: {
      question: ({ id }) => shown(`.formio-component-${id} input`),
      option: ({ id }, value) => one(`.formio-component-${id} input[value="${value}"]`),
      taken: checked,
      next: () => shown('.btn-wizard-nav-next') ?? shown('.btn-wizard-nav-submit'),
    },
    lforms: {
      question: ({ id }) => all('input', document.getElementById(`item-${id}/1`) ?? new DocumentFragment()).find(visible),
      option: ({ id }, value) => document.getElementById(`${id}/1||${value}`),
      taken: (label) => label.querySelector('.ant-radio-checked, .ant-checkbox-checked'),
      finish: () => shown('#send'),
    },
  }
})()
