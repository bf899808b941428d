/** Registers `<tiredness-check>`. Safe to load twice, and where there is no browser. */
import { TirednessCheckElement } from './tiredness-check.ts'

export { TirednessCheckElement }

if (typeof customElements !== 'undefined' && !customElements.get('tiredness-check')) {
  customElements.define('tiredness-check', TirednessCheckElement)
}
