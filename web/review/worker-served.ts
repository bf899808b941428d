/** The Worker of the page that a server has: the engine lies beside it. */
import { serve } from './worker.ts'

serve(async () => {
  const response = await fetch(new URL('engine.wasm', self.location.href))
  if (!response.ok) throw new Error(`engine.wasm: the server answered ${response.status}`)
  return response.arrayBuffer()
})
