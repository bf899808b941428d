/**
 * The trackers that script/trackers puts beside the check: each as its own documentation sets it up, with its defaults, but for
 * samples, which take everybody. `script` is bundled for the page; `reply` is what its server says, where that decides what it
 * records: everything else is answered with `{}`.
 *
 * @typedef {object} Tracker
 * @property {string} name    as a reader knows it
 * @property {string[]} of    its packages
 * @property {string} script  what the page runs
 * @property {number} [pace]  milliseconds between two presses, where it takes quick ones for one
 * @property {number} [wait]  milliseconds until it sends what it has gathered, where that is long
 * @property {(path: string) => object | string | undefined} [reply]
 */

const ifIn = (part, reply) => (path) => (path.includes(part) ? reply : undefined)

const AMPLITUDE = {
  configs: {
    sessionReplay: { sr_sampling_config: { capture_enabled: true, sample_rate: 1 }, sr_privacy_config: { defaultMaskLevel: 'medium' } },
    analyticsSDK: {},
    diagnostics: {},
  },
}
const newRelic = () => ({
  st: 1,
  sts: 1,
  sr: 1,
  srs: 1,
  err: 1,
  ins: 1,
  spa: 1,
  log: 1,
  loaded: 1,
  app: { agents: [{ entityGuid: 'guid' }], nrServerTime: Date.now() },
})
const POSTHOG = {
  config: { enable_collect_everything: true },
  supportedCompression: ['gzip-js'],
  sessionRecording: { endpoint: '/s/', recorderVersion: 'v2' },
  heatmaps: true,
  autocapture_opt_out: false,
  capturePerformance: true,
  featureFlags: {},
  flags: {},
}
const OPENREPLAY = {
  token: 'token',
  userUUID: 'visitor',
  sessionID: '1',
  projectID: '1',
  delay: 0,
  beaconSizeLimit: 1_000_000,
  compressionThreshold: 1_000_000_000,
  userBrowser: '',
  userCity: '',
  userCountry: '',
  userDevice: '',
  userOS: '',
  userState: '',
}

/** Sends what a recorder without a server of its own gives it. */
const SENDING = `
  let events = []
  const send = () => { if (events.length) navigator.sendBeacon('https://collect.rrweb.example/events', new Blob([JSON.stringify(events)])) ; events = [] }
  setInterval(send, 500)
  addEventListener('pagehide', send)`

/** @type {Record<string, Tracker>} */
export const TRACKERS = {
  clarity: {
    name: 'Microsoft Clarity',
    of: ['clarity-js'],
    script: `import { clarity } from 'clarity-js'
      clarity.start({ projectId: 'clinic', upload: 'https://collect.clarity.example/collect', track: true, content: true, lean: false })
      clarity.consent()`,
  },
  rrweb: {
    name: 'rrweb',
    of: ['rrweb'],
    script: `import { record } from 'rrweb'
      ${SENDING}
      record({ emit: (event) => events.push(event) })`,
  },
  'rrweb-own': {
    name: 'rrweb, other block class',
    of: ['rrweb'],
    script: `import { record } from 'rrweb'
      ${SENDING}
      record({ emit: (event) => events.push(event), blockClass: 'private', maskAllInputs: true })`,
  },
  posthog: {
    name: 'PostHog',
    of: ['posthog-js'],
    script: `import posthog from 'posthog-js/dist/module.full.no-external'
      posthog.init('phc_clinic', { api_host: 'https://us.i.posthog.com', defaults: '2025-05-24', enable_heatmaps: true, capture_heatmaps: true, opt_out_useragent_filter: true })`,
    reply: (path) =>
      /\/config(\.js)?(\?|$)|\/flags|\/decide/.test(path) ? (path.includes('config.js') ? '' : { ...POSTHOG, hasFeatureFlags: false }) : undefined,
  },
  sentry: {
    name: 'Sentry, bare',
    of: ['@sentry/browser'],
    pace: 1_100,
    script: `import * as Sentry from '@sentry/browser'
      Sentry.init({ dsn: 'https://key@o1.ingest.us.sentry.io/1' })`,
  },
  'sentry-replay': {
    name: 'Sentry with Replay',
    of: ['@sentry/browser'],
    script: `import * as Sentry from '@sentry/browser'
      Sentry.init({ dsn: 'https://key@o1.ingest.us.sentry.io/1', integrations: [Sentry.replayIntegration()], replaysSessionSampleRate: 1, replaysOnErrorSampleRate: 1 })`,
  },
  openreplay: {
    name: 'OpenReplay',
    of: ['@openreplay/tracker'],
    wait: 32_000,
    script: `import Tracker from '@openreplay/tracker'
      new Tracker({ projectKey: 'clinic' }).start()`,
    reply: (path) =>
      path.includes('web/start')
        ? { ...OPENREPLAY, startTimestamp: Date.now() }
        : path.includes('web/tags')
          ? { tags: [] }
          : path.includes('web/conditions')
            ? { conditions: [] }
            : undefined,
  },
  amplitude: {
    name: 'Amplitude with Session Replay',
    of: ['@amplitude/analytics-browser', '@amplitude/plugin-session-replay-browser'],
    script: `import * as amplitude from '@amplitude/analytics-browser'
      import { sessionReplayPlugin } from '@amplitude/plugin-session-replay-browser'
      amplitude.add(sessionReplayPlugin({ sampleRate: 1 }))
      amplitude.init('0123456789abcdef0123456789abcdef', { autocapture: { elementInteractions: true, frustrationInteractions: true } })`,
    reply: ifIn('config', AMPLITUDE),
  },
  newrelic: {
    name: 'New Relic',
    of: ['@newrelic/browser-agent'],
    script: `import { BrowserAgent } from '@newrelic/browser-agent/loaders/browser-agent'
      const ids = { licenseKey: 'NRJS-clinic', applicationID: '1' }
      new BrowserAgent({
        init: { session_replay: { enabled: true, sampling_rate: 100, error_sampling_rate: 100, autoStart: true }, distributed_tracing: { enabled: true }, privacy: { cookies_enabled: true }, ajax: { deny_list: [] } },
        info: { beacon: 'bam.nr-data.net', errorBeacon: 'bam.nr-data.net', sa: 1, ...ids },
        loader_config: { accountID: '1', trustKey: '1', agentID: '1', ...ids },
      })`,
    reply: (path) => (path.startsWith('/1/NRJS') ? newRelic() : undefined),
  },
  mixpanel: {
    name: 'Mixpanel',
    of: ['mixpanel-browser'],
    script: `import mixpanel from 'mixpanel-browser'
      mixpanel.init('0123456789abcdef0123456789abcdef', { autocapture: true, track_pageview: true, record_sessions_percent: 100, record_heatmap_data: true, batch_flush_interval_ms: 500, ignore_dnt: true })`,
    reply: () => ({ code: 200, status: 'OK', num_records_imported: 1 }),
  },
  datadog: {
    name: 'Datadog RUM',
    of: ['@datadog/browser-rum'],
    script: `import { datadogRum } from '@datadog/browser-rum'
      datadogRum.init({ applicationId: '00000000-0000-0000-0000-000000000000', clientToken: 'pub00000000000000000000000000000000', site: 'datadoghq.com', service: 'clinic', sessionSampleRate: 100, sessionReplaySampleRate: 100, trackUserInteractions: true, trackResources: true, defaultPrivacyLevel: 'allow' })
      datadogRum.startSessionReplayRecording()`,
  },
}
