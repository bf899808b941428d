/**
 * The page in the frame of an isolated check (isolated-check.ts): the whole check, with a document to itself. It waits for the one
 * message with the settings, which are checked here as everywhere, and tells the page around as little as can be.
 */
import { content } from 'carried'
import { languages, release } from 'release'
import { isolation } from '../dom/isolation.ts'
import type { Failure } from '../engine/errors.ts'
import { Content, type FirstTexts } from '../i18n/catalogue.ts'
import { attributeOf } from '../settings/attributes.ts'
import { SETTINGS } from '../settings/config.ts'
import { useJsonSettings } from '../settings/json-settings.ts'
import type { Approval, Changed, Look, Settings, Told } from './messages.ts'

/** The height that the page around is told goes up, and in steps: it says little of what is shown. */
const STEP = 100

/** More than any setting may have. */
const LONGEST = 1000

const SCHEME = /^(only |light |dark )*(only|light|dark)$/
const PROPERTY = /^--tiredness-check-[a-z-]+$/
/** A colour, a length, names of fonts: no address. */
const HARMLESS = /^[-#\w\s.,%()'"/]{1,200}$/

const isText = (value: unknown, longest: number): value is string => typeof value === 'string' && value.length <= longest

/** Texts by names, as far as they are. */
function texts(values: unknown): [name: string, text: string][] {
  const entries = values && typeof values === 'object' ? Object.entries(values) : []
  return entries.filter((entry): entry is [string, string] => isText(entry[1], LONGEST))
}

const held = new Map<string, string>()
const memory: typeof isolation.storage = {
  getItem: (key) => held.get(key) ?? null,
  setItem: (key, text) => void held.set(key, text),
  removeItem: (key) => void held.delete(key),
}

/** What is said of a document by its element. */
const page = document.documentElement

function wear(element: HTMLElement, { scheme, font, size, properties }: Look): void {
  page.style.colorScheme = isText(scheme, LONGEST) && SCHEME.test(scheme) ? scheme : 'light'
  if (isText(font, LONGEST) && HARMLESS.test(font)) document.body.style.fontFamily = font
  if (isText(size, 20) && /^[\d.]+px$/.test(size)) document.body.style.fontSize = size
  for (const [name, value] of texts(properties)) if (PROPERTY.test(name) && HARMLESS.test(value)) element.style.setProperty(name, value)
}

function speak(element: HTMLElement, language: unknown): string {
  const known = languages.find((one) => one === language) || 'en'
  element.lang = page.lang = known
  return new Content(content[known] as FirstTexts).find('ui.start.title') || document.title
}

function begin(port: MessagePort, { written, attributes, language, look, fixed }: Settings): void {
  const tell = (told: Told): void => port.postMessage(told)
  const element = document.createElement('tiredness-check') as HTMLElement & { ready: Promise<boolean> }
  for (const [name, value] of texts(attributes)) if (SETTINGS.includes(name)) element.setAttribute(attributeOf(name), value)
  useJsonSettings(isText(written, Infinity) && written !== '{}' ? written : '')
  const title = speak(element, language)
  wear(element, look)
  isolation.on = true
  isolation.storage = memory
  if (!fixed) isolation.showTop = () => tell({ top: true })

  let tallest = 0
  let width = innerWidth
  const measure = (): void => {
    if (fixed) return
    if (width !== innerWidth) tallest = 0
    width = innerWidth
    const height = Math.ceil(document.body.getBoundingClientRect().height / STEP) * STEP
    if (height <= tallest) return
    tallest = height
    tell({ height })
  }
  const faults: Failure[] = []
  element.addEventListener('tiredness-check-error', (event) => faults.push((event as CustomEvent<Failure>).detail))
  element.addEventListener('tiredness-check-done', () => tell({ ended: true }))
  let settle = (_: Approval): void => {}
  isolation.approval = new Promise((resolve, reject) => {
    settle = ({ text, error }) => (isText(text, Infinity) ? resolve(text) : reject(new Error(String(error))))
  })
  // Where none is named, nobody asks for it.
  isolation.approval.catch(() => {})
  port.onmessage = ({ data }: MessageEvent<Changed>) => {
    if (data.approval) settle(data.approval)
    else tell({ title: speak(element, data.language) })
  }
  tell({ here: release, title })
  const main = document.querySelector('main') as HTMLElement
  main.textContent = ''
  main.append(element)
  element.ready.then((ready) => {
    measure()
    new ResizeObserver(measure).observe(document.body)
    // Whatever goes wrong from here on might tell something of the visitor.
    tell({ ready, faults: [...faults] })
  })
}

/** One message from the page around, and no other: whoever holds the port is the element that made this frame. */
export function awaitSettings(): void {
  addEventListener('message', function first({ source, data, ports: [port] }: MessageEvent<Settings | undefined>): void {
    if (source !== parent || parent === window || !port || !data || typeof data !== 'object') return
    removeEventListener('message', first)
    begin(port, data)
  })
}
