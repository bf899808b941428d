// The headers that the check is served, tested and published under: one place for the server, the tests and the docs.

/** What the page may do; see docs for what a clinic's own page needs of it. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  'frame-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** The same for a page that forbids WebAssembly: the check then uses its engine in plain JavaScript. */
export const contentSecurityPolicyWithoutWebAssembly = contentSecurityPolicy.replace(" 'wasm-unsafe-eval'", '')

/** The same for the page that can be installed, which has a manifest and a worker that keeps its files. */
export const contentSecurityPolicyInstallable = `${contentSecurityPolicy}; manifest-src 'self'; worker-src 'self'`

/** For a page with an isolated check: that runs in its frame, under the policy which its file brings. */
export const contentSecurityPolicyIsolated = contentSecurityPolicyWithoutWebAssembly.replace('frame-src blob:', "frame-src 'self' blob:")

/** With the file of that frame: who may show it. */
export const contentSecurityPolicyFrame = "frame-ancestors 'self'"

/** For the documents: their theme has styles in attributes and pictures in its styles, and examples stand in a frame. */
export const contentSecurityPolicyDocs = contentSecurityPolicy
  .replace("style-src 'self'", "style-src 'self'; style-src-attr 'unsafe-inline'")
  .replace("img-src 'self'", "img-src 'self' data:")
  .replace('frame-src blob:', "frame-src 'self' blob:")
  .replace("frame-ancestors 'none'", "frame-ancestors 'self'")

/** What a browser could be asked for and this page never needs. It writes to the clipboard, and keeps the screen on while a visitor breathes slowly. */
export const permissionsPolicy = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'interest-cohort',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
  'window-management',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .concat('screen-wake-lock=(self)')
  .join(', ')

/** Headers of every answer. */
export const securityHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Permissions-Policy': permissionsPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** Of the file of an isolated check's frame. */
export const frameHeaders = { ...securityHeaders, 'Content-Security-Policy': contentSecurityPolicyFrame }

/** Of the script with everything inside: other sites load it, and so does the frame of an isolated check, which is of no site. */
export const oneFileHeaders = { ...securityHeaders, 'Cross-Origin-Resource-Policy': 'cross-origin' }

/** The same for the page that can be installed. */
export const installableHeaders = { ...securityHeaders, 'Content-Security-Policy': contentSecurityPolicyInstallable }

/** Of the documents and their examples. */
export const docsHeaders = { ...securityHeaders, 'Content-Security-Policy': contentSecurityPolicyDocs }
