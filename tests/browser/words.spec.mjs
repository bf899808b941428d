/** The words of a page: each hard one is explained where it stands, and the machinery stays under "About this result". */
import { readFileSync } from 'node:fs'
import { MEDICAL_WORDS } from '../content/medical-words.mjs'
import { expect, isReady, servePage, test } from './fixtures.mjs'
import { LEVELS, ORDINARY, WAYS, hoursAgo } from './ways.mjs'

const catalogue = (language) => JSON.parse(readFileSync(new URL(`../../core/content/${language}.json`, import.meta.url), 'utf8')).messages

async function open(check, language) {
  await servePage(check.page, 'words.html', `<main><tiredness-check lang="${language}"></tiredness-check></main>`)
  await check.goto('/words.html')
  await isReady(check.page)
}

/** What somebody reads on a page before they open anything, and what its words are explained by. */
async function read(check) {
  const seen = await check.root.locator('[data-page]').innerText()
  await check.unfoldAll()
  const explained = await check.root.locator('dl.words').allInnerTexts()
  return { seen, explained: explained.join('\n') }
}

/** What the check is about is explained where it is asked for; it stands on every page. */
const isEverywhere = (id, page) => id === 'ketamine' && page !== 'session'

/** The hard words of a page that it does not explain. */
async function unexplained(check, language) {
  const page = await check.at()
  const messages = catalogue(language)
  const { seen, explained } = await read(check)
  return Object.entries(MEDICAL_WORDS)
    .filter(([id, word]) => word[language].test(seen) && !isEverywhere(id, page) && !explained.includes(messages[`glossary.${id}.text`]))
    .map(([id]) => `${id} on ${page}`)
}

/** Every question is asked on it. */
const WHOLE = { ...ORDINARY, 'session-ended': hoursAgo(80), setting: 'home', tiredness: 5, 'before-session': 'yes' }

for (const language of ['en', 'es']) {
  test(`every hard word of a question is explained on its page (${language})`, async ({ check }) => {
    await open(check, language)
    let pages = 0
    let missing = []
    for (let at = await check.at(); at !== 'result'; at = await check.pass(WHOLE)) {
      missing = missing.concat(await unexplained(check, language))
      pages++
    }
    expect(missing).toEqual([])
    expect(pages).toBeGreaterThan(8)
  })

  for (const level of LEVELS) {
    test(`every hard word of the result "${level}" is explained on it (${language})`, async ({ check }) => {
      await open(check, language)
      await check.answerUntil(WAYS[level])
      expect(await unexplained(check, language)).toEqual([])
    })

    test(`rules, sources and hashes of "${level}" are named under "About this result" alone (${language})`, async ({ check }) => {
      await open(check, language)
      await check.answerUntil(WAYS[level])
      await check.unfoldAll()
      await expect(check.root.locator('.sources li a').first()).toBeAttached()
      const ids = Object.keys(catalogue(language)).flatMap((key) => /^rule\.(.*-.*)$/.exec(key)?.[1] ?? [])
      const machinery = [new RegExp(`\\b(?:${ids.join('|')})\\b`), /\b[A-Z]\d{2}\b|\bN\d{1,2}\b/, /\b[0-9a-f]{12,}\b/, /\b(?:PMC|PMID|DOI)\b/]
      const { about, rest } = await check.root.locator('h2, h3, p, li, dt, dd, summary, button').evaluateAll((all) => {
        const told = (isAbout) => all.filter((one) => Boolean(one.closest('.facts-end')) === isAbout).map((one) => one.textContent)
        return { about: told(true).join('\n'), rest: told(false) }
      })
      expect(rest.length).toBeGreaterThan(20)
      for (const one of machinery) expect(rest.filter((text) => one.test(text))).toEqual([])
      for (const one of machinery.slice(0, 3)) expect(about).toMatch(one)
    })
  }
}

test('a source in English is said to be so where the check is in another language', async ({ check }) => {
  for (const [language, said] of [
    ['es', '(en inglés)'],
    ['en', undefined],
  ]) {
    await open(check, language)
    await check.answerUntil(WAYS.expected)
    await check.unfoldAll()
    const titles = check.root.locator('.sources li')
    await expect(titles.locator('[lang="en"]').first()).toBeAttached()
    const texts = await titles.allTextContents()
    expect(texts.length).toBeGreaterThan(20)
    expect(texts.filter((text) => text.includes('(en inglés)') !== Boolean(said))).toEqual([])
    expect(texts.filter((text) => text.includes('(in English)'))).toEqual([])
  }
})

test('the words of an answer are explained under it', async ({ check }) => {
  await open(check, 'en')
  await check.answerUntil(WAYS.expected)
  await check.unfold('.find')
  await check.root.getByLabel('Find a question').fill('surgery')
  const answer = check.root.locator('.asked')
  await expect(answer).toHaveCount(1)
  await answer.locator('summary').first().click()
  await expect(answer.locator('dt')).toHaveText(['TMS', 'ECT'])
})
