import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { SceneJson } from '@enfilade/language'
import { findPorts } from './load-ports.ts'
import { furnishOutline } from './outlines.ts'
import type { BenchRequest } from './request.ts'
import { runCase } from './run-case.ts'

/** A piece of work for a worker: a request, or a random outline by its number. */
export type Task = { readonly index: number } & (
  | { readonly request: BenchRequest }
  | { readonly outline: number; readonly count: number }
)

const fixtures = new Map<string, SceneJson>()

function fixture(name: string): SceneJson {
  const known = fixtures.get(name)
  if (known) return known
  const text = readFileSync(join(import.meta.dirname, 'scenes', `${name}.json`), 'utf8')
  const scene = JSON.parse(text) as SceneJson
  fixtures.set(name, scene)
  return scene
}

const { withModels } = workerData as { withModels: boolean }
const ports = withModels ? findPorts() : undefined

/** Loading is not timed: the first requests of a process find nothing compiled. */
const warmUp: BenchRequest = { id: 'warm-up', language: 'en', voice: '', prompt: 'a bedroom with a desk', expect: [] }
await runCase(warmUp, undefined, ports)

parentPort!.on('message', async (task: Task) => {
  const result =
    'request' in task
      ? await runCase(task.request, task.request.scene ? fixture(task.request.scene) : undefined, ports)
      : await furnishOutline(task.outline, ports)
  parentPort!.postMessage({ index: task.index, result })
})
parentPort!.postMessage('ready')
