/** For markup: `import type {} from 'tiredness-check/svelte'` somewhere in the project. */
import type { HTMLAttributes } from 'svelte/elements'
import type { TirednessCheckAttributes } from './attributes.js'
import type { TirednessCheckElement, TirednessCheckEvents } from './index.js'

export type TirednessCheckProps = HTMLAttributes<TirednessCheckElement> &
  TirednessCheckAttributes & { [Name in keyof TirednessCheckEvents as `on${Name}` | `on:${Name}`]?: (event: TirednessCheckEvents[Name]) => void }

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'tiredness-check': TirednessCheckProps
  }
}
