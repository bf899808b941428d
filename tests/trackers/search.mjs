/** Looks in what was sent for anything of the check: words, values, names, structure, places, what was typed. */
import { readFileSync } from 'node:fs'

const root = new URL('../../', import.meta.url)
const { messages } = JSON.parse(readFileSync(new URL('core/content/en.json', root), 'utf8'))

/** A text as it may be shown, in parts without a placeholder. */
const parts = (text) =>
  ['self', 'helper'].flatMap((who) => text.replace(/\[([^|\]]*)\|([^\]]*)\]/g, (_, self, helper) => (who === 'self' ? self : helper)).split(/\{\w+\}/))

/** Long enough that no other page has them. */
const texts = (family) => {
  const keys = Object.keys(messages).filter((key) => family.test(key))
  return [
    ...new Set(
      keys
        .flatMap((key) => parts(messages[key]))
        .map((part) => part.trim())
        .filter((part) => part.length >= 14),
    ),
  ]
}

const ids = () => {
  const options = Object.keys(messages).flatMap(
    (key) =>
      /^item\.([\w-]+)(?:\.option\.([\w-]+))?/
        .exec(key)
        ?.slice(1)
        .filter(Boolean)
        .map((id, index) => [index ? 'values' : 'names', id]) ?? [],
  )
  const of = (kind) => [...new Set(options.filter(([one]) => one === kind).map(([, id]) => id))]
  // Names that other pages use too would say nothing.
  return {
    values: of('values').filter((id) => id.includes('-') || /^(breathing|confused|thoughts|benzodiazepine|alcohol|seizure|fainted)$/.test(id)),
    names: of('names').filter((id) => id.includes('-')),
  }
}

const { values, names } = ids()
const quoted = (id) => new RegExp(`(?<![\\w-])${id}(?![\\w-])`)

/** What must not be found, by the columns of the table. */
const SOUGHT = {
  answers: [...texts(/\.option\./), ...values.map(quoted), /isChecked"?:\s*true/],
  level: [
    ...texts(/^(level|action|rule|interim|wake|safety|tip)\./),
    /data-level/,
    /(?<![\w-])(label|div)\.(option|group|apart|score)\b/,
    /class[="':\s,]+(option|group|apart|group-title|here)\b/,
    /"(emergency|crisis|same-day|urgent)"/,
  ],
  pages: [...texts(/^(page|item\.[\w-]+\.(text|hint))/), ...texts(/^ui\.(start|review|progress|help)/), /data-page|data-field/],
  names: names.map(quoted),
}

/** What the visitor types inside, and in the page around. */
export const TYPED = 'zebrafinder'
export const OUTSIDE = 'outside-button'

const varint = (number) => {
  const bytes = []
  for (; number > 127; number = Math.floor(number / 128)) bytes.push((number % 128) | 128)
  return Buffer.from([...bytes, number])
}

/** A press by its place, in the window or in the page, however it is written down. */
function heard({ x, y, pageX, pageY }, bodies, all) {
  const pairs = [
    [x, y],
    [pageX, pageY],
    [x, pageY],
  ]
  const written = new RegExp(pairs.map(([left, top]) => `(?<![\\d.])${left}(?:\\.0+)?[^\\d]{1,24}${top}(?![\\d])`).join('|'))
  if (written.test(all)) return true
  // OpenReplay writes numbers as bytes: a movement, how long that is, then where to.
  const movements = pairs.map(([left, top]) => Buffer.concat([varint(left), varint(top)])).map((to) => Buffer.concat([Buffer.from([20, to.length, 0, 0]), to]))
  return bodies.some((body) => movements.some((movement) => body.includes(movement)))
}

/** Keys one after the other, as listeners are told them. */
const keys = (all) => [...all.matchAll(/"key"\s*:\s*"(\w)"/g)].map(([, key]) => key).join('')

/**
 * @param {Buffer[]} bodies readings of everything that was sent
 * @param {{ inside: object[], outside: object[] }} presses
 */
export function search(bodies, { inside, outside }) {
  const all = bodies.map((body) => body.toString('utf8')).join('\n')
  const found = Object.fromEntries(
    Object.entries(SOUGHT).map(([column, sought]) => [column, sought.filter((one) => (one instanceof RegExp ? one.test(all) : all.includes(one))).map(String)]),
  )
  const isHeard = (press) => heard(press, bodies, all)
  return {
    ...found,
    places: inside.filter(isHeard).length,
    of: inside.length,
    typed: all.includes(TYPED) || keys(all).includes(TYPED),
    alive: all.includes(OUTSIDE) || outside.some(isHeard),
    bytes: bodies.reduce((sum, body) => sum + body.length, 0),
  }
}
