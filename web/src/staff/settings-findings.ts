/** What is wrong with settings: those of a tag, and those of a file, which is asked for. */
import type { Engine } from '../engine/engine.ts'
import { validateConfig } from '../settings/validate.ts'
import { ask, objectOf, textOf } from './ask.ts'
import { type Finding, unknown, wrong } from './finding.ts'

/** What the faults of settings are, by the engine's own validation. */
export function settingsFindings(engine: Engine | undefined, where: string, json: string): Finding[] {
  if (!engine) return [unknown(`${where}: the settings were not checked, as the engine does not start.`)]
  return validateConfig(engine, json).faults.map(({ pointer, message }) =>
    wrong(
      `${where}, ${pointer.slice(1) || 'the settings'}: ${message}.`,
      'Correct it: until then the default is used, and where whom to call is not known the check does not start.',
    ),
  )
}

/** No check starts with a file that did not come, or is no settings. */
export async function settingsFileFindings(path: string, base: URL, engine: Engine | undefined): Promise<Finding[]> {
  const answer = await ask(path, base)
  if (answer.status !== 200)
    return [
      wrong(
        `${path}, the file of the settings, did not come (${answer.status ? `status ${answer.status}` : answer.failure}). No check starts with it.`,
        'Put the file there, or mend its address.',
      ),
    ]
  if (answer.redirected)
    return [wrong(`${path}: the server sends the browser on. The check does not follow.`, 'Serve the file at its own address, without a redirect.')]
  const values = objectOf(answer)
  if (!values)
    return [
      wrong(
        `${path} is no JSON object. No check starts with it.`,
        'Correct the file: see commas, quotes and brackets. "tiredness-check validate FILE" tells where.',
      ),
    ]
  return settingsFindings(engine, path, textOf(answer))
}
