import { Worker } from 'node:worker_threads'
import type { GeneratedView, MultiViewModel, MultiViewRequest, ViewCondition } from '@enfilade/radiance/learned'
import { ModelFileError } from '../model-file-error.ts'
import { ModelMemoryError } from '../model-memory-error.ts'
import { loadRuntime } from '../runtime.ts'
import { type MultiViewCard, readCard } from './card.ts'
import type { ThreadData, ThreadReply, ThreadRequest } from './model-thread.ts'

export type MultiViewModelOptions = {
  /** Where `<name>.json` and the networks that it names lie. */
  readonly folder: string
  readonly name: string
  /** Bytes that the model may take. Default: 4 GiB. */
  readonly memory?: number
}

const USUAL_MEMORY = 4 * 2 ** 30

/**
 * A layout-conditioned multi-view model from files. Nothing is read before the first request; engine and weights live in a worker,
 * so that whoever asks goes on. One request at a time, first come, first served.
 *
 * @returns A model whose `generate` rejects with ModelFileError when its files are missing, damaged or of other shapes, with
 * ModelMemoryError when it needs more than it may take, with RangeError when a view is not of its size.
 */
export function createMultiViewModel({ folder, name, memory = USUAL_MEMORY }: MultiViewModelOptions): MultiViewModel {
  let card: Promise<MultiViewCard> | undefined
  let worker: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()
  return {
    generate(request) {
      const turn = last.then(async () => {
        request.signal?.throwIfAborted()
        card ??= readCard(folder, name)
        const known = await card
        const asked = checkRequest(request, known)
        // The engine's library cannot be loaded again once the only thread that held it has ended: this one holds it too.
        await loadRuntime()
        worker ??= startWorker({ folder, card: known, memory })
        return ask(worker, asked, request)
      })
      last = turn.catch(() => undefined)
      return turn
    },
    async close() {
      await worker?.terminate()
      worker = undefined
    },
  }
}

function startWorker(workerData: ThreadData): Worker {
  const worker = new Worker(new URL('./model-thread.ts', import.meta.url), {
    execArgv: ['--import', new URL('../../../../infra/typescript.mjs', import.meta.url).href, '--no-warnings'],
    workerData,
  })
  worker.unref()
  return worker
}

function ask(worker: Worker, asked: ThreadRequest, { signal, onProgress }: MultiViewRequest): Promise<GeneratedView[]> {
  return new Promise((resolve, reject) => {
    const onAbort = () => Atomics.store(asked.stop, 0, 1)
    const onExit = () => finish(() => reject(new Error('the thread of the multi-view model ended')))
    const finish = (tell: () => void) => {
      signal?.removeEventListener('abort', onAbort)
      worker.off('message', onReply).off('error', onError).off('exit', onExit).unref()
      tell()
    }
    const onError = (error: unknown) => finish(() => reject(error))
    const onReply = (reply: ThreadReply) => {
      if (reply.type === 'step') onProgress?.({ done: reply.done, total: reply.total })
      else if (reply.type === 'failed') finish(() => reject(errorOf(reply)))
      else if (reply.views && !signal?.aborted) finish(() => resolve(reply.views!))
      else finish(() => reject(signal?.reason))
    }
    signal?.addEventListener('abort', onAbort)
    worker.on('message', onReply).on('error', onError).on('exit', onExit).ref()
    worker.postMessage(asked)
  })
}

function errorOf({ name, message }: { readonly name: string; readonly message: string }): Error {
  if (name === 'ModelFileError') return new ModelFileError(message)
  return name === 'ModelMemoryError' ? new ModelMemoryError(message) : new Error(message)
}

function checkRequest({ views, seed, steps, guidance }: MultiViewRequest, card: MultiViewCard): ThreadRequest {
  if (views.length === 0) throw new RangeError(`${card.name}: there is no view to make`)
  for (const view of views) checkView(view, card)
  const { schedule } = card
  const taken = steps ?? schedule.steps
  if (!Number.isInteger(taken) || taken < 1 || taken > schedule.trainSteps)
    throw new RangeError(`${card.name}: ${taken} steps, needs a whole number from 1 to ${schedule.trainSteps}`)
  const scale = guidance ?? card.guidance.scale
  if (!Number.isFinite(scale)) throw new RangeError(`${card.name}: guidance ${scale} is no number`)
  const stop = new Int32Array(new SharedArrayBuffer(4))
  return { views, options: { seed, steps: taken, guidance: scale }, stop }
}

function checkView({ camera, semantic, coordinates, rays, known }: ViewCondition, card: MultiViewCard): void {
  const { width, height } = card
  if (camera.width !== width || camera.height !== height)
    throw new RangeError(
      `view ${camera.id}: ${camera.width} × ${camera.height} pixels, ${card.name} makes ${width} × ${height}`,
    )
  const check = (what: string, found: number, channels: number) => {
    if (found !== channels * width * height)
      throw new RangeError(`view ${camera.id}: ${what} has ${found} values, needs ${width} × ${height} × ${channels}`)
  }
  check('semantic', semantic.length, 3)
  check('coordinates', coordinates.length, 3)
  check('rays', rays.length, 6)
  if (known) check('known', known.length, 3)
}
