/** One case: every question as a field, and why it comes out as it does. */
import { Fragment, h, render, type Markup } from '../src/dom/jsx.ts'
import { saveFile } from '../src/dom/save-file.ts'
import type { Case, Explanation, Question, Questionnaire } from './answers.ts'
import { Refused, type ReviewContext } from './context.ts'
import { explanationView } from './explanation.tsx'

const SESSION = 'session-ended'
const HOURS = 'hours-since-session'

const editor: { title: string; edited: Case; written: string; fault: string; explanation: Explanation | null; draw: () => void } = {
  title: 'A calm case on the day after',
  edited: { answers: {} },
  written: '',
  fault: '',
  explanation: null,
  draw: () => {},
}

let opened = false

/** Shows a case here, also before the section was opened. */
export function openInEditor(request: object, title: string): void {
  opened = true
  editor.edited = request as Case
  editor.title = title
  editor.written = ''
  editor.draw()
}

/** A case with one answer changed; empty: not answered. */
function answered(edited: Case, linkId: string, value: Case['answers'][string] | undefined): Case {
  const { [linkId]: _, ...answers } = edited.answers
  return { ...edited, answers: value === undefined ? answers : { ...answers, [linkId]: value } }
}

const isEmpty = (value: string): boolean => value === ''

export function mountCase(container: HTMLElement, context: ReviewContext): void {
  let pages: Questionnaire['pages'] = []
  let asked = 0

  function change(edited: Case): void {
    editor.edited = edited
    editor.written = ''
    explain()
  }

  /** Under the lead's settings, unless the case brings its own. */
  async function explain(): Promise<void> {
    const mine = ++asked
    const { edited } = editor
    try {
      const config = { ...context.settings(), ...edited.config }
      const explanation = await context.call<Explanation>({ explain: { ...edited, config, language: 'en' } })
      if (mine !== asked) return
      editor.explanation = explanation
      editor.fault = ''
    } catch (error) {
      if (mine !== asked) return
      editor.explanation = null
      editor.fault = error instanceof Refused ? error.message : String(error)
    }
    draw()
  }

  function choice({ linkId, text, options }: Question, value: unknown): Markup {
    return (
      <div class="field">
        <label for={`case-${linkId}`}>{text}</label>
        <select
          id={`case-${linkId}`}
          onchange={({ target }: Event) => {
            const chosen = (target as HTMLSelectElement).value
            change(answered(editor.edited, linkId, isEmpty(chosen) ? undefined : chosen))
          }}
        >
          <option value="" selected={value === undefined}>
            Not answered
          </option>
          {options.map((option) => (
            <option value={option.value} selected={option.value === value}>
              {option.text}
            </option>
          ))}
        </select>
      </div>
    )
  }

  function score({ linkId, text }: Question, value: unknown): Markup {
    const numbers = Array.from({ length: 11 }, (_, number) => number)
    return (
      <div class="field">
        <label for={`case-${linkId}`}>{text}</label>
        <select
          id={`case-${linkId}`}
          onchange={({ target }: Event) => {
            const chosen = (target as HTMLSelectElement).value
            change(answered(editor.edited, linkId, isEmpty(chosen) ? undefined : Number(chosen)))
          }}
        >
          <option value="" selected={value === undefined}>
            Not answered
          </option>
          {numbers.map((number) => (
            <option value={String(number)} selected={number === value}>
              {number}
            </option>
          ))}
        </select>
      </div>
    )
  }

  function many({ linkId, text, options, exclusive }: Question, value: unknown): Markup {
    const chosen = (value as readonly string[] | undefined) ?? []
    const tick = (option: string, isTicked: boolean): void => {
      const apart = isTicked && exclusive.includes(option) ? [] : chosen.filter((one) => one !== option && !(isTicked && exclusive.includes(one)))
      const next = options.map((one) => one.value).filter((one) => apart.includes(one) || (isTicked && one === option))
      change(answered(editor.edited, linkId, next.length ? next : undefined))
    }
    return (
      <details class="field">
        <summary>
          {text} <span class="about">{chosen.join(', ') || 'Not answered'}</span>
        </summary>
        <fieldset>
          <legend class="hidden-legend">{text}</legend>
          {options.map((option) => (
            <label class="tick">
              <input
                type="checkbox"
                checked={chosen.includes(option.value)}
                onchange={({ target }: Event) => tick(option.value, (target as HTMLInputElement).checked)}
              />{' '}
              {option.text}
            </label>
          ))}
        </fieldset>
      </details>
    )
  }

  /** Hours ago, or one of the words. A time or a day out of a file stays until it is changed. */
  function session({ text, options }: Question): Markup {
    const { answers } = editor.edited
    const hours = answers[HOURS]
    const word = answers[SESSION]
    const kind = hours === undefined ? String(word ?? '') : HOURS
    const set = (name: string, value: string | number | undefined): void =>
      change(answered(answered(answered(editor.edited, HOURS, undefined), SESSION, undefined), name, value))
    const isOther = !isEmpty(kind) && kind !== HOURS && !options.some(({ value }) => value === kind)
    return (
      <>
        <div class="field">
          <label for="case-session-ended">{text}</label>
          <select
            id="case-session-ended"
            onchange={({ target }: Event) => {
              const chosen = (target as HTMLSelectElement).value
              if (chosen === HOURS) set(HOURS, 30)
              else set(SESSION, isEmpty(chosen) ? undefined : chosen)
            }}
          >
            <option value="" selected={isEmpty(kind)}>
              Not answered
            </option>
            <option value={HOURS} selected={kind === HOURS}>
              So many hours ago
            </option>
            {options.map((option) => (
              <option value={option.value} selected={option.value === kind}>
                {option.text}
              </option>
            ))}
            {isOther ? (
              <option value={kind} selected={true}>
                {kind}
              </option>
            ) : null}
          </select>
        </div>
        {hours === undefined ? null : (
          <div class="field">
            <label for="case-hours">Hours since the session ended</label>
            <input
              id="case-hours"
              type="number"
              min={0}
              step="any"
              value={hours}
              onchange={({ target }: Event) => {
                const written = (target as HTMLInputElement).value
                set(HOURS, isEmpty(written) ? undefined : Number(written))
              }}
            />
          </div>
        )}
      </>
    )
  }

  function field(question: Question): Markup {
    const value = editor.edited.answers[question.linkId]
    switch (question.type) {
      case 'choice':
        return choice(question, value)
      case 'integer':
        return score(question, value)
      case 'multi':
        return many(question, value)
      case 'dateTime':
        return session(question)
    }
  }

  function asFile(): Markup {
    const text = editor.written || JSON.stringify(editor.edited, null, 2)
    const take = (): void => {
      try {
        change(JSON.parse(editor.written || text) as Case)
      } catch (error) {
        editor.fault = `This is no JSON: ${error instanceof Error ? error.message : error}`
        editor.explanation = null
        draw()
      }
    }
    return (
      <details>
        <summary>The case as a file</summary>
        <label for="case-file">A case as JSON: answers, and where needed now, history and config</label>
        <textarea
          id="case-file"
          rows={12}
          spellcheck="false"
          value={text}
          oninput={({ target }: Event) => (editor.written = (target as HTMLTextAreaElement).value)}
        />
        <p class="buttons">
          <button type="button" onclick={take}>
            Use this text
          </button>{' '}
          <button type="button" onclick={() => saveFile(container, 'case.json', 'application/json', JSON.stringify(editor.edited, null, 2) + '\n')}>
            Save the case
          </button>
        </p>
      </details>
    )
  }

  function result(): Markup {
    const { explanation, fault } = editor
    return (
      <div class="result" tabindex="0" role="group" aria-label="Result">
        <h3>Result</h3>
        {fault ? (
          <p class="fault" role="alert">
            {fault}
          </p>
        ) : null}
        {explanation ? explanationView(explanation) : null}
      </div>
    )
  }

  function draw(): void {
    const { title, edited } = editor
    render(
      <>
        <h2 tabindex="-1">One case: {title}</h2>
        <p>Change an answer, and see what comes out and why. It runs under your settings.</p>
        {edited.history?.length ? <p class="about">This case has {edited.history.length} kept check-ins. They stand in the file below.</p> : null}
        <div class="beside">
          <div class="questions">
            {pages.map((page) => (
              <fieldset key={page.page}>
                <legend>{page.title}</legend>
                {page.items.map(field)}
              </fieldset>
            ))}
            {asFile()}
          </div>
          {result()}
        </div>
      </>,
      container,
    )
  }

  async function start(): Promise<void> {
    const [questionnaire, calm] = await Promise.all([context.call<Questionnaire>({ questionnaire: { language: 'en' } }), context.call<Case>({ calm: {} })])
    pages = questionnaire.pages
    if (!opened) editor.edited = calm
    await explain()
  }

  editor.draw = explain
  context.onChange(explain)
  draw()
  start().catch((error: unknown) => {
    editor.fault = String(error instanceof Error ? error.message : error)
    draw()
  })
}
