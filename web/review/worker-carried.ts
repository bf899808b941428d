/** The Worker of the single file: the page hands it the engine's bytes, first of all. */
import { serve } from './worker.ts'

serve(() => new Promise((resolve) => self.addEventListener('message', ({ data }) => data.engine && resolve(data.engine), { once: true })))
