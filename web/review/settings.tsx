/** The clinic's limits within their bounds, and what they change. The engine compares: the same as `tiredness-check diff`. */
import { Fragment, h, render, type Markup } from '../src/dom/jsx.ts'
import { saveFile } from '../src/dom/save-file.ts'
import { schema } from 'review-facts'
import type { Difference } from './answers.ts'
import { Refused, type ReviewContext, type Settings } from './context.ts'
import { cancel, newJob, progressView, run } from './progress.tsx'
import { levelMark, words } from './words.tsx'

interface Limit {
  readonly title: string
  readonly description: string
  readonly type: string
  readonly minimum: number
  readonly maximum: number
  readonly default: number
}

const limits = Object.entries(schema.properties as Record<string, Limit>).filter(([, { type }]) => type === 'integer')

export function mountSettings(container: HTMLElement, context: ReviewContext): void {
  const job = newJob()
  let difference: Difference | null = null
  let fault = ''
  let faults: Readonly<Record<string, string>> = {}
  /** The settings that are compared, or were. */
  let under = ''

  /** Limits at their default are no settings. */
  const withLimit = (name: string, value: number | undefined): Settings => {
    const { [name]: _, ...others } = context.settings()
    return value === undefined || value === limits.find(([id]) => id === name)?.[1].default ? others : { ...others, [name]: value }
  }

  /** Taken where the engine takes them; where not, its faults stand beside their fields. */
  async function take(settings: Settings): Promise<void> {
    const { diagnostics } = await context.call<{ diagnostics: readonly { pointer: string; message: string }[] }>({
      validate: { kind: 'config', document: settings },
    })
    faults = Object.fromEntries(diagnostics.map(({ pointer, message }) => [pointer.slice(1), message]))
    if (diagnostics.length) return draw()
    context.setSettings(settings)
  }

  async function compare(): Promise<void> {
    const settings = context.settings()
    const now = JSON.stringify(settings)
    if (under === now) return draw()
    under = now
    difference = null
    if (!Object.keys(settings).length) {
      if (job.running) cancel(job, draw)
      job.fault = ''
      return draw()
    }
    const request = { diff: { before: { name: 'shipped', config: {} }, after: { name: 'your settings', config: settings } } }
    const found = await run<Difference>(job, context, request, draw)
    if (found) difference = found
    draw()
  }

  function again(): void {
    under = ''
    compare()
  }

  async function load(file: File | undefined): Promise<void> {
    if (!file) return
    try {
      const settings = JSON.parse(await file.text()) as Settings
      fault = ''
      await take(settings)
      const all = Object.entries(faults).map(([name, message]) => `${name || 'the file'}: ${message}`)
      fault = all.length ? `This file is not used. ${all.join('; ')}` : ''
    } catch (error) {
      fault = error instanceof Refused ? error.message : `This file is not used: ${error instanceof Error ? error.message : error}`
    }
    draw()
  }

  const field = ([name, { title, description, minimum, maximum, default: standard }]: (typeof limits)[number]): Markup => {
    const value = context.settings()[name]
    const wrong = faults[name]
    return (
      <div class="field">
        <label for={`limit-${name}`}>{title}</label>
        <input
          id={`limit-${name}`}
          type="number"
          min={minimum}
          max={maximum}
          value={value ?? standard}
          aria-invalid={wrong ? 'true' : 'false'}
          aria-describedby={`limit-${name}-about${wrong ? ` limit-${name}-fault` : ''}`}
          onchange={({ target }: Event) => {
            const { value: text } = target as HTMLInputElement
            take(withLimit(name, text === '' ? undefined : Number(text)))
          }}
        />
        {wrong ? (
          <p class="fault" id={`limit-${name}-fault`}>
            Not taken: {wrong}
          </p>
        ) : null}
        <p class="about" id={`limit-${name}-about`}>
          {description} <code>{name}</code>
        </p>
      </div>
    )
  }

  const open = (one: Difference['classes'][number]['smallest'], title: string): Markup => (
    <button type="button" onclick={() => context.openCase(one.case, title)} aria-label={`Open this case: ${title}`}>
      Open this case
    </button>
  )

  function classes(direction: 'calmer' | 'more-urgent', title: string, otherwise: string): Markup {
    const found = difference!.classes.filter((entry) => entry.direction === direction)
    return (
      <>
        <h4>{title}</h4>
        {found.length ? (
          <ul class="changes">
            {found.map(({ rule, from, to, share, when, smallest }) => (
              <li>
                <p>
                  {levelMark(from)} becomes {levelMark(to)}, by <code>{rule}</code>: {share} of what was <code>{from}</code>.
                </p>
                <p>{words(when)}</p>
                <p class="about">
                  Smallest case: {words(smallest.words)}. Before: {smallest.before.decidedBy.join(', ')}; after: {smallest.after.decidedBy.join(', ')}.
                </p>
                {open(smallest, `${rule}, ${from} to ${to}`)}
              </li>
            ))}
          </ul>
        ) : (
          <p>{otherwise}</p>
        )}
      </>
    )
  }

  const others = (
    title: string,
    list: readonly { readonly id: string; readonly only: string; readonly smallest: { readonly words: string } }[],
  ): Markup | null =>
    list.length ? (
      <>
        <h4>{title}</h4>
        <ul>
          {list.map(({ id, only, smallest }) => (
            <li>
              <code>{id}</code>, only {only === 'after' ? 'with your settings' : 'as it ships'}: {words(smallest.words)}
            </li>
          ))}
        </ul>
      </>
    ) : null

  function changes(found: Difference): Markup {
    const isSame = !found.classes.length && !found.reasons.length && !found.asked.length
    return (
      <div role="status">
        <p>
          {isSame
            ? 'No answers get another result, other reasons or other questions. These settings change only what is written in the texts.'
            : found.classes.length
              ? 'Every class of answers whose result changes is below.'
              : 'No answers get another result.'}
        </p>
        {found.classes.length ? (
          <>
            {classes('calmer', 'What becomes calmer', 'Nothing becomes calmer.')}
            {classes('more-urgent', 'What becomes more urgent', 'Nothing becomes more urgent.')}
          </>
        ) : null}
        {others(
          'The same result, other reasons',
          found.reasons.map(({ rule, ...more }) => ({ id: rule, ...more })),
        )}
        {others(
          'What is asked',
          found.asked.map(({ linkId, ...more }) => ({ id: linkId, ...more })),
        )}
      </div>
    )
  }

  function draw(): void {
    const settings = context.settings()
    const isChanged = Object.keys(settings).length > 0
    render(
      <>
        <h2 tabindex="-1">Your settings, and what they change</h2>
        <p>Each limit can only be made stricter than it ships. The whole page uses what you set here: rules, cases, map and proof.</p>
        <div class="beside">
          <form class="questions" aria-label="Your settings">
            {limits.map(field)}
            <div class="field">
              <label for="limit-file">Or open your clinic's settings file</label>
              <input id="limit-file" type="file" onchange={({ target }: Event) => load((target as HTMLInputElement).files?.[0])} />
            </div>
            {fault ? (
              <p class="fault" role="alert">
                {fault}
              </p>
            ) : null}
            <p class="buttons">
              <button type="button" onclick={() => take({})}>
                Back to how it ships
              </button>{' '}
              <button type="button" onclick={() => saveFile(container, 'clinic.json', 'application/json', JSON.stringify(settings, null, 2) + '\n')}>
                Save the settings
              </button>
            </p>
          </form>
          <div class="result" tabindex="0" role="group" aria-label="What changes">
            <h3>What changes</h3>
            {isChanged ? null : <p>Nothing: these are the settings as they ship.</p>}
            {progressView(job, 'Comparing all answers', draw)}
            {isChanged && !difference && !job.running ? (
              <button type="button" onclick={again}>
                Compare
              </button>
            ) : null}
            {difference ? changes(difference) : null}
          </div>
        </div>
      </>,
      container,
    )
  }

  context.onChange(compare)
  compare()
}
