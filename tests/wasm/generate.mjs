// Makes cases at random, the same ones for the same seed: every option, missing answers, times round every limit, settings
// in and out of range, history, and now and then a fault.

/** mulberry32: small, and good enough to choose answers. */
const random = (seed) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const now = '2026-11-20T14:00:00-05:00'
/** Where the first option is not the calm one. */
const calmest = { age: '18-64', 'before-session': 'no', 'daily-dose': 'no' }
const limits = [0, 2, 6, 12, 24, 36, 48, 72, 96, 168, 336]

export class Generator {
  /** @param questionnaire the value of the engine's `questionnaire`  @param settings of `rules --format json` */
  constructor(questionnaire, settings, seed) {
    this.items = questionnaire.pages.flatMap(({ items }) => items)
    this.pages = questionnaire.pages.map(({ page }) => page)
    this.settings = settings
    this.random = random(seed)
  }

  below(limit) {
    return Math.floor(this.random() * limit)
  }
  chance(share) {
    return this.random() < share
  }
  one(list) {
    return list[this.below(list.length)]
  }

  hours() {
    const limit = this.one(limits)
    return this.one([limit, Math.max(0, limit - 1 / 3600), limit + 0.25, this.below(500), this.random() * 400])
  }

  /** Adds an answer to session-ended, in one of its forms. */
  session(answers) {
    const ended = new Date(Date.parse(now) - this.hours() * 3600e3).toISOString()
    const kind = this.below(10)
    if (kind < 5) answers['hours-since-session'] = Number(this.hours().toFixed(4))
    else if (kind < 7) answers['session-ended'] = ended.replace('Z', '+00:00')
    else if (kind < 8) answers['session-ended'] = ended.slice(0, 10)
    else answers['session-ended'] = this.one(['two-weeks-or-more', 'unknown', 'not-yet', '2031-01-01T00:00:00Z'])
  }

  answer({ linkId, type, options, exclusive }, calm) {
    const values = options.map(({ value }) => value)
    if (type === 'integer') return this.below(calm ? 5 : 11)
    if (type === 'choice') return calm ? (calmest[linkId] ?? values[0]) : this.one(values)
    if (calm && exclusive.length > 0) return [exclusive[0]]
    const chosen = values.filter(() => this.chance(0.12))
    return this.chance(0.1) ? [] : chosen.length > 0 ? chosen : [this.one(values)]
  }

  answers() {
    const answers = {}
    const calm = 1 - this.random() ** 3 // most cases are nearly calm: a single answer then decides
    for (const item of this.items) {
      if (this.chance(0.05)) continue
      if (item.type === 'dateTime') this.session(answers)
      else answers[item.linkId] = this.answer(item, this.chance(calm))
    }
    return answers
  }

  config() {
    const config = {}
    for (const { id, least, most } of this.settings) if (this.chance(0.3)) config[id] = least - 1 + this.below(most - least + 3)
    if (this.chance(0.5)) config.phone = '(804) 555-0100'
    if (this.chance(0.3)) config.onCallPhone = '(804) 555-0101'
    if (this.chance(0.3)) config.bookingUrl = this.one(['https://clinic.example/book', 'javascript:alert(1)'])
    return config
  }

  record() {
    const at = new Date(Date.parse(now) - this.one([1, 6, 12, 35.9, 36, 40, -1]) * 3600e3).toISOString()
    return {
      at,
      sessionEnded: this.one([null, '2026-11-18T14:00:00-05:00']),
      tiredness: this.below(12),
      function: 'usual',
      level: this.one(['expected', 'soon', 'fine']),
      rules: this.one(['1.0.0', '2.0.0']),
    }
  }

  /** Check-ins of up to 16 days, mostly tired ones, round the limits of a course. */
  course() {
    const low = this.chance(0.3) ? 0 : 3
    return Array.from({ length: 2 + this.below(4) }, () => {
      const ago = this.one([6, 7, 14, this.random() * 16, this.random() * 16, this.random() * 16]) * 24
      const own = this.one([null, 3, 23.9, 24, 30, 60, -1])
      const at = (hours) => new Date(Date.parse(now) - hours * 3600e3).toISOString()
      return {
        at: at(ago),
        sessionEnded: own === null ? null : at(ago + own),
        tiredness: low + this.below(11 - low),
        function: 'some',
        level: 'expected',
        rules: this.chance(0.1) ? '1.0.0' : '2.1.0',
      }
    })
  }

  next() {
    const request = { answers: this.answers() }
    if (this.chance(0.8)) request.now = now
    if (this.chance(0.2)) request.config = this.config()
    if (this.chance(0.2)) request.history = Array.from({ length: this.below(4) }, () => this.record())
    else if (this.chance(0.2)) request.history = this.course()
    if (this.chance(0.2)) request.askedThrough = this.one(this.pages)
    if (this.chance(0.02)) request.answers[this.one(['who', 'tiredness', 'nobody', 'trend'])] = this.one([null, 11, 'x', ['y']])
    return JSON.stringify(request)
  }
}
