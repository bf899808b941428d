/** What is inside a release, as a CycloneDX document. Without a date or a serial number: the same release, the same bytes. */
import cyclonedx from '@cyclonedx/cyclonedx-library'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const { Contrib, Enums, Models, Serialize, Spec } = cyclonedx
const root = new URL('../', import.meta.url)
const packageOf = (path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'))

function nlohmannVersion() {
  const folder = ['/usr/include', '/usr/local/include'].find(
    (one) => existsSync(`${one}/nlohmann/detail/abi_macros.hpp`) || existsSync(`${one}/nlohmann/json.hpp`),
  )
  const files = [`${folder}/nlohmann/detail/abi_macros.hpp`, `${folder}/nlohmann/json.hpp`].filter((file) => existsSync(file))
  const text = files.map((file) => readFileSync(file, 'utf8')).join('')
  return ['MAJOR', 'MINOR', 'PATCH'].map((part) => new RegExp(`define NLOHMANN_JSON_VERSION_${part} (\\d+)`).exec(text)[1]).join('.')
}

const emscriptenVersion = () => /\d+\.\d+\.\d+/.exec(execFileSync('em++', ['--version'], { encoding: 'utf8' }))[0]

/** The packages inside the clinical lead's page: its script begins with the licence of each (web/review/build.mjs). */
export const packagesInside = (script) => [...script.matchAll(/^\/\*! (.+)$/gm)].flatMap(([, names]) => names.split(', ')).sort()

function inReviewPage(served) {
  return packagesInside(readFileSync(`${served}/review/review.js`, 'utf8')).map((name) => {
    const { version, license } = packageOf(`node_modules/${name}/package.json`)
    return { name, version, license, purl: 'npm', about: "inside the clinical lead's page" }
  })
}

/** What is shipped, not what builds it. */
const SHIPPED = (served) => [
  { name: 'nlohmann_json', version: nlohmannVersion(), license: 'MIT', purl: 'generic', about: 'checks JSON, inside the engine' },
  { name: 'emscripten', version: emscriptenVersion(), license: 'MIT', purl: 'generic', about: "the engine's runtime: embind, libc++ and musl" },
  ...inReviewPage(served),
]

/**
 * @param {string} served the folder for a web server
 * @param {{name: string, version: string, license: string}[]} inDocuments what the site of the documents has of others' work
 */
export function sbom(served, inDocuments) {
  const { name, version, license } = packageOf('package.json')
  const licenses = new Contrib.License.Factories.LicenseFactory()
  const component = (type, of, id) => {
    const made = new Models.Component(type, of.name, { version: of.version, bomRef: id, purl: id, description: of.about })
    made.licenses.add(licenses.makeFromString(of.license))
    return made
  }
  const bom = new Models.Bom()
  const self = component(Enums.ComponentType.Application, { name, version, license }, `pkg:npm/${name}@${version}`)
  bom.metadata.component = self
  const shipped = [...SHIPPED(served), ...inDocuments.map((one) => ({ ...one, purl: 'npm', about: 'in the pages of the documents (docs/), not in the check' }))]
  for (const of of shipped) {
    const made = component(Enums.ComponentType.Library, of, `pkg:${of.purl}/${of.name.replace('@', '%40')}@${of.version}`)
    bom.components.add(made)
    self.dependencies.add(made.bomRef)
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6))
  return serializer.serialize(bom, { sortLists: true, space: 2 }) + '\n'
}
