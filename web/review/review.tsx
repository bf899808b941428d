/** The clinical lead's page: a heading for each section, one of them open at a time, and what they share. It decides nothing. */
import { h, render, type Markup } from '../src/dom/jsx.ts'
import { useNatives } from '../src/dom/natives.ts'
import { takeNatives } from '../src/dom/take-natives.ts'
import { asking } from './asking.ts'
import type { Proof, ReviewContext, Settings } from './context.ts'
import { startWorker } from 'place'
import { openInEditor } from './case.tsx'
import { sections } from './sections.ts'

useNatives(takeNatives())

const call = asking(startWorker)
const listeners: (() => void)[] = []
const shared: { settings: Settings; proof: Proof | null } = { settings: {}, proof: null }

function changed(): void {
  for (const listener of listeners) listener()
}

const context: ReviewContext = {
  call,
  settings: () => shared.settings,
  setSettings(settings) {
    shared.settings = settings
    // It was of other settings.
    shared.proof = null
    changed()
  },
  proof: () => shared.proof,
  setProof(proof) {
    shared.proof = proof
    changed()
  },
  openCase(request, title) {
    openInEditor(request, title)
    location.hash = '#case'
    show()
    document.querySelector<HTMLElement>('#case h2')?.focus()
  },
  onChange: (listener) => void listeners.push(listener),
}

/** The section that the address names, or the first one. */
const current = (): string => sections.find(({ id }) => `#${id}` === location.hash)?.id ?? sections[0]!.id

const nav = (): Markup => (
  <ul>
    {sections.map(({ id, title }) => (
      <li>
        <a href={`#${id}`} aria-current={id === current() ? 'page' : null}>
          {title}
        </a>
      </li>
    ))}
  </ul>
)

const settingsLine = (): Markup => {
  const changes = Object.entries(shared.settings).map(([name, value]) => `${name} ${value}`)
  return <p>{changes.length ? `Your settings: ${changes.join(', ')}.` : 'Settings: as they ship.'}</p>
}

const mounted = new Set<string>()

function show(): void {
  const open = current()
  render(nav(), document.getElementById('sections')!)
  render(settingsLine(), document.getElementById('settings-line')!)
  for (const { id, mount } of sections) {
    const container = document.getElementById(id)!
    container.hidden = id !== open
    if (id !== open || mounted.has(id)) continue
    mounted.add(id)
    mount(container, context)
  }
}

const main = document.querySelector('main')!
for (const { id } of sections) {
  const container = document.createElement('section')
  container.id = id
  container.hidden = true
  main.append(container)
}
addEventListener('hashchange', () => {
  show()
  // Whoever uses a keyboard goes on in what was opened.
  document.querySelector<HTMLElement>(`#${current()} h2`)?.focus()
})
context.onChange(show)
show()
