/**
 * What a bake costs, from nothing, after a chair has moved and in other colours (processor seconds), and how near its views come
 * to the path tracer's (dB). `npm run bench -- bake [room …] [--views N] [--samples N]`
 */

import { readScene } from '@enfilade/scene'
import { psnrAgainstNoisy } from '../../../tests/bench/radiance/measures/compare-pictures.ts'
import { readRoom, readRoomWithMovedChair } from '../../../tests/bench/radiance/rooms.ts'
import { bakeScene } from '../src/bake/bake-scene.ts'
import { rebakeScene } from '../src/bake/rebake-scene.ts'
import { renderBaked } from '../src/bake/render-baked.ts'
import { buildTraceScene } from '../src/scene/build-trace-scene.ts'
import { createThreadPool, type ThreadPool } from '../src/threads/thread-pool.ts'
import { freePoses } from '../src/views/cameras/trajectories.ts'
import { displayColors } from '../src/views/channel-files.ts'
import { radianceAt } from '../src/views/display.ts'
import { lightSpace } from '../src/views/light-space.ts'
import { renderReference } from '../src/views/reference.ts'

const LENS = { width: 256, height: 256, fov: (75 / 180) * Math.PI }
const BAKED_SAMPLES = 16

/** Processor seconds of all threads, and the result. */
async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const start = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(start)
  return { result, seconds: (user + system) / 1e6 }
}

async function measureRoom(id: string, pool: ThreadPool, views: number, samples: number): Promise<string> {
  const scene = readScene(readRoom(id))
  const { shared, exposure } = lightSpace(scene, pool)
  const first = await timed(() => bakeScene(shared.scene, { shared, pool }))
  const moved = buildTraceScene(readScene(readRoomWithMovedChair(id)))
  const edit = await timed(() => rebakeScene(first.result, moved, { pool }))
  const materials = shared.scene.materials.map((material) => ({ ...material, albedo: [0.3, 0.4, 0.5] as const }))
  const look = await timed(() => rebakeScene(first.result, { ...shared.scene, materials }, { shared, pool }))
  const near: string[] = []
  const paths = { limit: radianceAt(20, exposure) }
  for (const camera of freePoses(scene, { count: views, seed: 11, lens: LENS })) {
    const truth = []
    // Two truths of their own: their noise falls out of the comparison.
    for (const seed of [1, 2]) {
      const { color } = await renderReference(shared, camera, pool, { samples, seed, paths })
      truth.push(displayColors(color!, exposure))
    }
    const { color } = await renderBaked(shared, first.result, camera, pool, { samples: BAKED_SAMPLES })
    near.push(psnrAgainstNoisy(displayColors(color!, exposure), truth[0]!, truth[1]!).toFixed(1))
  }
  const times = [first, edit, look].map(({ seconds }) => seconds.toFixed(1).padStart(6)).join('')
  return `${id.padEnd(16)}${String(first.result.layout.siteCount).padStart(8)}${times}   ${near.join(' ')}`
}

function numberAfter(args: readonly string[], name: string, otherwise: number): number {
  const at = args.indexOf(name)
  return at < 0 ? otherwise : Number(args[at + 1])
}

export default {
  name: 'bake',
  summary: 'baked light: processor seconds, and dB against the path tracer',
  async run(args: readonly string[] = []) {
    const views = numberAfter(args, '--views', 2)
    const samples = numberAfter(args, '--samples', 256)
    const named = args.filter((arg, at) => !arg.startsWith('--') && !args[at - 1]?.startsWith('--'))
    const pool = createThreadPool()
    console.log('room               sites  bake moved  look   dB by view')
    for (const id of named.length > 0 ? named : ['living', 'bedroom', 'lounge-night']) {
      console.log(await measureRoom(id, pool, views, samples))
    }
    await pool.close()
  },
}
