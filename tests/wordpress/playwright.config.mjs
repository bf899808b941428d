import { defineConfig } from '@playwright/test'
import base from '../../playwright.config.mjs'
import { chromiumLaunch } from '../browser/chromium.mjs'

/** One installation, used step after step. */
export default defineConfig({
  ...base,
  testDir: '.',
  outputDir: '../../build/wordpress-tests',
  projects: [{ name: 'wordpress' }],
  reporter: 'list',
  workers: 1,
  fullyParallel: false,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: { ...base.use, launchOptions: chromiumLaunch(), actionTimeout: 20_000, viewport: { width: 1280, height: 900 } },
})
