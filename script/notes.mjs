/** The notes of a release: what stands under its version in CHANGELOG.md, in the order in which a clinic needs it. */
import { betweenMarks } from './between-marks.mjs'
import { begin, end } from './rule-changes.mjs'

/** What stands under the heading of a version. */
export function sectionOf(changelog, version) {
  const found = changelog
    .split(/^## /m)
    .slice(1)
    .find((section) => section.split(/[\s(]/)[0] === version)
  if (!found) throw new Error(`CHANGELOG.md has nothing under "## ${version}"`)
  return found.slice(found.indexOf('\n') + 1)
}

/** Links lead into the sources, which are not in a release: their words stay. */
const withoutLinks = (text) => text.replace(/\[([^\]]+)\]\((?!https?:)[^)]*\)/g, '$1')

/** One part of a section, and the section without it. */
function takeOut(section, heading) {
  const parts = section.split(/^(?=### )/m)
  const isIt = (part) => part.startsWith(`### ${heading}\n`)
  if (!parts.some(isIt)) throw new Error(`CHANGELOG.md has no "### ${heading}"`)
  return {
    part: parts
      .filter(isIt)
      .map((part) => part.slice(part.indexOf('\n') + 1).trim())
      .join('\n'),
    rest: parts.filter((part) => !isIt(part)).join(''),
  }
}

/** What script/rule-changes.mjs wrote of what changes for visitors, and the section without it. */
function takeChanges(section) {
  const { before, between, after } = betweenMarks('CHANGELOG.md', section, begin, end)
  return { part: between.trim(), rest: before.slice(0, -begin.length) + after.slice(end.length) }
}

const CANDIDATE = 'This is a candidate, to be tried. Wait for the release before you send anyone to it.\n\n'

export function notes(changelog, { version, release, rulesVersion, rulesHash }) {
  const duties = takeOut(sectionOf(changelog, version), 'What a clinic must do')
  const visitors = takeChanges(duties.rest)
  return withoutLinks(`# Tiredness Check ${version}

Release ${release}, rule set ${rulesVersion} (SHA-256 ${rulesHash}).

${version.includes('-') ? CANDIDATE : ''}## What a clinic must do

${duties.part}

## What changes for visitors

Which answers now lead to another level, rule by rule. A level that becomes calmer needs your clinical lead's reason in writing.

${visitors.part}

## All that changed

${visitors.rest.replace(/\n{3,}/g, '\n\n').trim()}
`)
}
