/** WCAG 1.4.11: borders, icons, focus rings and the chart stand out at 3:1 from what is behind them, in every set of colours. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { load } from './modules.mjs'

const { contrast } = await load('features/brand-contrast/brand-contrast.ts')
const read = (path) => readFileSync(new URL('../../web/src/' + path, import.meta.url), 'utf8').replace(/\/\*[^]*?\*\//g, '')
const main = read('styles/check.css')
const features = read('styles/features.css')

/** Every rule, with the media query around it. */
function rulesOf(css) {
  const rules = []
  let media = ''
  for (const [, open, selector, body, close] of css.matchAll(/(@media[^{]+)\{|([^{}@]+)\{([^{}]*)\}|(\})/g)) {
    if (open) media = open.trim()
    else if (close) media = ''
    else if (selector)
      rules.push({
        media,
        selector: selector.trim().replace(/\s+/g, ' '),
        declarations: [...body.matchAll(/([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value.trim()]),
      })
  }
  return rules
}

const rules = [...rulesOf(main), ...rulesOf(features)]
const DARK = '@media (prefers-color-scheme: dark)'
const MORE = '@media (prefers-contrast: more)'
const LEVELS = ['emergency', 'crisis', 'urgent', 'same-day', 'soon', 'expected']

/** The tokens of one set of colours on the page of one level: what comes later holds. */
function tokens(media, level) {
  const found = {}
  for (const rule of rules) {
    if (rule.media && !media.includes(rule.media)) continue
    if (!/(^|> )\.check$|^:host > /.test(rule.selector) && !rule.selector.endsWith(`[data-level='${level}']`)) continue
    for (const [name, value] of rule.declarations) if (name.startsWith('--_tc-')) found[name.slice(6)] = value.replace(' !important', '')
  }
  const colour = (value) => {
    const [, other, fallback] = /^var\(--_tc-([\w-]+)(?:,\s*(.+))?\)$/.exec(value) || []
    if (other) return found[other] ? colour(found[other]) : colour(fallback)
    const [, hex] = /^#([0-9a-f]+)$/.exec(value) || assert.fail('no colour: ' + value)
    return (hex.length === 3 ? [...hex].map((one) => one + one) : hex.match(/../g)).map((two) => parseInt(two, 16))
  }
  return (name) => colour(found[name])
}

/** What is drawn with a token, and what it is drawn on. */
const PAIRS = [
  ['edge', 'surface', 'borders of fields and options, marks and grid of the chart, the time line'],
  ['edge', 'tint', 'the same when pointed at; the usual days in the chart'],
  ['ring', 'surface', 'focus rings'],
  ['ring', 'tint', 'focus rings on the line of numbers and the offer'],
  ['ring', 'alarm-tint', 'the focus ring in the error summary'],
  ['ring', 'level-tint', 'the focus ring in the card'],
  ['accent', 'surface', 'borders of buttons, the chosen option, line and dots of the chart, the breathing circle'],
  ['accent', 'tint', 'the line of the chart over the usual days'],
  ['level', 'surface', 'the edge of what to do, and its buttons'],
  ['level', 'level-tint', 'the icon, the edge of the card'],
  ['alarm', 'surface', 'the edge of a wrong field'],
  ['alarm', 'alarm-tint', 'the edge of the error summary'],
  ['red-edge', 'surface', 'the edge of what calls the emergency number: its red is dark enough for white letters at 7:1'],
]

for (const [name, media] of [
  ['light', []],
  ['dark', [DARK]],
  ['more contrast', [MORE]],
  ['dark, more contrast', [DARK, MORE]],
]) {
  test(`what is not text stands out at 3:1: ${name}`, () => {
    for (const level of LEVELS) {
      const token = tokens(media, level)
      for (const [drawn, ground, what] of PAIRS) {
        const ratio = contrast(token(drawn), token(ground))
        assert.ok(ratio >= 3, `${level}: --${drawn} on --${ground} has ${ratio.toFixed(2)} (${what})`)
      }
    }
  })
}

test('the focus ring is seen where a browser darkens the page by itself, on whatever it makes of white', () => {
  const { declarations } = rules.find(({ media, selector }) => !media && selector === ':not(.light) > .check')
  const [, hex] = /^#(\w{6})$/.exec(Object.fromEntries(declarations)['--_tc-ring'])
  const ring = hex.match(/../g).map((two) => parseInt(two, 16))
  for (const ground of [
    [18, 18, 18],
    [33, 33, 33],
    [43, 35, 35],
    [255, 255, 255],
  ])
    assert.ok(contrast(ring, ground) >= 3, `${ground}: ${contrast(ring, ground).toFixed(2)}`)
})

/** Lines between things that are told apart without them. */
const DECORATION = ['.check', '.help', '.rows', '.row', '.behind', '.fold', '.plan', '.plan > div', '.wide th, .wide td']

test('whatever is drawn as a line is drawn with a measured token, but for lines that only part things', () => {
  const measured = new Set(PAIRS.map(([drawn]) => drawn))
  let lines = 0
  for (const { selector, declarations } of rules) {
    for (const [name, value] of declarations) {
      if (!/^(border|outline|stroke)/.test(name) || /radius|width|style|offset|dash|line|collapse/.test(name)) continue
      const [, token] = /var\(--_tc-([\w-]+)\)/.exec(value) || []
      if (!token) continue
      lines++
      // The rim around a dot or a word of the chart parts it from the line; the dot itself is measured.
      if (['.chart .dot, .chart .other', '.chart .here'].includes(selector) && token === 'surface') continue
      assert.ok(measured.has(token) || (token === 'line' && DECORATION.includes(selector)), `${selector} { ${name}: ${value} }`)
    }
  }
  assert.ok(lines > 20, 'found only ' + lines)
})
