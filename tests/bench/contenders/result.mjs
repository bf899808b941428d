/** What the page of every peer does at the end: computes the result, shows it, and leaves the answers for the proof. */
import { decide } from '../questions.mjs'

export function resultOf(given) {
  window.benchAnswers = given
  return decide(given)
}

export function showResult(given, place = document.querySelector('#form')) {
  const heading = document.createElement('h2')
  heading.id = 'result'
  heading.textContent = resultOf(given)
  place.replaceChildren(heading)
}
