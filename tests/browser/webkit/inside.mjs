/**
 * What runs in the page: finds the elements that a locator means, reads them, compares them. It is sent as text with
 * each call, so it may use nothing from outside itself but what it is given (accessibility.mjs).
 */
export function inside(loadAccessibility) {
  let loaded
  /** Only for who asks for a name or a role: a page may have broken what that needs. */
  const accessibility = () => (loaded ||= loadAccessibility())

  const squeeze = (text) => (text || '').replace(/\s+/g, ' ').trim()

  /** Is a text the wanted one? Wanted: `{text, exact}` or `{source, flags}`. */
  const fits = (text, wanted) => {
    if (wanted.source !== undefined) return new RegExp(wanted.source, wanted.flags).test(squeeze(text))
    return wanted.exact ? squeeze(text) === squeeze(wanted.text) : squeeze(text).toLowerCase().includes(squeeze(wanted.text).toLowerCase())
  }

  /** Not by the element's own name for it: a form's fields may have that name. */
  const { get: children } = Object.getOwnPropertyDescriptor(Element.prototype, 'children')
  const childrenOf = (node) => (node instanceof Element ? children.call(node) : node.children || [])
  const matches = (element, selector) => Element.prototype.matches.call(element, selector)

  /** Everything below a node in order, through open shadow roots. */
  function* below(node) {
    if (node.shadowRoot) yield* below(node.shadowRoot)
    for (const child of childrenOf(node)) {
      yield child
      yield* below(child)
    }
  }

  /** Cuts at a separator that is in no bracket and no quote. */
  function cut(selector, separator) {
    const parts = ['']
    let depth = 0
    let quote = ''
    for (const sign of selector) {
      if (quote) quote = sign === quote ? '' : quote
      else if (sign === '"' || sign === "'") quote = sign
      else if ('[('.includes(sign)) depth++
      else if ('])'.includes(sign)) depth--
      if (sign === separator && !depth && !quote) parts.push('')
      else parts[parts.length - 1] += sign
    }
    return parts.map((part) => part.trim()).filter(Boolean)
  }

  /** A descendant may be on the other side of a shadow root, so each step down is a search of its own. */
  const stepsOf = (selector) => (/[>+~]/.test(selector.replace(/\[[^\]]*\]/g, '')) ? [selector] : cut(selector, ' '))

  function byCss(from, selector) {
    const found = new Set()
    for (const one of cut(selector, ',')) {
      let nodes = [from]
      for (const step of stepsOf(one)) nodes = nodes.flatMap((node) => [...below(node)].filter((element) => matches(element, step)))
      for (const node of nodes) found.add(node)
    }
    return [...below(from)].filter((element) => found.has(element))
  }

  const nameOf = (element) => squeeze(accessibility().computeAccessibleName(element))

  const isShown = (element) => {
    const box = element.getBoundingClientRect()
    // What was drawn in a fold keeps its box when the fold is closed.
    const isFolded = element.closest('details:not([open]) > :not(summary)')
    return box.width > 0 && box.height > 0 && !isFolded && getComputedStyle(element).visibility === 'visible'
  }

  /** These have their role only with a name. */
  const BY_NAME = ['form', 'region']

  function byRole(from, { role, name, level }) {
    const { getRole, isInaccessible } = accessibility()
    const plays = (element) => getRole(element) === role && isShown(element) && !isInaccessible(element)
    const isNamed = (element) => (name ? fits(nameOf(element), name) : !BY_NAME.includes(role) || nameOf(element) !== '')
    return [...below(from)].filter((element) => plays(element) && (!level || element.localName === 'h' + level) && isNamed(element))
  }

  /** The innermost elements that hold a text. */
  function byText(from, wanted) {
    const holds = (element) => !['script', 'style'].includes(element.localName) && fits(element.textContent, wanted)
    return [...below(from)].filter((element) => holds(element) && ![...element.children].some(holds))
  }

  const byLabel = (from, wanted) =>
    [...below(from)].filter((element) => (element.labels?.length || element.hasAttribute('aria-label')) && fits(nameOf(element), wanted))

  const FINDERS = {
    css: (nodes, selector) => nodes.flatMap((node) => byCss(node, selector)),
    role: (nodes, wanted) => nodes.flatMap((node) => byRole(node, wanted)),
    text: (nodes, wanted) => nodes.flatMap((node) => byText(node, wanted)),
    label: (nodes, wanted) => nodes.flatMap((node) => byLabel(node, wanted)),
    nth: (nodes, at) => nodes.slice(at, at === -1 ? undefined : at + 1),
    hasText: (nodes, wanted) => nodes.filter((node) => fits(node.textContent, wanted)),
    hasNotText: (nodes, wanted) => nodes.filter((node) => !fits(node.textContent, wanted)),
    has: (nodes, steps) => nodes.filter((node) => find(steps, node).length),
  }

  /** The elements that the steps of a locator lead to. */
  function find(steps, from = document) {
    let nodes = [from]
    for (const [kind, value] of steps) nodes = [...new Set(FINDERS[kind](nodes, value))]
    return nodes
  }

  const focused = () => {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    return active
  }

  const CHECKS = {
    'to.be.checked': (one, { expectedValue }) => [one.checked === (expectedValue?.checked ?? true), one.checked ? 'checked' : 'unchecked'],
    'to.be.focused': (one) => [focused() === one, 'inactive'],
    'to.be.enabled': (one) => [!one.disabled, one.disabled ? 'disabled' : 'enabled'],
    'to.be.disabled': (one) => [!!one.disabled, one.disabled ? 'disabled' : 'enabled'],
    'to.have.attribute': (one, { expressionArg }) => [one.hasAttribute(expressionArg), one.getAttribute(expressionArg)],
    'to.have.attribute.value': (one, options) => text(one.getAttribute(options.expressionArg), options),
    'to.have.text': (one, options) => text(options.useInnerText ? one.innerText : one.textContent, options),
    'to.have.value': (one, options) => text(one.value, options),
    'to.have.class': (one, options) => text(one.getAttribute('class'), options),
    'to.have.css': (one, options) => text(getComputedStyle(one).getPropertyValue(options.expressionArg), options),
    'to.have.accessible.description': (one, options) => text(squeeze(accessibility().computeAccessibleDescription(one)), options),
    'to.have.accessible.name': (one, options) => text(nameOf(one), options),
  }

  /** Compares a text as Playwright's matchers ask for it. */
  function text(actual, { expectedText }) {
    const [wanted] = expectedText
    const clean = wanted.normalizeWhiteSpace ? squeeze : (value) => value
    if (actual === null || actual === undefined) return [false, null]
    if (wanted.regexSource !== undefined) return [new RegExp(wanted.regexSource, wanted.regexFlags).test(actual), actual]
    return [wanted.matchSubstring ? clean(actual).includes(clean(wanted.string)) : clean(actual) === clean(wanted.string), actual]
  }

  /** One look: `{matches, received}`. Presence comes first; everything else is asked of one element. */
  function compare(steps, expression, options) {
    const found = find(steps)
    if (expression === 'to.have.count') return { matches: found.length === options.expectedNumber, received: found.length }
    if (expression === 'to.be.attached') return { matches: found.length > 0, received: found.length ? 'attached' : 'detached' }
    if (expression === 'to.be.detached') return { matches: !found.length, received: found.length ? 'attached' : 'detached' }
    if (expression === 'to.have.text.array') {
      const texts = found.map((one) => squeeze(one.textContent))
      const matches = texts.length === options.expectedText.length && texts.every((one, at) => text(one, { expectedText: [options.expectedText[at]] })[0])
      return { matches, received: texts }
    }
    if (found.length > 1) throw new Error(`strict mode violation: ${found.length} elements for ${JSON.stringify(steps)}`)
    if (expression === 'to.be.visible') return { matches: found.length > 0 && isShown(found[0]), received: found.length ? 'hidden' : 'none' }
    if (expression === 'to.be.hidden') return { matches: !found.length || !isShown(found[0]), received: found.length ? 'visible' : 'none' }
    if (!found.length) return { matches: !!options.isNot, received: null, missing: true }
    if (!CHECKS[expression]) throw new Error('the WebKit driver has no ' + expression)
    const [matches, received] = CHECKS[expression](found[0], options)
    return { matches, received }
  }

  return { find, compare, isShown, squeeze }
}
