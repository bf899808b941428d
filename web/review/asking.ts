/** Asks the review engine. What is quick goes to one Worker that stays; what is watched has a Worker of its own, which can be ended. */
import { Refused, type Watch } from './context.ts'
import type { FromWorker, ToWorker } from './worker.ts'

interface Asked {
  resolve(value: unknown): void
  reject(error: unknown): void
  onProgress?: ((done: number, all: number) => void) | undefined
}

/** A Worker, and who waits for which of its answers. */
class Asker {
  private readonly asked = new Map<number, Asked>()
  private last = 0

  constructor(readonly worker: Worker) {
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => this.hear(data))
    worker.addEventListener('error', (event) => this.fail(event.message || 'the engine could not be loaded'))
  }

  ask(request: object, asked: Asked): void {
    this.asked.set(++this.last, asked)
    this.worker.postMessage({ id: this.last, request } satisfies ToWorker)
  }

  private hear(answer: FromWorker): void {
    const asked = this.asked.get(answer.id)
    if (!asked) return
    if (answer.kind === 'progress') return asked.onProgress?.(answer.done, answer.all)
    this.asked.delete(answer.id)
    if (answer.kind === 'failed') return asked.reject(new Error(answer.message))
    if (answer.reply.ok) asked.resolve(answer.reply.value)
    else asked.reject(new Refused(answer.reply.diagnostics))
  }

  private fail(message: string): void {
    for (const { reject } of this.asked.values()) reject(new Error(message))
    this.asked.clear()
  }
}

/** @param start makes a Worker that runs worker.ts */
export function asking(start: () => Worker): <Value>(request: object, watch?: Watch) => Promise<Value> {
  let stays: Asker | undefined
  const watched = (request: object, { signal, onProgress }: Watch): Promise<unknown> => {
    const asker = new Asker(start())
    return new Promise((resolve, reject) => {
      const give = (): void => reject(new DOMException('given up', 'AbortError'))
      if (signal?.aborted) return give()
      signal?.addEventListener('abort', give, { once: true })
      asker.ask(request, { resolve, reject, onProgress })
    }).finally(() => asker.worker.terminate())
  }
  const quick = (request: object): Promise<unknown> => new Promise((resolve, reject) => (stays ??= new Asker(start())).ask(request, { resolve, reject }))
  return <Value>(request: object, watch?: Watch) => (watch ? watched(request, watch) : quick(request)) as Promise<Value>
}
