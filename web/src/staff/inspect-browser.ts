/** Looks at this browser, at what else runs on this page, and whether the check itself starts in it. */
import { recordersPresent } from '../dom/recorders-present.ts'
import { better, right, type Section, wrong } from './finding.ts'

/** Over plain http, or in an old browser, something may be missing. */
export function inspectBrowser(): Section {
  const missing = [
    !window.isSecureContext &&
      better(
        'This address is not secure. Visitors should come by https: without it the page cannot be installed, nothing is kept, and anybody on the way can change it.',
        'Serve the site by https.',
      ),
    typeof WebAssembly === 'undefined' &&
      better('This browser has no WebAssembly. The check runs with its engine in plain JavaScript.', 'Nothing to do: it is this browser.'),
    !('adoptedStyleSheets' in document) && better('This browser takes the styles as a file.', 'Nothing to do: it is this browser.'),
    !('serviceWorker' in navigator) &&
      better('This browser cannot keep the page that can be installed.', 'Nothing to do: it is this browser, or a private window.'),
  ].filter((one) => one !== false)
  return { title: 'This browser', findings: missing.length ? missing : [right('This browser has all that the check can use.')] }
}

/** Who could hear what a visitor presses, on this page: a server, a CDN or an extension may put scripts into every page. */
export function inspectCompany(): Section {
  const found = recordersPresent()
  const mend =
    'They are on this page, which names no script but its own: find who adds them (the server, a CDN, an extension of your browser). Keep the check apart from them with the attribute isolated.'
  return {
    title: 'Recorders on this page',
    findings: found.length
      ? [better(`Others are on this page: ${found.join(', ')}.`, mend)]
      : [right('No recorder is on this page, and no function of the browser is replaced.')],
  }
}

interface Fault {
  readonly code: string
  readonly fatal: boolean
  readonly cause: string
  readonly remedy: string
}

/** How long the check may take to start. */
const PATIENCE = 20_000

/** Where Trusted Types are required, the address of a script has to be vouched for. */
const { trustedTypes } = window as { trustedTypes?: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } } }

/** Starts a check in `place`, by the script that pages name, and hears what it says of itself. */
export async function tryCheck(place: Element): Promise<Section> {
  const title = 'The check itself'
  const faults: Fault[] = []
  const element = document.createElement('tiredness-check') as HTMLElement & { ready?: Promise<boolean> }
  element.setAttribute('phone', '(804) 555-0100')
  element.setAttribute('clinic-name', 'A made-up clinic')
  element.addEventListener('tiredness-check-error', (event) => faults.push((event as CustomEvent<Fault>).detail))
  const script = document.createElement('script')
  const vouched = trustedTypes?.createPolicy('tiredness-check-script', { createScriptURL: () => '../tiredness-check.js' })
  script.type = 'module'
  script.src = vouched ? vouched.createScriptURL('') : '../tiredness-check.js'
  const failed = new Promise<string>((resolve) => script.addEventListener('error', () => resolve('tiredness-check.js did not come, or is no script')))
  const late = new Promise<string>((resolve) => setTimeout(() => resolve('it did not start in 20 seconds'), PATIENCE))
  place.replaceChildren(element)
  document.head.append(script)
  const started = customElements.whenDefined('tiredness-check').then(() => element.ready)
  const result = await Promise.race([started, failed, late])
  const told = faults.map(({ code, fatal, cause, remedy }) => (fatal ? wrong : better)(`${code}: ${cause}.`, remedy))
  if (result === true) return { title, findings: [right('The check starts on this page.'), ...told] }
  return {
    title,
    findings: [
      wrong(
        typeof result === 'string' ? `The check does not start: ${result}.` : 'The check does not start on this page.',
        'Mend what is wrong above, then look again.',
      ),
      ...told,
    ],
  }
}
