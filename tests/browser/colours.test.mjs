/** Whatever colours a clinic gives, what is used can be read. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load } from './modules.mjs'

const { contrast, luminance, safe } = await load('features/brand-contrast/brand-contrast.ts')

const LIGHT = { accent: [11, 79, 85], onAccent: [255, 255, 255], surface: [255, 255, 255], text: [28, 43, 48] }
const DARK = { accent: [155, 214, 210], onAccent: [6, 40, 43], surface: [20, 29, 33], text: [231, 238, 238] }

test('contrast is as WCAG has it', () => {
  assert.equal(contrast([0, 0, 0], [255, 255, 255]), 21)
  assert.equal(contrast([118, 118, 118], [255, 255, 255]).toFixed(2), '4.54')
  assert.equal(luminance([255, 255, 255]), 1)
})

test('a thousand colours of every kind are made readable, in light and in dark', () => {
  const steps = [0, 17, 64, 118, 128, 200, 238, 255]
  const colours = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => [red, green, blue])))
  for (const ours of [LIGHT, DARK]) {
    colours.forEach((colour, index) => {
      const other = colours[(index * 37) % colours.length]
      for (const given of [{ accent: colour }, { accent: colour, onAccent: other }, { surface: colour, text: other }, { accent: other, surface: colour }]) {
        const { accent, onAccent, surface, text } = safe(given, ours)
        const told = JSON.stringify({ given, used: { accent, onAccent, surface, text } })
        assert.ok(contrast(text, surface) >= 7, told)
        assert.ok(contrast(accent, surface) >= 4.5, told)
        assert.ok(contrast(accent, onAccent) >= 4.5, told)
      }
    })
  }
})

test('colours that can be read are used as they are', () => {
  const brand = { accent: [122, 31, 92], onAccent: [255, 255, 255], surface: [255, 252, 247], text: [20, 20, 20] }
  assert.deepEqual(safe(brand, LIGHT), brand)
})

test('a surface that is neither nearly white nor nearly black is not used', () => {
  assert.deepEqual(safe({ surface: [255, 255, 0], text: [0, 0, 0] }, LIGHT).surface, [255, 255, 0])
  assert.deepEqual(safe({ surface: [120, 120, 120], text: [0, 0, 0] }, LIGHT).surface, LIGHT.surface)
  assert.deepEqual(safe({ surface: [0, 0, 0], text: [255, 255, 255] }, LIGHT).surface, LIGHT.surface)
})
