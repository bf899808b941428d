/** The command line's FHIR resources for the shared cases. */
import { commandLine } from '../wasm/engines.mjs'
import { readCases } from '../wasm/cases.mjs'

const NOW = '2026-11-22T16:10:00-05:00'

/** One case a line in, one line out for each. */
export async function assessLines(cases, ...options) {
  const { stdout } = await commandLine(['assess', '--jsonl', ...options], cases.join('\n') + '\n')
  return stdout.trim().split('\n')
}

/** What is marked in a list beats the "no" before it: no form asks for the list then, so none holds both. */
const isBeaten = ({ medicines, ...answers }) => medicines === 'no' && ['taken-today', 'medicine-changes'].some((list) => answers[list]?.length)

/** Shared cases without faults, each with a moment at which it is answered, and nothing that a response does not hold. */
export function answeredCases() {
  return readCases()
    .filter(({ expect, text }) => !expect.error && !isBeaten(JSON.parse(text).answers))
    .map(({ file, name, text }) => {
      const { answers, now = NOW } = JSON.parse(text)
      return { name: `${file}: ${name}`, text: JSON.stringify({ answers, now }) }
    })
}

export const questionnaire = async (language) => JSON.parse((await commandLine(['questionnaire', '--format', 'fhir', '--language', language], '')).stdout)
