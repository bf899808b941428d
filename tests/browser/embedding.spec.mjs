/** Many elements, moved and removed ones, and pages that make them by script. */
import { RELEASE_ID } from '../../web/release.mjs'
import { cannot, expect, servePage, test } from './fixtures.mjs'
import { ORDINARY, WAYS } from './ways.mjs'
import { Check } from './verbs.mjs'

test('two elements on one page share nothing but the engine', async ({ page }) => {
  test.slow()
  await servePage(page, 'two.html', '<main><tiredness-check id="a"></tiredness-check><tiredness-check id="b"></tiredness-check></main>')
  const urls = []
  page.on('request', (request) => urls.push(request.url()))
  await page.goto('/two.html')
  const a = new Check(page, page.locator('#a'))
  const b = new Check(page, page.locator('#b'))
  await b.root.locator('[data-page="start"]').waitFor()
  for (const file of ['engine.wasm', 'content/en.json'])
    expect(
      urls.filter((url) => url.endsWith(file)),
      file,
    ).toHaveLength(1)
  await a.answerUntil(WAYS.soon, 'session')
  await b.answerUntil(ORDINARY, 'safety')
  await b.act('back')
  await expect(b.root.locator('[data-page="danger"]')).toHaveCount(1)
  expect(await a.at()).toBe('session')
  await a.act('back')
  await expect(a.root.locator('[data-page="safety"]')).toHaveCount(1)
  expect(await b.at()).toBe('danger')
  await a.answerUntil(WAYS.soon)
  await b.answerUntil(ORDINARY)
  expect([await a.level(), await b.level()]).toEqual(['soon', 'expected'])
})

test("the browser's Back moves the element that was used last, and no other", { tag: '@engines' }, async ({ page }) => {
  await servePage(page, 'back.html', '<main><tiredness-check id="a"></tiredness-check><tiredness-check id="b"></tiredness-check></main>')
  await page.goto('/back.html')
  const [a, b] = ['a', 'b'].map((id) => new Check(page, page.locator('#' + id)))
  for (const check of [a, b]) await check.whenReady()
  await a.answerUntil(ORDINARY, 'danger')
  await b.answerUntil(ORDINARY, 'danger')
  await a.answerUntil(ORDINARY, 'safety')
  const stand = async () => [await a.at(), await b.at()]
  for (const where of [
    ['danger', 'danger'],
    ['danger', 'about'],
    ['danger', 'start'],
    ['about', 'start'],
    ['start', 'start'],
  ]) {
    await page.goBack()
    await expect.poll(stand).toEqual(where)
  }
})

test('an element that is moved or put back in keeps its answers', { tag: '@engines' }, async ({ page, check }) => {
  await servePage(page, 'moved.html', '<main><div id="one"><tiredness-check></tiredness-check></div><div id="two"></div></main>')
  await check.goto('/moved.html')
  await check.answerUntil(ORDINARY, 'safety')
  await page.evaluate(() => document.querySelector('#two').append(document.querySelector('tiredness-check')))
  expect(await check.at()).toBe('safety')
  await page.evaluate(() => {
    const host = document.querySelector('tiredness-check')
    host.remove()
    document.querySelector('#one').append(host)
  })
  await page.goBack()
  await expect(check.root.locator('[data-page="danger"]')).toHaveCount(1)
  await check.answerUntil(ORDINARY)
  expect(await check.level()).toBe('expected')
})

test('an element that is removed while it loads settles without an error', async ({ page }) => {
  await servePage(page, 'removed.html', '<main></main>')
  await page.goto('/removed.html')
  await page.evaluate(() => customElements.whenDefined('tiredness-check'))
  const running = await page.evaluate(() => {
    const host = document.createElement('tiredness-check')
    document.body.append(host)
    host.remove()
    return host.ready
  })
  expect(running).toBe(true)
})

test('an element made by script runs like one in the page', async ({ page, check }) => {
  await servePage(page, 'script.html', '<main></main>')
  await page.goto('/script.html')
  await page.evaluate(() => {
    const host = document.createElement('tiredness-check')
    host.setAttribute('phone', '804-555-0100')
    document.querySelector('main').append(host)
    return customElements.whenDefined('tiredness-check')
  })
  await check.root.locator('[data-page="start"]').waitFor()
})

test('loading the script twice does no harm', async ({ page, check }) => {
  await servePage(page, 'twice.html', '<main><tiredness-check></tiredness-check></main><script type="module" src="/tiredness-check.js?again"></script>')
  await check.goto('/twice.html')
  await check.start()
  expect(await check.at()).toBe('about')
})

