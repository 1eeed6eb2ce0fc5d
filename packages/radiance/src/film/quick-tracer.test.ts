import { parseSceneJson } from '@enfilade/language'
import { readScene } from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import { bakeScene } from '../bake/bake-scene.ts'
import { buildTraceScene } from '../scene/build-trace-scene.ts'
import { createThreadPool } from '../threads/thread-pool.ts'
import { shareScene } from '../trace/share-scene.ts'
import { lookAt } from '../views/cameras/aim-camera.ts'
import { displayColors } from '../views/channel-files.ts'
import { renderReference } from '../views/reference.ts'
import { drawFrame } from './draw-frame.ts'
import { quickLightOf } from './quick-tracer.ts'

describe('a frame drawn from the bake', () => {
  it('looks as the path tracer finds it, and the same each time', async () => {
    const scene = buildTraceScene(room())
    const pool = createThreadPool(2)
    try {
      const shared = shareScene(scene, pool.size)
      const bake = await bakeScene(scene, { quality: 'preview', seed: 1, shared, pool })
      const source = { shared, light: quickLightOf(bake), key: 'test', exposure: [0.5, 0.5, 0.5] as const }
      const camera = lookAt('a', [1, 1, 1.5], [3, 3, 1], { width: 32, height: 24, fov: 1.2 })
      const frame = await drawFrame(source, camera, pool)
      const truth = await renderReference(shared, camera, pool, { samples: 64 })
      const shown = displayColors(truth.color!, source.exposure)
      const error = frame.reduce((sum, value, index) => sum + Math.abs(value - shown[index]!), 0) / frame.length
      const bias = frame.reduce((sum, value, index) => sum + value - shown[index]!, 0) / frame.length
      // A coarse bake beside noise; without the sun's or the sky's part both are over 20.
      expect(error).toBeLessThan(9)
      expect(Math.abs(bias)).toBeLessThan(6)
      expect(await drawFrame(source, camera, pool)).toEqual(frame)
    } finally {
      await pool.close()
    }
  })
})

/** 4 by 3 m with a window. */
function room() {
  const { document } = parseSceneJson({
    format: 'enfilade.scene/1',
    levels: [{ id: 'l', name: 'l', elevation: 0, height: 2.8 }],
    rooms: [
      {
        id: 'r',
        level: 'l',
        type: 'living_room',
        name: 'r',
        polygon: [
          [0, 0],
          [4, 0],
          [4, 3],
          [0, 3],
        ],
      },
    ],
    openings: [{ id: 'w', kind: 'window', center: [2, 3.06, 1.6], width: 1.6, height: 1.4, swing: 'none' }],
    objects: [],
  })
  return readScene(document)
}
