/**
 * How the standard analyzer makes custom-elements.json. Attributes come from the JSON Schema of the settings, custom
 * properties and parts from the head of the style sheet: each is written down in one place.
 */
import { readFileSync } from 'node:fs'

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8')

const schema = JSON.parse(read('../../core/content/clinic-config.schema.json'))
const attributeOf = (setting) => setting.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase())

const attributes = Object.entries(schema.properties)
  .filter(([, { type }]) => type === 'string' || type === 'integer')
  .filter(([name]) => name !== '$schema')
  .map(([name, { type, description }]) => ({
    name: attributeOf(name),
    fieldName: attributeOf(name),
    description,
    type: { text: type === 'integer' ? 'number' : 'string' },
  }))
attributes.push({ name: 'config', fieldName: 'config', description: 'The address of a JSON file of this site with the settings.', type: { text: 'string' } })
attributes.push({
  name: 'isolated',
  fieldName: 'isolated',
  description: "Keeps the check apart from the page's other scripts, in a frame of its own: empty, or `fixed` for one that keeps its height.",
  type: { text: 'string' },
})

const [head] = read('../src/styles/check.css').split('*/')
const cssProperties = [...head.matchAll(/^\s*(--[\w-]+)\s+(.+)$/gm)].map(([, name, description]) => ({ name, description }))
const cssParts = /Parts: ([^.]+)\./
  .exec(head)[1]
  .split(',')
  .map((name) => ({ name: name.trim() }))

const fromTheirPlaces = {
  name: 'from-their-places',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const element of declarations) if (element.customElement) Object.assign(element, { attributes, cssProperties, cssParts })
    }
    // Of the modules only the one that a package's user can name.
    for (const module of customElementsManifest.modules) {
      module.path = 'dist/index.js'
      for (const { declaration } of module.exports ?? []) if (declaration) declaration.module = 'dist/index.js'
      module.declarations = module.declarations?.filter(({ customElement }) => customElement)
      module.exports = module.exports?.filter(({ name }) => name === 'TirednessCheckElement')
    }
  },
}

export default {
  globs: ['web/src/element/tiredness-check.ts'],
  exclude: [],
  // The package has a package.json of its own.
  packagejson: false,
  litelement: false,
  plugins: [fromTheirPlaces],
}
