import { performance } from 'node:perf_hooks'
import type { CopilotPorts } from '@enfilade/copilot'
import { writeSceneJson } from '@enfilade/language'
import { createBrief, furnish, type RoomType } from '@enfilade/layout'
import { applyChange, readScene } from '@enfilade/scene'
import { createIds } from '../../../packages/layout/bench/rooms.ts'
import { measurePhysical, type Physical } from './evaluate/physical.ts'
import { createOutline } from './outline-rooms.ts'
import { threadTime } from './thread-time.ts'

/** What furnishing one random outline came to. */
export type OutlineResult = {
  readonly seed: number
  readonly shape: string
  readonly type: string
  readonly ms: number
  /** Processor time of the thread; undefined where the system does not tell. */
  readonly cpuMs: number | undefined
  readonly unmet: number
  readonly physical: Physical
  readonly error?: string
}

/** Furnishes the random outline of a number as its type, without any words. */
export async function furnishOutline(seed: number, ports?: CopilotPorts): Promise<OutlineResult> {
  const { shape, type, document } = createOutline(seed)
  const brief = createBrief(type as RoomType)
  const begin = performance.now()
  const cpuBegin = threadTime()
  let furnished = document
  let unmet = 0
  let error: string | undefined
  try {
    const roomId = [...readScene(document).rooms].sort((a, b) => b.area - a.area)[0]!.id
    const hints = await ports?.layoutModel?.propose({ document, roomId, brief, seed })
    const result = furnish({ document, brief, seed, createId: createIds(), ...(hints ? { hints } : {}) })
    furnished = result.groups.reduce((current, group) => applyChange(current, group.change), document)
    unmet = result.unmet.length
  } catch (thrown) {
    error =
      thrown instanceof Error ? (thrown.stack ?? thrown.message).split('\n').slice(0, 2).join(' ') : String(thrown)
  }
  const ms = performance.now() - begin
  const cpuEnd = threadTime()
  const cpuMs = cpuBegin === undefined || cpuEnd === undefined ? undefined : cpuEnd - cpuBegin
  const physical = measurePhysical(writeSceneJson(furnished))
  return { seed, shape, type, ms, cpuMs, unmet, physical, ...(error ? { error } : {}) }
}
