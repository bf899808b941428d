/**
 * Makes the pictures of the plugin directory, from the real plugin in a real WordPress: `node tests/wordpress/screenshots.mjs`.
 * The plugin must have been built before (`node web/wordpress/build.mjs`). Their captions stand in the readme, in this order.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import playwright from '@playwright/test'
import { chromiumLaunch } from '../browser/chromium.mjs'
import { openRoots } from '../browser/roots.mjs'
import { Check } from '../browser/verbs.mjs'
import { ORDINARY } from '../browser/ways.mjs'
import { ADMIN, startWordPress } from './wordpress.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const directory = join(root, 'web/wordpress/directory')
mkdirSync(directory, { recursive: true })

const wordpress = await startWordPress()
const browser = await playwright.chromium.launch(chromiumLaunch())
try {
  cpSync(join(root, 'build/wordpress/tiredness-check'), join(wordpress.site, 'wp-content/plugins/tiredness-check'), { recursive: true })
  const made = execFileSync(
    'php',
    [
      '-r',
      `
    require 'wp-load.php';
    update_option( 'active_plugins', array( 'tiredness-check/tiredness-check.php' ) );
    update_option( 'tiredness_check', array( 'clinicName' => 'Your Clinic', 'phone' => '(804) 555-0100', 'hours' => 'Monday to Friday, 9 to 5', 'onCallPhone' => '(804) 555-0101', 'bookingUrl' => 'https://clinic.example/book' ) );
    echo wp_insert_post( array( 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Tired after your session?', 'post_content' => '<!-- wp:tiredness-check/check /-->' ) );
  `,
    ],
    { cwd: wordpress.site, encoding: 'utf8' },
  )
  const id = Number(made)
  if (!id) throw new Error('no page was made: ' + made)
  const open = async (size) => {
    const page = await (await browser.newContext({ baseURL: wordpress.url, viewport: size, locale: 'en-US', timezoneId: 'America/New_York' })).newPage()
    await page.addInitScript(openRoots)
    await page.clock.setFixedTime(new Date('2026-11-22T16:10:00-05:00'))
    return page
  }
  const shoot = (page, number) => page.screenshot({ path: join(directory, `screenshot-${number}.png`) })

  const visitor = await open({ width: 900, height: 1000 })
  const check = new Check(visitor)
  await check.goto('/?page_id=' + id)
  await visitor.locator('tiredness-check').evaluate((element) => element.scrollIntoView())
  await shoot(visitor, 1)
  await check.answerUntil(ORDINARY)
  await check.level()
  await visitor.locator('tiredness-check').evaluate((element) => element.scrollIntoView())
  await shoot(visitor, 2)

  const admin = await open({ width: 1200, height: 1000 })
  await admin.goto('/wp-login.php')
  await admin.getByLabel('Username or Email Address').fill(ADMIN.name)
  await admin.getByLabel('Password', { exact: true }).fill(ADMIN.password)
  await admin.getByRole('button', { name: 'Log In' }).click()
  await admin.waitForURL('**/wp-admin/**')
  await admin.goto('/wp-admin/options-general.php?page=tiredness-check')
  await admin.getByLabel('On-call phone').fill('call us')
  await admin.getByRole('button', { name: 'Save Changes' }).click()
  await admin.locator('[aria-invalid]').waitFor()
  await shoot(admin, 3)
  await admin.goto(`/wp-admin/post.php?post=${id}&action=edit`)
  await admin.waitForFunction(() => window.wp?.data?.select('core/block-editor')?.getBlocks().length)
  await admin.evaluate(() => {
    const { data } = window.wp
    if (data.select('core/edit-post').isFeatureActive('welcomeGuide')) data.dispatch('core/edit-post').toggleFeature('welcomeGuide')
    data.dispatch('core/block-editor').selectBlock(data.select('core/block-editor').getBlocks()[0].clientId)
  })
  const shown = () => admin.frame({ name: 'editor-canvas' }) ?? admin
  await shown().locator('tiredness-check').waitFor()
  await shown()
    .locator('tiredness-check')
    .evaluate((element) => element.ready)
  await shoot(admin, 4)
} finally {
  await browser.close()
  await wordpress.stop()
}
console.log('screenshot-1.png to screenshot-4.png are in web/wordpress/directory')
