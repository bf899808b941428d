/**
 * From what a release was made, as an in-toto statement with SLSA's predicate. Without a time or a machine: the same sources
 * and tools give the same statement. It is signed with everything else, by the list of hashes.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const root = new URL('../', import.meta.url)
const git = (...given) => execFileSync('git', given, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()

/** The commit, and whether the sources are those of it; outside a repository, that they are not known. */
function source() {
  try {
    const digest = { gitCommit: git('rev-parse', 'HEAD') }
    const changed = git('status', '--porcelain', '--untracked-files=all') !== ''
    return { name: 'sources', digest, ...(changed && { annotations: { changed: 'after this commit, and not committed' } }) }
  } catch {
    return { name: 'sources', annotations: { unknown: 'made outside a git repository' } }
  }
}

/** What is taken from elsewhere: the JavaScript packages by their lock, the rest by the list of what is inside. */
function dependencies(components) {
  const lock = createHash('sha256')
    .update(readFileSync(new URL('package-lock.json', root)))
    .digest('hex')
  return [
    source(),
    { name: 'package-lock.json', digest: { sha256: lock } },
    ...components.map(({ name, purl }) => ({ name, uri: purl })),
    { name: 'node', uri: `pkg:generic/node@${process.versions.node}` },
  ]
}

/** `sums` are the hashes of all files by name, `components` those of the list of what is inside. */
export function provenance({ sums, components, release }) {
  // Whoever runs the script is the builder; a signature says who that was.
  const by = 'urn:tiredness-check:script/release'
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [...sums].map(([name, hash]) => ({ name, digest: { sha256: hash } })),
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: { buildType: by, externalParameters: { release }, resolvedDependencies: dependencies(components) },
      runDetails: { builder: { id: by } },
    },
  }
  return JSON.stringify(statement, null, 2) + '\n'
}
