/** Fills the advice of `fallback/` that stands inside the tag. The WordPress plugin does the same in PHP. */

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
    phoneDigits: String(settings.phone ?? '').replace(/[^\d+]/g, ''),
    noDrivingHours: settings.noDrivingHours ?? 24,
    expectedTirednessHours: settings.expectedTirednessHours ?? 72,
  }
  return text
    .replace(/<!-- if (\w+) -->\s*([^]*?)(?:<!-- else -->\s*([^]*?))?<!-- end -->\s*/g, (_, name, then, otherwise = '') => (holds[name] ? then : otherwise))
    .replace(/\{(\w+)\}/g, (_, name) => escaped(values[name]))
    .trim()
}
