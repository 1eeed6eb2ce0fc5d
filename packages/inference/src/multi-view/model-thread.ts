/** Worker: opens a multi-view model's networks and makes one request's pictures after another. */
import { parentPort, workerData } from 'node:worker_threads'
import type { GeneratedView, ViewCondition } from '@enfilade/radiance/learned'
import type { MultiViewCard } from './card.ts'
import { type GenerateOptions, generateViews } from './generate-views.ts'
import { type Networks, openNetworks } from './networks.ts'

export type ThreadData = { readonly folder: string; readonly card: MultiViewCard; readonly memory: number }
export type ThreadRequest = {
  readonly views: readonly ViewCondition[]
  readonly options: Pick<GenerateOptions, 'seed' | 'steps' | 'guidance'>
  /** 1: no longer wanted. */
  readonly stop: Int32Array
}
export type ThreadReply =
  | { readonly type: 'step'; readonly done: number; readonly total: number }
  /** Absent views: it was stopped. */
  | { readonly type: 'made'; readonly views: GeneratedView[] | undefined }
  | { readonly type: 'failed'; readonly name: string; readonly message: string }

const { folder, card, memory } = workerData as ThreadData
const port = parentPort!
const reply = (message: ThreadReply) => port.postMessage(message)
let networks: Promise<Networks> | undefined

port.on('message', async ({ views, options, stop }: ThreadRequest) => {
  try {
    networks ??= openNetworks(folder, card)
    const made = await generateViews(await networks, card, views, {
      ...options,
      memory,
      shouldStop: () => Atomics.load(stop, 0) === 1,
      onStep: (done, total) => reply({ type: 'step', done, total }),
    })
    reply({ type: 'made', views: made })
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error))
    reply({ type: 'failed', name, message })
  }
})
