/** What the calm way costs a visitor on a phone: pages, taps, words, screens, and the time that the start page promises. */
import { expect, servePage, test } from './fixtures.mjs'
import { ORDINARY } from './ways.mjs'

/** The most that the calm way may cost, in each language: why no less, docs/decisions/length.md. */
const LINES = {
  en: { pages: 10, taps: 30, words: 1645, screens: 18.2 },
  es: { pages: 10, taps: 30, words: 1820, screens: 19.5 },
}
/** The longest page is that of the danger signs: a new text there has to be worth an old one. */
const MOST_WORDS_ON_A_PAGE = 330

const SCREEN = 844
/** An average reader who is tired, and a tap with the look for it. */
const WORDS_A_MINUTE = 200
const SECONDS_A_TAP = 1.5

/** The open page as it is drawn: all that is folded stays so, as for somebody who opens nothing. */
const sizeOfPage = (check) =>
  check.root.evaluate((host) => {
    const page = host.shadowRoot.querySelector('[data-page]')
    const count = (text) => text.split(/\s+/).filter(Boolean).length
    // Not read by who looks: the other language, which is the same on every page; what is there for the ear; all that a
    // list of hours holds but the hour that is chosen.
    const unread = [...page.querySelectorAll('.languages, .unseen, option')].filter((one) => !one.selected && one.closest('details:not([open])') === null)
    return {
      words: count(page.innerText) - unread.reduce((sum, one) => sum + count(one.innerText), 0),
      height: Math.round(host.getBoundingClientRect().height),
      choices: page.querySelectorAll('input, select').length,
    }
  })

/** Goes the calm way, from the start page to the result, and tells what each page cost. */
async function walk(check) {
  const pages = []
  for (let at = await check.at(); ; at = await check.at()) {
    const size = await sizeOfPage(check)
    const before = check.taps
    pages.push({ at, ...size })
    if (at === 'result') return pages
    if (at === 'start') await check.start()
    else if (at === 'review') await check.act('show-result')
    else {
      await check.answerPage(ORDINARY)
      // What an answer brings into sight is read too.
      Object.assign(pages.at(-1), await sizeOfPage(check))
      await check.continue()
    }
    pages.at(-1).taps = check.taps - before
  }
}

const sum = (pages, what) => pages.reduce((total, page) => total + (page[what] || 0), 0)
const isQuestion = ({ at }) => !['start', 'review', 'result'].includes(at)

function costOf(pages) {
  const [words, taps] = [sum(pages, 'words'), sum(pages, 'taps')]
  return {
    pages: pages.filter(isQuestion).length,
    taps,
    words,
    screens: sum(pages, 'height') / SCREEN,
    minutes: words / WORDS_A_MINUTE + (taps * SECONDS_A_TAP) / 60,
  }
}

function table(language, pages, cost) {
  const row = (name, { words, height, taps = 0, choices = '' }) =>
    [name.padEnd(12), String(words).padStart(6), (height / SCREEN).toFixed(1).padStart(8), String(taps).padStart(5), String(choices).padStart(8)].join(' ')
  return [
    `the calm way in "${language}": ${cost.pages} question pages, ${cost.minutes.toFixed(1)} minutes`,
    'page          words  screens  taps  choices',
    ...pages.map((page) => row(page.at, page)),
    row('all', { ...cost, height: sum(pages, 'height'), choices: sum(pages, 'choices') }),
  ].join('\n')
}

for (const [language, lines] of Object.entries(LINES)) {
  test(`the calm way takes no more pages, taps, words and screens than its lines, and no longer than is promised, in "${language}"`, async ({ check, page }, {
    annotations,
  }) => {
    await servePage(page, 'length.html', `<main><tiredness-check lang="${language}"></tiredness-check></main>`)
    await check.goto('/length.html')
    const promised = (await check.root.locator('[data-page="start"]').innerText()).match(/(\d+) min/)
    const pages = await walk(check)
    const cost = costOf(pages)
    const told = table(language, pages, cost)
    annotations.push({ type: 'length', description: told })
    console.log(told)
    expect(await check.level()).toBe('expected')
    for (const what of ['pages', 'taps', 'words', 'screens']) expect(cost[what], what).toBeLessThanOrEqual(lines[what])
    expect(Math.max(...pages.filter(isQuestion).map(({ words }) => words))).toBeLessThanOrEqual(MOST_WORDS_ON_A_PAGE)
    // The promise is computed from this walk: never less than it takes, and not much more.
    expect(Number(promised?.[1]), 'minutes promised').toBeGreaterThanOrEqual(cost.minutes)
    expect(Number(promised?.[1]), 'minutes promised').toBeLessThan(cost.minutes + 2)
  })
}
