/** Fills the advice of `fallback/` that stands inside the tag. The WordPress plugin does the same in PHP. */

/** What a dialler takes: as in src/pages/links.tsx. */
const digits = (number) => String(number).replace(/[^\d+]/g, '')

const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/**
 * @param {string} text a file of `fallback/`
 * @param {Record<string, string | number>} settings a clinic's settings, by their names
 */
export function fillFallback(text, settings) {
  const us = (settings.region ?? 'US') === 'US'
  const holds = { us, phone: Boolean(settings.phone) }
  const values = {
    emergency: us ? '911' : settings.emergencyNumber,
    crisis: us ? '988' : settings.crisisNumber,
    clinic: settings.clinicName ?? '',
    phone: settings.phone ?? '',
    noDrivingHours: settings.noDrivingHours ?? 24,
    expectedTirednessHours: settings.expectedTirednessHours ?? 72,
  }
  return text
    .replace(/<!-- if (\w+) -->\s*([^]*?)(?:<!-- else -->\s*([^]*?))?<!-- end -->\s*/g, (_, name, then, otherwise = '') => (holds[name] ? then : otherwise))
    .replace(/(tel:|sms:)?\{(\w+)\}/g, (_, scheme, name) => (scheme ? scheme + digits(values[name]) : escaped(values[name])))
    .trim()
}
