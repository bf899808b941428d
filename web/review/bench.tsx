/** Many cases: what they were expected to come out as, and what they do. Nothing of them leaves the page. */
import * as Plot from '@observablehq/plot'
import { Fragment, h, render, type Markup } from '../src/dom/jsx.ts'
import { saveFile } from '../src/dom/save-file.ts'
import { shippedCases } from 'place'
import type { Case, Question, Questionnaire } from './answers.ts'
import { REFUSED, type BenchCase, type BenchResult } from './bench-run.ts'
import { casesAsJsonl, readCases, readJsonl, resultsAsCsv } from './cases-file.ts'
import type { ReviewContext } from './context.ts'
import { asPicture } from './picture.ts'
import { newJob, progressView, run } from './progress.tsx'
import { count, LEVELS, levelMark, levelName } from './words.tsx'

const PAGE = 50
const OUTCOMES: readonly string[] = [...LEVELS, REFUSED]

const isOther = ({ expected }: BenchCase, { got }: BenchResult): boolean => expected !== '' && expected !== got

interface Cell {
  readonly expected: string
  readonly got: string
  readonly cases: number
}

function cells(cases: readonly BenchCase[], results: readonly BenchResult[]): Cell[] {
  const counts = new Map<string, Cell>()
  cases.forEach(({ expected }, index) => {
    const { got } = results[index]!
    if (!expected) return
    const key = `${expected} ${got}`
    counts.set(key, { expected, got, cases: (counts.get(key)?.cases ?? 0) + 1 })
  })
  return [...counts.values()]
}

/** What came out as expected stands on the slope from the upper left. */
function picture(matrix: readonly Cell[]): Element {
  const isSame = ({ expected, got }: Cell): boolean => expected === got
  const figure = Plot.plot({
    width: 640,
    height: 400,
    marginLeft: 120,
    marginTop: 50,
    padding: 0.05,
    ariaLabel: 'Expected against got: how many cases. The table below says the same.',
    x: { label: 'Got', domain: OUTCOMES, axis: 'top', tickFormat: levelName },
    y: { label: 'Expected', domain: OUTCOMES, tickFormat: levelName },
    marks: [
      Plot.cell(matrix, { x: 'got', y: 'expected', fill: (cell: Cell) => (isSame(cell) ? 'var(--same)' : 'var(--other)') }),
      Plot.text(matrix, {
        x: 'got',
        y: 'expected',
        text: ({ cases }: Cell) => count(cases),
        fill: (cell: Cell) => (isSame(cell) ? 'var(--on-same)' : 'var(--on-other)'),
        fontSize: 14,
      }),
    ],
  })
  return asPicture(figure)
}

