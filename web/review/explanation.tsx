/** Why a case comes out as it does. */
import { Fragment, h, type Markup } from '../src/dom/jsx.ts'
import type { Explanation, Reason } from './answers.ts'
import { answerText, levelMark, levelName, LEVELS } from './words.tsx'

const reasons = (title: string, list: readonly Reason[]): Markup | null =>
  list.length ? (
    <>
      <h4>{title}</h4>
      <ul>
        {list.map(({ rule, level, text, answers, sources }) => (
          <li>
            {text}{' '}
            <span class="about">
              Rule <code>{rule}</code>, {levelName(level)}
              {answers.map(({ linkId, value }) => (
                <>
                  ; <code>{linkId}</code> is {answerText(value)}
                </>
              ))}
              {sources.length ? `. Sources ${sources.join(', ')}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </>
  ) : null

const rank = (level: string): number => LEVELS.indexOf(level as (typeof LEVELS)[number])

function changes(title: string, list: Explanation['whatIf']): Markup | null {
  return list.length ? (
    <>
      <h4>{title}</h4>
      <div class="scrolls" tabindex="0" role="group" aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">This one answer</th>
              <th scope="col">were</th>
              <th scope="col">then</th>
            </tr>
          </thead>
          <tbody>
            {list.map(({ linkId, value, level }) => (
              <tr>
                <th scope="row">
                  <code>{linkId}</code>
                </th>
                <td>{answerText(value)}</td>
                <td>{levelMark(level)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  ) : null
}

export function explanationView(explanation: Explanation): Markup {
  const { level, title, summary, whatIf, diagnostics } = explanation
  return (
    <div class="explanation">
      <p role="status">
        {levelMark(level)} <strong>{title}</strong>
      </p>
      <p>{summary}</p>
      {diagnostics.length ? (
        <ul class="about">
          {diagnostics.map(({ pointer, message }) => (
            <li>
              Note on {pointer || 'the case'}: {message}
            </li>
          ))}
        </ul>
      ) : null}
      {reasons('Why', explanation.reasons)}
      {reasons('Also true, less urgent', explanation.alsoTell)}
      {changes(
        'What would make it less urgent',
        whatIf.filter((one) => rank(one.level) > rank(level)),
      )}
      {changes(
        'What would make it more urgent',
        whatIf.filter((one) => rank(one.level) < rank(level)),
      )}
    </div>
  )
}
