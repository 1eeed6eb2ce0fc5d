import type { Id, Scene } from '@enfilade/scene'
import { encode } from 'fast-png'
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

/** Of a frame's file: `00012.depth.png`. */
export const frameName = (index: number, channel: Channel): string => `${String(index).padStart(5, '0')}.${channel}.png`

/** A film's own frame as PNG. @param data sRGB, three bytes a pixel. */
export const encodeFrame = (data: Uint8Array, { width, height }: FilmSize): Uint8Array =>
  encode({ width, height, channels: 3, data })

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
      yield { name: frameName(index, channel), bytes: encodeChannel(view, channel, exposure) }
  }
}