test.describe('of two releases on one page', () => {
  test.use({ expectedMessages: ['two releases on one page'] })

  test('the first runs, and one warning names both', async ({ page, check }) => {
    await page.route('**/second/tiredness-check.js', async (route) => {
      const response = await route.fetch({ url: new URL('/tiredness-check.js', route.request().url()).href })
      await route.fulfill({ response, body: (await response.text()).replace(new RegExp(`"${RELEASE_ID.source}"`), '"9.9.9-00000000"') })
    })
    const warnings = []
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()))
    await servePage(page, 'two.html', '<main><tiredness-check></tiredness-check></main><script type="module" src="/second/tiredness-check.js"></script>')
    await check.goto('/two.html')
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toMatch(new RegExp(`${RELEASE_ID.source} and 9\\.9\\.9-00000000`))
    await check.start()
    expect(await check.at()).toBe('about')
  })
})

test('an element made before the script is there, and one made after, both run', async ({ page }) => {
  await servePage(page, 'when.html', '<main></main>')
  await page.route('**/tiredness-check.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    await route.continue()
  })
  await page.addInitScript(() => {
    addEventListener('readystatechange', () => {}, true)
    const early = document.createElement('tiredness-check')
    early.id = 'early'
    new MutationObserver((_, observer) => {
      const main = document.querySelector('main')
      if (!main) return
      observer.disconnect()
      main.append(early)
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto('/when.html')
  await page.evaluate(async () => {
    await customElements.whenDefined('tiredness-check')
    const late = document.createElement('tiredness-check')
    late.id = 'late'
    document.querySelector('main').append(late)
  })
  for (const id of ['early', 'late']) expect(await page.locator('#' + id).evaluate((host) => host.ready)).toBe(true)
})

test('an element that was never put into the page can be asked, too', async ({ page }) => {
  await servePage(page, 'loose.html', '<main></main>')
  await page.goto('/loose.html')
  const running = await page.evaluate(async () => (await customElements.whenDefined('tiredness-check'), document.createElement('tiredness-check').ready))
  expect(running).toBe(true)
})

test('it runs inside the shadow root of another element', { tag: '@engines' }, async ({ page, check }) => {
  await servePage(page, 'inside.html', '<main><div id="outer"></div></main>')
  await page.goto('/inside.html')
  await page.evaluate(() => {
    const root = document.querySelector('#outer').attachShadow({ mode: 'open' })
    root.append(document.createElement('tiredness-check'))
  })
  await check.whenReady()
  await check.answerUntil(WAYS.soon)
  expect(await check.level()).toBe('soon')
})

test('it runs inside a dialog that is opened later, and keeps its answers when that is closed', { tag: '@engines' }, async ({ page, check }) => {
  await servePage(page, 'dialog.html', '<main><dialog><tiredness-check></tiredness-check></dialog></main>')
  await page.goto('/dialog.html')
  const open = () => page.evaluate(() => document.querySelector('dialog').showModal())
  // It is there before anybody opens it: nothing in a closed dialog ever comes near the view.
  await expect(check.root.locator('[data-page="start"]')).toHaveCount(1)
  await open()
  await check.whenReady()
  await check.answerUntil(ORDINARY, 'danger')
  await page.evaluate(() => document.querySelector('dialog').close())
  await open()
  expect(await check.at()).toBe('danger')
})

test('in a tab that is not shown it becomes ready all the same', async ({ page }) => {
  await page.addInitScript(() => {
    // As browsers do there: nothing is seen, nothing is drawn, nothing is ever idle but by its time limit.
    window.IntersectionObserver = class {
      observe() {}
      disconnect() {}
    }
    window.requestAnimationFrame = () => 0
    window.requestIdleCallback = (run, { timeout }) => timeout && setTimeout(run, timeout)
    window.becameReady = new Promise((resolve) => addEventListener('tiredness-check-ready', () => resolve(true)))
  })
  await servePage(page, 'hidden.html', '<main><tiredness-check></tiredness-check></main>')
  await page.goto('/hidden.html')
  expect(await page.evaluate(() => window.becameReady)).toBe(true)
})

test('an element that is removed midway lets go, and another one of another name starts from the beginning', async ({ page, check }) => {
  await servePage(page, 'midway.html', '<main><tiredness-check></tiredness-check></main>')
  await check.goto('/midway.html')
  await check.answerUntil(ORDINARY, 'safety')
  await page.evaluate(() => {
    const gone = document.querySelector('tiredness-check')
    window.pageOfTheGone = () => gone.shadowRoot.querySelector('[data-page]').dataset.page
    gone.remove()
    document.querySelector('main').append(Object.assign(document.createElement('tiredness-check'), { id: 'another' }))
  })
  await page.goBack()
  await check.whenReady()
  expect(await check.at()).toBe('start')
  expect(await page.evaluate(() => window.pageOfTheGone())).toBe('safety')
})

test("the page's styles do not reach in, and the check's do not reach out", { tag: '@engines' }, async ({ page, check }) => {
  await servePage(
    page,
    'styles.html',
    '<link rel="stylesheet" href="/hostile.css"><main><h2 id="outside">Outside</h2><tiredness-check></tiredness-check></main>',
  )
  await page.route('**/hostile.css', (route) =>
    route.fulfill({ contentType: 'text/css', body: 'h2,button,p{color:rgb(255,0,0)!important;font-size:9px!important;text-transform:uppercase!important}' }),
  )
  await check.goto('/styles.html')
  await expect(check.heading()).not.toHaveCSS('color', 'rgb(255, 0, 0)')
  await expect(check.heading()).toHaveCSS('text-transform', 'none')
  await expect(page.locator('#outside')).toHaveCSS('color', 'rgb(255, 0, 0)')
})

test("the clinic's phone, hours and on-call line reach the texts", async ({ page, check }) => {
  await check.goto()
  await check.answerUntil(WAYS.urgent)
  await expect(check.root.locator('.calls a[href="tel:8045550101"]').first()).toBeVisible()
  await expect(check.root.locator('.net')).toContainText('Monday to Friday')
})

test('in another region its own numbers stand on every page', async ({ page, check }) => {
  await servePage(
    page,
    'region.html',
    '<main><tiredness-check region="XX" emergency-number="112" crisis-number="116123" poison-number="112233"></tiredness-check></main>',
  )
  await check.goto('/region.html')
  const links = () => check.root.locator('.help a').evaluateAll((all) => all.map((one) => one.getAttribute('href')))
  expect(await links()).toEqual(['tel:112', 'tel:116123'])
  await check.start()
  expect(await links()).toEqual(['tel:112', 'tel:116123'])
})

const DIV = '<div data-tiredness-check data-phone="(804) 555-0100"><p class="fallback">Call <a href="tel:911">911</a>.</p></div>'

test.describe('a div that comes after the page was read', () => {
  for (const [how, put] of Object.entries({
    'put in by a script': (div) => document.querySelector('main').insertAdjacentHTML('beforeend', div),
    'put in with what is around it': (div) => document.querySelector('main').insertAdjacentHTML('beforeend', `<section><form>${div}</form></section>`),
    'in another body, as routers do': (div) => {
      const body = document.createElement('body')
      body.innerHTML = `<main>${div}</main>`
      document.body.replaceWith(body)
    },
    'marked when it is there already': async (div) => {
      const main = document.querySelector('main')
      main.innerHTML = div.replace(' data-tiredness-check', '')
      await new Promise((resolve) => setTimeout(resolve))
      main.firstElementChild.setAttribute('data-tiredness-check', '')
    },
    'emptied and filled again': async (div) => {
      const main = document.querySelector('main')
      main.innerHTML = div
      await new Promise((resolve) => setTimeout(resolve))
      main.firstElementChild.innerHTML = '<p class="fallback">Call 911.</p>'
    },
  })) {
    test(`becomes the check: ${how}`, async ({ page, check }) => {
      // No policy: what is put in is a text here, as these scripts have it.
      await servePage(page, 'late.html', '<main></main>', "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'")
      await page.goto('/late.html')
      await page.evaluate(() => customElements.whenDefined('tiredness-check'))
      await page.evaluate(put, DIV)
      await check.root.locator('[data-page="start"]').waitFor()
      await expect(page.locator('.fallback')).toBeHidden()
      await expect(page.locator('tiredness-check')).toHaveCount(1)
    })
  }

  test('can be taken away and changed by whoever made it', async ({ page, check }) => {
    await servePage(page, 'made.html', '<main></main>', "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'")
    await page.goto('/made.html')
    await page.evaluate((html) => {
      document.querySelector('main').innerHTML = html
      window.div = document.querySelector('[data-tiredness-check]')
      window.inner = window.div.firstElementChild
    }, DIV)
    await check.whenReady()
    await check.start()
    expect(
      await page.evaluate(async () => {
        // As React and Vue do: each node by the parent that they put it into.
        window.div.insertBefore(document.createElement('p'), window.inner)
        window.div.removeChild(window.inner)
        const parent = document.querySelector('main')
        parent.removeChild(window.div)
        return [window.div.isConnected, document.querySelectorAll('tiredness-check').length]
      }),
    ).toEqual([false, 0])
    await page.evaluate(() => document.querySelector('main').append(window.div))
    expect(await check.at()).toBe('about')
  })
})

test('an element that is moved into the document of a frame keeps its styles and its answers', { tag: '@engines' }, async ({ page, check }) => {
  cannot({ webkit: 'its driver looks into no frame' })
  await servePage(
    page,
    'frame.html',
    '<main><tiredness-check></tiredness-check><iframe style="width:380px;height:700px"></iframe></main>',
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'",
  )
  await check.goto('/frame.html')
  await check.answerUntil(ORDINARY, 'danger')
  // Not by a script of ours: Firefox's driver runs none on an element that has changed its document.
  const expectStyles = ({ root }) => expect(root.locator('.primary').first()).toHaveCSS('min-height', '48px')
  await expectStyles(check)
  await page.evaluate(() => {
    window.host = document.querySelector('tiredness-check')
    document.querySelector('iframe').contentDocument.body.append(window.host)
  })
  const inside = new Check(page, page.frameLocator('iframe').locator('tiredness-check'))
  expect(await inside.at()).toBe('danger')
  await expectStyles(inside)
  await page.evaluate(() => document.querySelector('main').append(window.host))
  await expectStyles(check)
})
