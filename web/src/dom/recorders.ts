/** The names by which recorders and counters are known on a page. */
export const RECORDERS =
  'clarity posthog Sentry __SENTRY__ FS _fs_namespace _hjSettings hj gtag dataLayer google_tag_manager ga _paq Matomo amplitude mixpanel DD_RUM newrelic NREUM OpenReplay __OPENREPLAY__ rrweb ' +
  'LogRocket _LRLogger heap pendo fbq ttq smartlook mouseflow CS_CONF _uxa Rollbar Bugsnag snowplow __insp CE2 UET uetq lintrk'
