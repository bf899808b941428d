/** For JSX: `import type {} from 'tiredness-check/react'` somewhere in the project. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import type { TirednessCheckAttributes } from './attributes.js'
import type { TirednessCheckElement, TirednessCheckEvents } from './index.js'

export type TirednessCheckProps = DetailedHTMLProps<HTMLAttributes<TirednessCheckElement>, TirednessCheckElement> &
  TirednessCheckAttributes & { [Name in keyof TirednessCheckEvents as `on${Name}`]?: (event: TirednessCheckEvents[Name]) => void }

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'tiredness-check': TirednessCheckProps
    }
  }
}
