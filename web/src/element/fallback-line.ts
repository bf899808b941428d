/** What stands under the advice inside the tag when the check could not start. */
import { append, createElement, listen, of, setAttribute, setText } from '../dom/natives.ts'

/** Whom to call: in the US; in a region that was meant, whose numbers are not known here; or where nothing is known. */
export type Numbers = 'us' | 'region' | 'unknown'

interface Words extends Readonly<Record<Numbers, string>> {
  readonly line: string
  readonly again: string
  readonly trying: string
}

/** Not in the catalogue: that may be what did not come. */
const WORDS: Readonly<Record<string, Words>> = {
  en: {
    line: 'The check could not start on this device. The advice on this page still holds. In an emergency, call % now.',
    us: '911',
    region: 'your local emergency number',
    unknown: '911, or your local emergency number,',
    again: 'Try again',
    trying: 'Trying again. One moment, please.',
  },
  es: {
    line: 'La revisión no pudo abrirse en este dispositivo. Los consejos de esta página siguen siendo válidos. En una emergencia, llame ahora al %.',
    us: '911',
    region: 'número de emergencias de su zona',
    unknown: '911 o al número de emergencias de su zona',
    again: 'Intentar otra vez',
    trying: 'Intentando otra vez. Un momento, por favor.',
  },
}

export class FallbackLine {
  readonly element = createElement('div')
  readonly button = createElement('button')
  private readonly text = createElement('p')

  constructor(retry: () => void) {
    const { element, text, button } = this
    setAttribute(element, 'part', 'unavailable')
    setAttribute(text, 'role', 'status')
    setAttribute(button, 'type', 'button')
    setAttribute(button, 'part', 'button')
    // The style sheets may be what did not come.
    of(button, 'style').cssText = 'font:inherit;min-height:44px;padding:0 1em'
    listen(button, 'click', retry)
    for (const one of [text, button]) append(element, one)
  }

  /** In the language of the element, as far as there are words of it; without numbers, that it is tried again. */
  say(language: string, numbers?: Numbers): void {
    const words = WORDS[language] || (WORDS.en as Words)
    setAttribute(this.element, 'lang', words === WORDS.en ? 'en' : language)
    setText(this.button, words.again)
    setText(this.text, numbers ? words.line.replace('%', words[numbers]) : words.trying)
  }
}
