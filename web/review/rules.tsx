/** Every rule in words, with the smallest case in which it decides; the allow-list in the same way. */
import { type Child, Fragment, h, type Markup, render } from '../src/dom/jsx.ts'
import type { Condition, DecidingCase, Question, Questionnaire, Rule, Rules } from './answers.ts'
import type { ReviewContext } from './context.ts'
import { newJob, progressView, run } from './progress.tsx'
import { levelMark, words } from './words.tsx'

type Filter = 'level' | 'item' | 'source' | 'setting'

const FILTERS: readonly [Filter, string][] = [
  ['level', 'Level'],
  ['item', 'Question'],
  ['source', 'Source'],
  ['setting', 'Setting'],
]

/** Under these a line of the allow-list stands in the filter by level. */
const ALLOW_LIST = 'expected'

export function mountRules(container: HTMLElement, context: ReviewContext): void {
  const chosen: Record<Filter, string> = { level: '', item: '', source: '', setting: '' }
  const job = newJob()
  let rules: Rules | null = null
  let questions = new Map<string, Question>()
  let cases: readonly DecidingCase[] | null = null
  let fault = ''
  let settings = ''

  const isWanted = (level: string, { items, settings }: Condition, sources: Rule['sources']): boolean =>
    (!chosen.level || chosen.level === level) &&
    (!chosen.item || items.includes(chosen.item)) &&
    (!chosen.setting || settings.includes(chosen.setting)) &&
    (!chosen.source || sources.some(({ id }) => id === chosen.source))

  function choices(filter: Filter, { rules: all, allowList, levels, expected }: Rules): readonly (readonly [string, string])[] {
    const conditions = [...all, ...allowList]
    const used = (ids: readonly string[]): string[] => [...new Set(ids)]
    switch (filter) {
      case 'level':
        return levels.map(({ id, title }) => [id, `${id}: ${title}`] as const)
      case 'item':
        return used(conditions.flatMap(({ items }) => items)).map((id) => [id, questions.get(id)?.text ?? id] as const)
      case 'setting':
        return used(conditions.flatMap(({ settings }) => settings)).map((id) => [id, id] as const)
      case 'source':
        return used([...all, expected].flatMap(({ sources }) => sources.map(({ id }) => id)))
          .sort()
          .map((id) => [id, id] as const)
    }
  }

  const filters = (known: Rules): Markup => (
    <form class="filters" aria-label="Which rules are shown">
      {FILTERS.map(([filter, title]) => (
        <div class="field">
          <label for={`filter-${filter}`}>{title}</label>
          <select
            id={`filter-${filter}`}
            onchange={({ target }: Event) => {
              chosen[filter] = (target as HTMLSelectElement).value
              draw()
            }}
          >
            <option value="" selected={!chosen[filter]}>
              All
            </option>
            {choices(filter, known).map(([value, text]) => (
              <option value={value} selected={chosen[filter] === value}>
                {text}
              </option>
            ))}
          </select>
        </div>
      ))}
    </form>
  )

  /** What the ids in a condition mean. */
  const meaning = ({ items }: Condition): Markup => (
    <details>
      <summary>The questions it reads ({items.length})</summary>
      <dl>
        {items.map((id) => {
          const question = questions.get(id)
          return (
            <>
              <dt>
                <code>{id}</code>: {question?.text ?? id}
              </dt>
              {question?.options?.length ? (
                <dd>
                  {question.options.map(({ value, text }, index) => (
                    <>
                      {index ? '; ' : ''}
                      <code>{value}</code> {text}
                    </>
                  ))}
                </dd>
              ) : null}
            </>
          )
        })}
      </dl>
    </details>
  )

  const changedBy = ({ settings }: Condition): Markup | null =>
    settings.length ? (
      <p class="about">
        Changed by {settings.map((id, index) => [index ? ', ' : '', <code>{id}</code>])}: see <a href="#settings">Settings</a>.
      </p>
    ) : null

  const sourcesOf = ({ sources }: Rule): Markup => (
    <details>
      <summary>Sources ({sources.length})</summary>
      <ul>
        {sources.map(({ id, title, url }) => (
          <li>
            {id}:{' '}
            {url ? (
              <a href={url} rel="noreferrer" target="_blank">
                {title}
              </a>
            ) : (
              (title ?? 'no title')
            )}
          </li>
        ))}
      </ul>
    </details>
  )

  function caseOf(found: DecidingCase | undefined, title: string): Markup | null {
    if (!found) return null
    if (!found.case)
      return <p class="about">It never decides: where {found.rule ? 'this rule fires' : 'this line does not hold'}, another rule always gives the result.</p>
    const others = (found.decidedBy ?? []).filter((rule) => rule !== found.rule)
    return (
      <>
        <p class="about">
          Smallest case: {words(found.words ?? '')}.{found.alone ? '' : ` It never decides alone: here ${others.join(', ') || 'another line'} does too.`}
        </p>
        <button type="button" onclick={() => context.openCase(found.case!, title)} aria-label={`Show me a case: ${title}`}>
          Show me a case
        </button>
      </>
    )
  }

  const ruleView = (rule: Rule): Markup => (
    <article key={rule.id} class="rule">
      <h4>
        <code>{rule.id}</code>
      </h4>
      <p>{words(rule.when)}</p>
      <p class="about">The visitor reads: “{rule.told}”</p>
      {changedBy(rule)}
      {meaning(rule)}
      {sourcesOf(rule)}
      {caseOf(
        cases?.find((found) => found.rule === rule.id),
        `where ${rule.id} decides`,
      )}
    </article>
  )

  const lineView = (line: Condition, index: number): Markup => (
    <article key={`line-${index}`} class="rule">
      <h4>Line {index + 1}</h4>
      <p>{words(line.when)}</p>
      {changedBy(line)}
      {meaning(line)}
      {caseOf(
        cases?.find((found) => found.line === index),
        `where line ${index + 1} of the allow-list does not hold`,
      )}
    </article>
  )

  function list(known: Rules): Child {
    const groups = known.levels.map(({ id, title }) => {
      const wanted = known.rules.filter((rule) => rule.level === id && isWanted(id, rule, rule.sources))
      return wanted.length ? (
        <div key={id}>
          <h3>
            {levelMark(id)} {title} ({wanted.length})
          </h3>
          {wanted.map(ruleView)}
        </div>
      ) : null
    })
    const lines = known.allowList.map((line, index) => [line, index] as const).filter(([line]) => isWanted(ALLOW_LIST, line, known.expected.sources))
    const allowList = lines.length ? (
      <div key="allow-list">
        <h3>
          {levelMark('expected')} The allow-list ({lines.length})
        </h3>
        <p>
          Where no rule fires, the result is “expected” only if every line here holds. If one does not hold, or is not known, it is “soon” (
          <code>{known.notOnAllowList.id}</code>).
        </p>
        {sourcesOf(known.expected)}
        {lines.map(([line, index]) => lineView(line, index))}
      </div>
    ) : null
    const shown = groups.some(Boolean) || allowList
    return shown ? [groups, allowList] : <p>No rule is like that. Choose “All” in one of the lists.</p>
  }

  const counted = ({ rules: all, allowList, version, hash, treatmentDay, drowsy }: Rules): Markup => (
    <>
      <p>
        Rule set {version}: {all.length} rules and {allowList.length} lines of the allow-list. All are looked at; the most urgent rule that fires gives the
        result, and nothing lowers it. A time that is not known counts as too long, and an answer that was not given is never a “no”.
      </p>
      <p class="about">
        SHA-256 of the rules: <code>{hash}</code>
      </p>
      <details>
        <summary>What “on the treatment day” and “drowsy” mean</summary>
        <dl class="about">
          <dt>On the treatment day</dt>
          <dd>{words(treatmentDay)}</dd>
          <dt>Drowsy</dt>
          <dd>{words(drowsy)}</dd>
        </dl>
      </details>
    </>
  )

  function draw(): void {
    render(
      <>
        <h2 tabindex="-1">The rules</h2>
        {fault ? (
          <p class="fault" role="alert">
            {fault}
          </p>
        ) : null}
        {rules ? (
          <>
            {counted(rules)}
            {progressView(job, 'Looking for the smallest case of each rule', draw)}
            {filters(rules)}
            {list(rules)}
          </>
        ) : (
          <p>Loading the rules.</p>
        )}
      </>,
      container,
    )
  }

  async function load(): Promise<void> {
    const wanted = context.settings()
    if (settings === JSON.stringify(wanted)) return
    settings = JSON.stringify(wanted)
    cases = null
    try {
      rules = await context.call<Rules>({ rules: wanted })
      if (!questions.size) {
        const { pages } = await context.call<Questionnaire>({ questionnaire: { language: 'en' } })
        questions = new Map(pages.flatMap(({ items }) => items).map((question) => [question.linkId, question]))
      }
      fault = ''
    } catch (error) {
      fault = error instanceof Error ? error.message : String(error)
    }
    draw()
    if (fault) return
    const found = await run<readonly DecidingCase[]>(job, context, { cases: wanted }, draw)
    if (found) cases = found
    draw()
  }

  context.onChange(load)
  draw()
  load()
}
