import { defineConfig } from '@playwright/test'
import { ENGINES, whatRuns } from './tests/browser/engines.mjs'

/** One project an engine: `playwright test --project=webkit`. EVERY_ENGINE=1: every test in each of them. */
export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '**/*.spec.mjs',
  snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  forbidOnly: !!process.env.CI,
  // A shared machine can be too slow once; what fails twice is wrong. The end of a run names both.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list'], ['./tests/browser/skipped.mjs']],
  // Each has a folder of its own for what it leaves, as they run side by side.
  projects: ENGINES.map((name) => ({ name, use: { engine: name }, outputDir: `build/browser-tests/${name}`, ...whatRuns(name, process.env.EVERY_ENGINE) })),
  use: {
    actionTimeout: 5_000,
    locale: 'en-US',
    timezoneId: 'America/New_York',
    viewport: { width: 390, height: 844 },
  },
})
