/** Fills the advice of `fallback/` that stands inside the tag. The WordPress plugin does the same in PHP. */

const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** What a link may hold of a number. */
const digits = (number) => String(number ?? '').replace(/[^\d+]/g, '')

/**
 * @param {string} text a file of `fallback/`
 * @param {Record<string, string | number>} settings a clinic's settings, by their names
 */
export function fillFallback(text, settings) {
  const us = (settings.region ?? 'US') === 'US'
  const emergency = us ? '911' : settings.emergencyNumber
  const crisis = us ? '988' : settings.crisisNumber
  // A region whose numbers are not known is no reason to name those of another one.
  const elsewhere = !emergency || !crisis
  const holds = { us, abroad: !us && !elsewhere, elsewhere, phone: Boolean(settings.phone) }
  const values = {
    emergency,
    emergencyDigits: digits(emergency),
    crisis,
    crisisDigits: digits(crisis),
    clinic: settings.clinicName ?? '',
    phone: settings.phone ?? '',
    phoneDigits: digits(settings.phone),
    noDrivingHours: settings.noDrivingHours ?? 24,
    expectedTirednessHours: settings.expectedTirednessHours ?? 72,
  }
  return text
    .replace(/<!-- if (\w+) -->\s*([^]*?)(?:<!-- else -->\s*([^]*?))?<!-- end -->\s*/g, (_, name, then, otherwise = '') => (holds[name] ? then : otherwise))
    .replace(/(tel:|sms:)?\{(\w+)\}/g, (_, scheme, name) => (scheme ? scheme + digits(values[name]) : escaped(values[name])))
    .trim()
}

/** For a page that is built before anybody knows where it will be read: 911 and 988 are named as the numbers of the US. */
export const fillAnywhere = (text) => fillFallback(text, { region: '' })
