/** Names, descriptions and roles as the specifications compute them, by dom-accessibility-api. */
import { buildSync } from 'esbuild'
import { fileURLToPath } from 'node:url'

const EXPORTS = "export { computeAccessibleDescription, computeAccessibleName, getRole, isInaccessible } from 'dom-accessibility-api'"

let text

/** As text that makes a variable `accessibility`, to be sent into a page. Made at the first use: other engines need none. */
export const accessibilityText = () =>
  (text ||= buildSync({
    stdin: { contents: EXPORTS, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    globalName: 'accessibility',
    target: 'safari15',
  }).outputFiles[0].text)
