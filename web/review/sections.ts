/** The page's sections, in their order. */
import { mountApprove } from './approve.ts'
import { mountBench } from './bench.tsx'
import { mountCase } from './case.tsx'
import type { ReviewContext } from './context.ts'
import { mountMap } from './map.tsx'
import { mountProof } from './proof.tsx'
import { mountRules } from './rules.tsx'
import { mountSettings } from './settings.tsx'

interface Section {
  readonly id: string
  readonly title: string
  /** Called when the section is opened first. */
  mount(container: HTMLElement, context: ReviewContext): void
}

export const sections: readonly Section[] = [
  { id: 'rules', title: 'Rules', mount: mountRules },
  { id: 'case', title: 'One case', mount: mountCase },
  { id: 'map', title: 'Map', mount: mountMap },
  { id: 'bench', title: 'Many cases', mount: mountBench },
  { id: 'settings', title: 'Settings', mount: mountSettings },
  { id: 'proof', title: 'Proof', mount: mountProof },
  { id: 'approve', title: 'Decide and approve', mount: mountApprove },
]
