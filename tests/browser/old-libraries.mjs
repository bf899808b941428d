/**
 * What scripts from before the language had it put on every page, written after them: pages still carry these. Each runs in the
 * page, before the check's own script.
 */

/** Prototype 1.6 and 1.7: JSON and list functions of its own for all lists, and `remove` for elements that are in a page. */
export function prototype() {
  const own = (target, members) => {
    for (const name in members) target[name] = members[name]
  }
  const asList = (list) => {
    if (!list) return []
    if ('toArray' in Object(list)) return list.toArray()
    const made = []
    for (let at = 0; at < (list.length || 0); at++) made.push(list[at])
    return made
  }
  window.$A = Array.from = asList
  const each = Array.prototype.forEach
  const collect = function (make, context) {
    const made = []
    each.call(this, (value, at) => made.push(make.call(context, value, at)))
    return made
  }
  own(Array.prototype, {
    map: collect,
    collect,
    each(run) {
      each.call(this, run)
      return this
    },
    find(holds) {
      for (let at = 0; at < this.length; at++) if (holds(this[at], at)) return this[at]
    },
    first() {
      return this[0]
    },
    last() {
      return this[this.length - 1]
    },
    entries: function () {
      return this.slice()
    },
    toArray() {
      return this.slice()
    },
    toJSON() {
      return '[' + collect.call(this, (value) => JSON.stringify(value)).join(', ') + ']'
    },
  })
  own(String.prototype, {
    toJSON() {
      return '"' + this + '"'
    },
    startsWith(start) {
      return this.lastIndexOf(start, 0) === 0
    },
    strip() {
      return this.replace(/^\s+|\s+$/g, '')
    },
  })
  own(Number.prototype, {
    toJSON() {
      return String(this)
    },
  })
  own(Date.prototype, {
    toJSON() {
      return '"' + this.toISOString() + '"'
    },
  })
  own(HTMLElement.prototype, {
    remove() {
      this.parentNode.removeChild(this)
      return this
    },
    toggle() {
      return this
    },
    update(text) {
      this.innerHTML = text
      return this
    },
  })
}

/** MooTools 1.3 to 1.5: lists from lists alone, and functions for every text, number and function. */
export function mooTools() {
  const typeOf = (item) => (item == null ? 'null' : Array.isArray(item) ? 'array' : typeof item)
  window.typeOf = typeOf
  const isEnumerable = (item) => item != null && typeof item.length === 'number' && Object.prototype.toString.call(item) !== '[object Function]'
  Array.from = (item) => {
    if (item == null) return []
    return isEnumerable(item) && typeof item !== 'string' ? (typeOf(item) === 'array' ? item : Array.prototype.slice.call(item)) : [item]
  }
  Number.from = (item) => {
    const number = parseFloat(item)
    return isFinite(number) ? number : null
  }
  String.from = (item) => item + ''
  Function.from = (item) => (typeof item === 'function' ? item : () => item)
  for (const type of [Array, String, Number, Function, RegExp, Object, Date]) type.prototype.$family = () => type.name.toLowerCase()
  delete Object.prototype.$family
  Object.assign(Array.prototype, {
    clean() {
      return this.filter((item) => item != null)
    },
    append(items) {
      this.push.apply(this, items)
      return this
    },
    contains(item) {
      return this.indexOf(item) !== -1
    },
  })
  String.prototype.contains = function (part) {
    return this.indexOf(part) > -1
  }
  Element.prototype.contains = function (other) {
    return this === other || !!(this.compareDocumentPosition(other) & 16)
  }
}

/** Datejs: `Date.parse` gives a date, or nothing, and a date writes itself in ways of its own. */
export function dateJs() {
  const parse = Date.parse
  Date.parse = (text) => {
    const time = parse(text)
    return isNaN(time) ? null : new Date(time)
  }
  Date.now = () => new Date()
  Date.today = () => new Date(new Date().setHours(0, 0, 0, 0))
  const written = Date.prototype.toString
  Date.prototype.toString = function (format) {
    return format ? format : written.call(this)
  }
  Date.prototype.toISOString = function () {
    return '"' + this.getUTCFullYear() + '"'
  }
  Number.prototype.days = function () {
    return this
  }
}
