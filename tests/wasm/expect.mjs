// What "expect" of a case means: tests/cases/README.md.
import assert from 'node:assert/strict'

const ids = (list) => (list ?? []).map(({ id }) => id)
const rules = (list) => (list ?? []).map(({ rule }) => rule)
const present = (all, wanted, what) => {
  for (const id of wanted) assert.ok(all.includes(id), `${what}: ${id} is not among ${all.join(', ') || 'none'}`)
}
/** Every pointer is named by a fault, there or below. */
const pointedAt = (faults, pointers) => {
  const named = faults.map(({ pointer }) => pointer)
  for (const pointer of pointers) {
    assert.ok(
      named.some((other) => other === pointer || other.startsWith(`${pointer}/`)),
      `no fault at ${pointer}; there are ${named.join(', ') || 'none'}`,
    )
  }
}

const checks = {
  level: (got, want) => assert.equal(got.level, want),
  levels: (got, want) => assert.deepEqual(got.levels, want),
  fired: (got, want) => assert.deepEqual(got.fired, want),
  reasons: (got, want) => assert.deepEqual(rules(got.reasons), want),
  alsoTell: (got, want) => assert.deepEqual(rules(got.alsoTell), want),
  advice: (got, want) => present(ids(got.advice), want, 'advice'),
  notAdvice: (got, want) => {
    for (const id of want) assert.ok(!ids(got.advice).includes(id), `advice: ${id} is there`)
  },
  variants: (got, want) => {
    for (const [id, variant] of Object.entries(want)) {
      assert.equal(got.advice?.find((tip) => tip.id === id)?.variant, variant, `advice: variant of ${id}`)
    }
  },
  actions: (got, want) => present(ids(got.actions), want, 'actions'),
  plan: (got, want) => {
    if (Object.keys(want).length === 0) assert.deepEqual(got.plan, [])
    for (const [id, { state, at, needs }] of Object.entries(want)) {
      const line = got.plan.find((one) => one.id === id)
      assert.ok(line, `plan: no line ${id}`)
      assert.equal(line.state, state, `plan: ${id}`)
      if (at !== undefined) assert.equal(line.at, at, `plan: ${id}`)
      assert.deepEqual(ids(line.needs), needs, `plan: ${id}`)
    }
  },
  recheckAt: (got, want) => assert.deepEqual((got.recheckAt ?? []).map(Date.parse), want.map(Date.parse)),
  diagnostics: (got, want) => assert.deepEqual(got.diagnostics, want),
  pointers: (got, want, { error }) =>
    pointedAt(
      got.diagnostics.filter(({ severity }) => !error || severity === 'error'),
      want,
    ),
  error: (got, want) => {
    assert.equal(want, true)
    assert.deepEqual(Object.keys(got), ['diagnostics'])
    assert.ok(
      got.diagnostics.some(({ severity }) => severity === 'error'),
      'no error among the diagnostics',
    )
  },
}

/** Checks an assessment, or the diagnostics in its place, against a case's expectations. */
export const assertExpected = (got, expect) => {
  for (const [key, want] of Object.entries(expect)) {
    assert.ok(key in checks, `tests/cases/README.md knows no "${key}"`)
    checks[key](got, want, expect)
  }
}
