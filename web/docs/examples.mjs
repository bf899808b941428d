/** The live examples of docs/live.md: each a whole page of its own, with the real check in it. */
import { readFileSync } from 'node:fs'
import { contentSecurityPolicyWithoutWebAssembly } from '../../script/policy.mjs'
import { fillAnywhere, fillFallback } from '../fallback.mjs'

const fallback = (language) => readFileSync(new URL(`../fallback/${language}.html`, import.meta.url), 'utf8')
const CLINIC = { clinicName: 'Your Clinic', phone: '(804) 555-0100' }
const ATTRIBUTES = 'clinic-name="Your Clinic" phone="(804) 555-0100"'
const ENGLISH = fillFallback(fallback('en'), CLINIC)
const GB = 'region="GB" emergency-number="999" crisis-number="116 123" poison-number="111" phone="020 7946 0100" clinic-name="Your Clinic"'

const script = (address = '../../tiredness-check.js') => `<script type="module" src="${address}"></script>`
const tag = (attributes = ATTRIBUTES, inside = ENGLISH) => `<tiredness-check ${attributes}>\n${inside}\n</tiredness-check>`
const policy = (text) => `<meta http-equiv="Content-Security-Policy" content="${text}">`

/** A policy in a page cannot name who may frame it. */
const inPage = (text) => text.replace(" frame-ancestors 'none';", '')
const LEVELS = ['expected', 'soon', 'same-day', 'urgent', 'crisis', 'emergency']

/** By the names of their files. `look` names the page's styles in examples.css; what is left out is as in the first. */
const KINDS = {
  plain: { body: tag() },
  spanish: {
    language: 'es',
    body: tag('clinic-name="Su clínica" phone="(804) 555-0100"', fillFallback(fallback('es'), { ...CLINIC, clinicName: 'Su clínica' })),
  },
  dark: { look: 'dark', body: tag() },
  brand: { look: 'brand', body: tag() },
  column: { look: 'column', body: tag() },
  div: { body: `<div data-tiredness-check data-clinic-name="Your Clinic" data-phone="(804) 555-0100">\n${ENGLISH}\n</div>` },
  json: { body: tag('', `<script type="application/json">${JSON.stringify(CLINIC)}</script>\n${ENGLISH}`) },
  region: { body: tag(GB, fillAnywhere(fallback('en'))) },
  isolated: { body: tag('isolated ' + ATTRIBUTES) },
  'one-file': { head: '<script defer src="../../tiredness-check.all.js"></script>', body: tag() },
}

const FAILURES = {
  'no-script': { head: '', body: tag() },
  'no-files': { head: script('broken/tiredness-check.js'), body: tag() },
  'no-webassembly': { head: policy(inPage(contentSecurityPolicyWithoutWebAssembly)) + script(), body: tag() },
  'half-a-region': { body: tag('region="GB" ' + ATTRIBUTES, fillAnywhere(fallback('en'))) },
  'refused-setting': { body: tag('severe-score="99" ' + ATTRIBUTES) },
  'refused-frame': { head: policy("frame-src 'none'") + script(), body: tag('isolated ' + ATTRIBUTES) },
}

const RESULTS = Object.fromEntries(LEVELS.map((level) => ['result-' + level, { level, head: '<script defer src="result.js"></script>', body: tag() }]))

const page = ({ language = 'en', look = 'light', level = '', head = script(), body }) => `<!doctype html>
<html lang="${language}" class="${look}"${level && ` data-level="${level}"`}>
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>An example</title>
    <link rel="icon" href="../icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="examples.css">
    ${head}
  </head>
  <body>
    <main>
      <h1>${language === 'es' ? '¿Siente cansancio después de la ketamina?' : 'Tired after ketamine therapy?'}</h1>
${body}
    </main>
  </body>
</html>
`

/** Every example, by the name of its file. */
export const examples = Object.fromEntries(Object.entries({ ...KINDS, ...RESULTS, ...FAILURES }).map(([name, example]) => [name + '.html', page(example)]))
