/** What is left of the pasted code by what runs in Node or in a page, against the table of docs/editors.md. The others: script/editors. */
import { createRequire } from 'node:module'
import { clean, IN_PAGE, LIGHT, ownPackage } from '../editors/light.mjs'
import { article, left, PASTED, told } from '../editors/snippet.mjs'
import { expect, isReady, test } from './fixtures.mjs'
import { ORDINARY } from './ways.mjs'

// What is worked on is text: one engine will do.
test.skip(({ engine }) => engine !== 'chromium', 'nothing of it differs between engines')

const purify = createRequire(import.meta.url).resolve('dompurify/dist/purify.js')

/** A page without a policy, as DOMPurify is given its sample as text. */
async function openBlank(page) {
  await page.route('**/blank.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><html lang="en"><title>Blank</title><link rel="icon" href="/favicon.svg">' }),
  )
  await page.goto('/blank.html')
  await page.addScriptTag({ path: purify })
}

const all = [
  ...LIGHT.map((one) => ({ ...one, package: one.tool, run: async (_, text) => one.run(text) })),
  ...IN_PAGE.map((one) => ({ ...one, package: 'dompurify', run: (page, text) => page.evaluate(clean, { text, code: one.code }) })),
]

for (const { tool, setting, package: name, run } of all) {
  test(`${tool}, ${setting}: docs/editors.md says what is left of the code`, async ({ page }) => {
    await openBlank(page)
    const after = {}
    for (const [part, text] of Object.entries(PASTED)) after[part] = await run(page, article(text))
    const found = await page.evaluate(left, after)
    expect(told()).toContainEqual([`${tool} ${ownPackage(name)}`, setting, ...found])
  })

  const [, , tag, div] = told().find(([one, how]) => one.startsWith(tool + ' ') && how === setting) ?? []
  const part = tag === 'whole' ? 'tag' : div === 'whole' ? 'div' : undefined
  if (!part) continue

  test(`${tool}, ${setting}: with the script in the template the check runs in what is whole`, async ({ page, check }) => {
    await openBlank(page)
    const body = await run(page, article(PASTED[part]))
    await page.route('**/article.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><head><title>An article</title><link rel="icon" href="/favicon.svg"><script type="module" src="/tiredness-check.js"></script></head><body>${body}</body></html>`,
      }),
    )
    await page.goto('/article.html')
    expect(await isReady(page)).toBe(true)
    await check.answerUntil(ORDINARY)
    await expect(check.root.locator('.check a[href="tel:8045550100"]').first()).toBeVisible()
  })
}
