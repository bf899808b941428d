/** Something that takes long: how far it is, and a button that ends it. */
import { h, type Markup } from '../src/dom/jsx.ts'
import type { ReviewContext } from './context.ts'

export interface Running {
  readonly done: number
  readonly all: number
  readonly cancel: () => void
}

export interface Job {
  running: Running | null
  /** Made here: the page's drawing writes the values of fields alone. */
  readonly bar: HTMLProgressElement
  /** Why it ended without an answer. */
  fault: string
}

export const newJob = (): Job => ({ running: null, bar: document.createElement('progress'), fault: '' })

/** Asks, and keeps in `job` how far it is. Gives nothing where it was stopped or failed: `job.fault` says so. A later call ends an earlier one. */
export async function run<Value>(job: Job, context: ReviewContext, request: Record<string, unknown>, draw: () => void): Promise<Value | undefined> {
  job.running?.cancel()
  const stop = new AbortController()
  const { signal } = stop
  const show = (done: number, all: number): void => {
    if (signal.aborted) return
    job.running = { done, all, cancel: () => stop.abort() }
    draw()
  }
  job.fault = ''
  show(0, 1)
  try {
    return await context.call<Value>(request, { signal, onProgress: show })
  } catch (error) {
    if (!signal.aborted) job.fault = error instanceof Error ? error.message : String(error)
    return undefined
  } finally {
    if (!signal.aborted) job.running = null
  }
}

/** Ends it. */
export function cancel(job: Job, draw: () => void): void {
  job.running?.cancel()
  job.running = null
  job.fault = 'Stopped. Nothing was decided.'
  draw()
}

export function progressView(job: Job, label: string, draw: () => void): Markup | null {
  if (!job.running) {
    return job.fault ? (
      <p class="fault" role="alert">
        {job.fault}
      </p>
    ) : null
  }
  const { done, all } = job.running
  job.bar.max = all
  job.bar.value = done
  return (
    <div class="progress">
      <label>
        {label}: {Math.floor((done / all) * 100)} %{job.bar}
      </label>
      <button type="button" onclick={() => cancel(job, draw)}>
        Stop
      </button>
    </div>
  )
}
