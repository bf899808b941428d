/**
 * What a screen reader is given on every page: name, role, state and order, from the browser's own accessibility tree.
 * After a wanted change: `npm run snapshots`, and read the difference.
 */
import { cannot, expect, test } from './fixtures.mjs'
import { hoursAgo, LEVELS, ORDINARY, WAYS } from './ways.mjs'

/** States and relations that are spoken; the rest follows from the role. */
const SPOKEN = ['checked', 'expanded', 'disabled', 'invalid', 'required', 'level', 'live', 'selected', 'valuetext', 'hiddenRoot']
/** Says nothing by itself. */
const SILENT = new Set(['generic', 'none', 'InlineTextBox', 'RootWebArea'])

/** The tree below the element, one line a node, indented. */
async function accessibilityTree(page) {
  const devtools = await page.context().newCDPSession(page)
  const { nodes } = await devtools.send('Accessibility.getFullAXTree')
  await devtools.detach()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const lines = []
  const tell = (node, depth) => {
    const role = node.role?.value
    const silent = node.ignored || SILENT.has(role)
    if (!silent) {
      const states = (node.properties || []).filter(({ name, value }) => SPOKEN.includes(name) && ![false, 'false', ''].includes(value.value))
      const parts = [role, node.name?.value && JSON.stringify(node.name.value), ...states.map(({ name, value }) => `${name}=${value.value}`)]
      if (node.description?.value) parts.push('described: ' + JSON.stringify(node.description.value))
      if (node.value?.value !== undefined && node.value.value !== '') parts.push('value: ' + JSON.stringify(node.value.value))
      lines.push('  '.repeat(depth) + parts.filter(Boolean).join(' '))
    }
    for (const id of node.childIds || []) if (byId.has(id)) tell(byId.get(id), silent ? depth : depth + 1)
  }
  tell(nodes[0], 0)
  return lines.join('\n') + '\n'
}

const HELPER = { ...ORDINARY, who: 'helper', 'session-ended': hoursAgo(3), alertness: 'not-checked', slept: 'no' }

test.beforeEach(async ({ page }) => {
  cannot({ firefox: 'its driver does not give its accessibility tree', webkit: 'its driver does not give its accessibility tree' })
  await page.route('**/', async (route) => {
    const response = await route.fetch()
    await route.fulfill({
      response,
      body: (await response.text()).replace(/<body[^]*<\/body>/, '<body><tiredness-check phone="804-555-0100"></tiredness-check></body>'),
    })
  })
})

const expectTree = async (page, name) => expect.soft(await accessibilityTree(page), name).toMatchSnapshot(name + '.txt')

test('the accessibility tree of every question page, empty and with errors, is as recorded', async ({ check, page }) => {
  await check.goto()
  for (let at = await check.at(); at !== 'result';) {
    await expectTree(page, at)
    if (!['start', 'review'].includes(at)) {
      await check.continue()
      const now = await check.at()
      if (now === at) await expectTree(page, at + '-errors')
      else {
        at = now
        continue
      }
    }
    at = await check.pass({ ...ORDINARY, medicines: 'yes' })
  }
})

test("a helper's accessibility tree is as recorded, up to the wake instruction", async ({ check, page }) => {
  await check.goto()
  for (let at = await check.at(); ;) {
    await expectTree(page, 'helper-' + at)
    if (at === 'interim') return
    at = await check.pass(HELPER)
  }
})

for (const level of LEVELS) {
  test(`the accessibility tree of the result "${level}" is as recorded`, async ({ check, page }) => {
    await check.goto()
    await check.answerUntil(WAYS[level])
    await expectTree(page, 'result-' + level)
  })
}
