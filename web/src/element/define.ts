/** Registers `<tiredness-check>`. Safe to load twice, and where there is no browser. */
import { release } from 'release'
import { TirednessCheckElement } from './tiredness-check.ts'
import { upgradeAll } from './upgrade-div.ts'

export { TirednessCheckElement }

const NAME = 'tiredness-check'

if (typeof customElements !== 'undefined') {
  const first = customElements.get(NAME) as typeof TirednessCheckElement | undefined
  if (!first) {
    customElements.define(NAME, TirednessCheckElement)
    upgradeAll(NAME)
  } else if (first.release !== release) {
    console.warn(`${NAME}: two releases on one page, ${first.release} and ${release}. The first is used. Remove one of the scripts.`)
  }
}
