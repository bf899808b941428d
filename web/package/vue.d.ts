/** For templates: `import type {} from 'tiredness-check/vue'` somewhere in the project. */
import type { DefineComponent, HTMLAttributes } from 'vue'
import type { TirednessCheckAttributes } from './attributes.js'
import type { TirednessCheckEvents } from './index.js'

export type TirednessCheckProps = HTMLAttributes &
  TirednessCheckAttributes & { [Name in keyof TirednessCheckEvents as `on${Capitalize<Name>}`]?: (event: TirednessCheckEvents[Name]) => void }

declare module 'vue' {
  interface GlobalComponents {
    'tiredness-check': DefineComponent<TirednessCheckProps>
  }
}
