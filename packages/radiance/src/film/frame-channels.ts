import type { Id, Scene } from '@enfilade/scene'
import type { ThreadPool } from '../threads/thread-pool.ts'
import type { Channel } from '../views/camera.ts'
import { encodeChannel } from '../views/channel-files.ts'
import { type LitSpace, lightSpace } from '../views/light-space.ts'
import { renderReference } from '../views/reference.ts'
import type { FilmSize } from './camera-course.ts'
import { filmMoments } from './film-moments.ts'
import type { FilmPath } from './film-path.ts'
import { withStates } from './film-states.ts'

export type FrameFile = { readonly name: string; readonly bytes: Uint8Array }

export type FrameOptions = {
  readonly size: FilmSize
  readonly fps: number
  /** Without colour, which is the film's own. */
  readonly channels: readonly Exclude<Channel, 'color'>[]
  readonly level?: Id
  readonly signal?: AbortSignal
}

/**
 * What outside video models are given beside a film: each frame's depth, normals and ids as PNG, exact and without noise, named
 * `00000.depth.png` and so on. One frame is in memory at a time.
 */
export async function* frameChannels(
  scene: Scene,
  path: FilmPath,
  pool: ThreadPool,
  { size, fps, channels, level, signal }: FrameOptions,
): AsyncGenerator<FrameFile> {
  let current: { readonly key: string; readonly space: LitSpace } | undefined
  for (const { index, camera, states } of filmMoments(path, size, fps)) {
    const key = JSON.stringify(states)
    if (current?.key !== key) {
      const space = lightSpace(withStates(scene, states), pool, level === undefined ? {} : { level })
      current = { key, space }
    }
    const { shared, exposure } = current.space
    const view = await renderReference(shared, camera, pool, { channels, samples: 1, ...(signal ? { signal } : {}) })
    for (const channel of channels)
      yield { name: `${String(index).padStart(5, '0')}.${channel}.png`, bytes: encodeChannel(view, channel, exposure) }
  }
}
