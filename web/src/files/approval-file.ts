/** The file in which a clinic's clinical lead approved what the check says. What it is worth, `approval.ts` tells. */
import { within } from '../dom/running-time.ts'
import { fetchSettings } from '../settings/attributes.ts'

/** So long nothing may come: a result says meanwhile that nobody approved the rules. */
const PATIENCE = 10_000

async function fetchText(path: string): Promise<string> {
  const response = await fetchSettings(path)
  if (!response.ok) throw new Error(String(response.status))
  return response.text()
}

/** The file that `approval` names, of this site alone. */
export const readApprovalFile = (path: string): Promise<string> => within(PATIENCE, fetchText(path), new Error('nothing came for 10 seconds'))