export function mountBench(container: HTMLElement, context: ReviewContext): void {
  const job = newJob()
  let questions: readonly Question[] = []
  let cases: readonly BenchCase[] = []
  let results: readonly BenchResult[] | null = null
  let matrix: readonly Cell[] = []
  let drawn: Element | null = null
  let from = ''
  let pasted = ''
  let fault = ''
  let underMine = false
  let onlyOther = true
  let first = 0

  const taken = (list: readonly BenchCase[], name: string): void => {
    cases = list
    from = name
    results = null
    fault = list.length ? '' : 'There is no case in it.'
    first = 0
  }

  async function take(name: string, read: () => Promise<readonly BenchCase[]>): Promise<void> {
    try {
      taken(await read(), name)
    } catch (error) {
      taken([], name)
      fault = error instanceof Error ? error.message : String(error)
    }
    if (cases.length) await start()
    else draw()
  }

  async function start(): Promise<void> {
    results = null
    const found = await run<readonly BenchResult[]>(job, context, { bench: { cases, settings: underMine ? context.settings() : {} } }, draw)
    if (found) {
      results = found
      matrix = cells(cases, found)
      drawn = picture(matrix)
      onlyOther = cases.some((one, index) => isOther(one, found[index]!))
      first = 0
    }
    draw()
  }

  const input = (): Markup => (
    <>
      <p class="buttons">
        <button type="button" onclick={() => take('the shipped cases', async () => readJsonl(await shippedCases()))}>
          Run the shipped cases
        </button>
      </p>
      <div class="field">
        <label for="bench-file">Or open a file of cases: JSONL or CSV</label>
        <input
          id="bench-file"
          type="file"
          onchange={({ target }: Event) => {
            const file = (target as HTMLInputElement).files?.[0]
            if (file) take(file.name, async () => readCases(await file.text(), questions))
          }}
        />
      </div>
      <details>
        <summary>Or paste them, and what a file looks like</summary>
        <label for="bench-text">Cases</label>
        <textarea
          id="bench-text"
          rows={8}
          spellcheck="false"
          value={pasted}
          oninput={({ target }: Event) => (pasted = (target as HTMLTextAreaElement).value)}
        />
        <p class="buttons">
          <button type="button" onclick={() => take('what you pasted', async () => readCases(pasted, questions))}>
            Run these cases
          </button>
        </p>
        <p class="about">
          JSONL: a case a line, as in <code>{'{"name":"Chest pain","case":{"answers":{"danger-signs":["chest"]}},"expect":{"level":"emergency"}}'}</code>. CSV:
          the first row has <code>name</code>, <code>expected</code>, <code>hours-since-session</code> and the questions’ names as on “Rules”; several options
          stand with semicolons between them.
        </p>
      </details>
      <label class="tick">
        <input
          type="checkbox"
          checked={underMine}
          onchange={({ target }: Event) => {
            underMine = (target as HTMLInputElement).checked
            if (cases.length) start()
          }}
        />{' '}
        Under my settings, where a case brings none of its own
      </label>
    </>
  )

  function summary(known: readonly BenchResult[]): Markup {
    const asked = cases.filter(({ expected }) => expected).length
    const others = cases.filter((one, index) => isOther(one, known[index]!)).length
    return (
      <p role="status">
        <strong>
          {count(cases.length)} cases, from {from}: {count(asked - others)} as expected, {count(others)} not
        </strong>
        {asked < cases.length ? `, ${count(cases.length - asked)} without a level that was expected` : ''}.
      </p>
    )
  }

  const matrixTable = (): Markup => {
    const of = (expected: string, got: string): number => matrix.find((cell) => cell.expected === expected && cell.got === got)?.cases ?? 0
    return (
      <div class="scrolls" tabindex="0" role="group" aria-label="Expected against got, as a table">
        <table>
          <caption>Expected (down) against got (across)</caption>
          <thead>
            <tr>
              <td />
              {OUTCOMES.map((got) => (
                <th scope="col">{levelName(got)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {OUTCOMES.map((expected) => (
              <tr>
                <th scope="row">{levelName(expected)}</th>
                {OUTCOMES.map((got) => (
                  <td class="number">{of(expected, got) || ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )
  }

  function open({ name, text }: BenchCase): void {
    try {
      const whole = JSON.parse(text) as Case
      context.openCase(underMine ? whole : { ...whole, config: whole.config ?? {} }, name)
    } catch {
      fault = 'This case is no JSON.'
      draw()
    }
  }

  function rows(known: readonly BenchResult[]): Markup {
    const wanted = cases.map((one, index) => [one, known[index]!] as const).filter(([one, result]) => !onlyOther || isOther(one, result))
    const shown = wanted.slice(first, first + PAGE)
    const turn = (by: number): void => {
      first += by
      draw()
    }
    return (
      <>
        <label class="tick">
          <input
            type="checkbox"
            checked={onlyOther}
            onchange={({ target }: Event) => {
              onlyOther = (target as HTMLInputElement).checked
              first = 0
              draw()
            }}
          />{' '}
          Only those that are not as expected
        </label>
        {shown.length ? (
          <>
            <div class="scrolls" tabindex="0" role="group" aria-label="Each case">
              <table>
                <caption>
                  Each case: {count(first + 1)} to {count(first + shown.length)} of {count(wanted.length)}
                </caption>
                <thead>
                  <tr>
                    <th scope="col">Case</th>
                    <th scope="col">Expected</th>
                    <th scope="col">Got</th>
                    <th scope="col">Because</th>
                  </tr>
                </thead>
                <tbody>
                  {shown.map(([one, { got, because }]) => (
                    <tr>
                      <th scope="row">
                        <button type="button" class="plain" onclick={() => open(one)}>
                          {one.name}
                        </button>
                      </th>
                      <td>{one.expected ? levelMark(one.expected) : 'not said'}</td>
                      <td>{levelMark(got)}</td>
                      <td>{because}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <p class="buttons">
              {first > 0 ? (
                <button type="button" onclick={() => turn(-PAGE)}>
                  Earlier
                </button>
              ) : null}{' '}
              {first + PAGE < wanted.length ? (
                <button type="button" onclick={() => turn(PAGE)}>
                  Later
                </button>
              ) : null}
            </p>
          </>
        ) : (
          <p>There are none.</p>
        )}
      </>
    )
  }

  const outcome = (known: readonly BenchResult[]): Markup => (
    <>
      <h3>What came out</h3>
      {summary(known)}
      {matrix.length && drawn ? (
        <>
          <div class="scrolls" tabindex="0" role="group" aria-label="Expected against got, as a picture">
            {drawn}
          </div>
          <details>
            <summary>The same as a table</summary>
            {matrixTable()}
          </details>
        </>
      ) : null}
      {rows(known)}
      <p class="buttons">
        <button type="button" onclick={() => saveFile(container, 'results.csv', 'text/csv', resultsAsCsv(cases, known))}>
          Save the results (CSV)
        </button>{' '}
        <button type="button" onclick={() => saveFile(container, 'cases.jsonl', 'application/jsonl', casesAsJsonl(cases, known))}>
          Save the cases with these results (JSONL)
        </button>
      </p>
    </>
  )

  function draw(): void {
    render(
      <>
        <h2 tabindex="-1">Many cases at once</h2>
        <p>Run your own patients’ stories, or those that the check was tested with. They stay in this page: it cannot send anything.</p>
        {input()}
        {fault ? (
          <p class="fault" role="alert">
            {fault}
          </p>
        ) : null}
        {progressView(job, 'Running the cases', draw)}
        {results ? outcome(results) : null}
      </>,
      container,
    )
  }

  context.onChange(() => {
    if (underMine && cases.length) start()
  })
  draw()
  context
    .call<Questionnaire>({ questionnaire: { language: 'en' } })
    .then(({ pages }) => (questions = pages.flatMap(({ items }) => items)))
    .catch((error: unknown) => {
      fault = error instanceof Error ? error.message : String(error)
      draw()
    })
}
