/** The proof of the rules, run here, under the lead's settings. */
import { Fragment, h, render, type Markup } from '../src/dom/jsx.ts'
import { saveFile } from '../src/dom/save-file.ts'
import type { Verified } from './answers.ts'
import type { Proof, ReviewContext } from './context.ts'
import { cancel, newJob, progressView, run } from './progress.tsx'
import { count } from './words.tsx'

/** Each property once: some were looked at in several ways. */
function proofOf({ covered, failures, checked }: Verified, seconds: number): Proof {
  const names = [...new Set([...covered, ...failures].map(({ property }) => property))]
  const holds = (name: string): boolean => failures.every(({ property }) => property !== name)
  return { properties: names.map((name) => ({ name, holds: holds(name) })), states: String(checked), seconds }
}

export function mountProof(container: HTMLElement, context: ReviewContext): void {
  const job = newJob()
  let verified: Verified | null = null
  /** The settings that it is of. */
  let under = ''
  const now = (): string => JSON.stringify(context.settings())

  async function start(): Promise<void> {
    const began = performance.now()
    verified = null
    under = now()
    context.setProof(null)
    const settings = context.settings()
    const result = await run<Verified>(job, context, { verify: settings }, draw)
    if (result) {
      verified = result
      context.setProof(proofOf(result, Math.round((performance.now() - began) / 100) / 10))
    }
    draw()
  }

  const failuresView = ({ failures }: Verified): Markup | null =>
    failures.length ? (
      <>
        <h3>What does not hold</h3>
        <ul>
          {failures.map(({ property, explanation, cases }) => (
            <li>
              <strong>{property}</strong>: {explanation}{' '}
              {cases.map((one, index) => (
                <button type="button" onclick={() => context.openCase(one, `${property}, ${index + 1}`)}>
                  Open case {index + 1}
                </button>
              ))}
            </li>
          ))}
        </ul>
      </>
    ) : null

  function resultView(result: Verified, { seconds }: Proof): Markup {
    return (
      <>
        <div role="status">
          <h3>{result.holds ? 'Every property holds.' : 'The rules are not safe with these settings. Do not approve them.'}</h3>
          <p>
            Rules {result.rules}, {result.settings === 'changed' ? 'your settings' : 'settings as they ship'}: {count(result.checked)} states, steps and ways in
            all, in {seconds} seconds, in this browser.
          </p>
        </div>
        {failuresView(result)}
        <div class="scrolls" tabindex="0" role="group" aria-label="What was looked at">
          <table>
            <caption>What was looked at</caption>
            <thead>
              <tr>
                <th scope="col">Property</th>
                <th scope="col">Looked at</th>
                <th scope="col">What</th>
              </tr>
            </thead>
            <tbody>
              {result.covered.map(({ property, checked, what }) => (
                <tr>
                  <th scope="row">{property}</th>
                  <td class="number">{count(checked)}</td>
                  <td>{what}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <button type="button" onclick={() => saveFile(container, 'proof.json', 'application/json', JSON.stringify(result) + '\n')}>
          Save the result
        </button>
      </>
    )
  }

  function draw(): void {
    const proof = context.proof()
    render(
      <>
        <h2 tabindex="-1">The proof, run here</h2>
        <p>
          This looks at every answer that there can be, with your settings, and shows that what must always hold does: danger always wins, a worse answer never
          gives a calmer result, “expected” is always earned, and more. It is the same as <code>tiredness-check verify</code>.
        </p>
        {progressView(job, 'Proving', draw)}
        {job.running ? null : (
          <button type="button" onclick={start}>
            {verified ? 'Run the proof again' : 'Run the proof'}
          </button>
        )}
        {verified && proof ? resultView(verified, proof) : null}
      </>,
      container,
    )
  }

  context.onChange(() => {
    // What was proved, or is being proved, is of other settings.
    if (under !== now()) {
      verified = null
      if (job.running) return cancel(job, draw)
    }
    draw()
  })
  draw()
}
