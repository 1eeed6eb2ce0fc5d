import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { thumbnailShapes } from './plan-thumbnail.ts'

describe('thumbnailShapes', () => {
  it('draws rooms, walls, openings and things, y down', () => {
    const shapes = thumbnailShapes({
      rooms: [
        {
          id: 'r',
          level: 'l',
          type: 'bedroom',
          polygon: [
            [0, 0],
            [4, 0],
            [4, 3],
          ],
        },
      ],
      walls: [{ id: 'w', a: [0, 0], b: [4, 0], thickness: 0.2 }],
      openings: [{ kind: 'door', wall: 'w', center: [2, 0, 1], width: 0.9 }],
      objects: [
        { center: [1, 1, 0.4], size: [2, 1, 0.8], yaw: Math.PI / 2 },
        { center: [2, 2, 2.6], size: [1, 1, 0.2], yaw: 0 },
      ],
    })
    expect(shapes?.rooms).toEqual([{ path: 'M0 0L4 0L4 -3Z', type: 'bedroom' }])
    expect(shapes?.openings[0]?.path).toBe('M1.55 0L2.45 0')
    expect(shapes?.objects).toMatchObject([{ x: 1, y: -1, angleDeg: -90 }])
  })

  it('draws nothing of nothing, and never throws', () => {
    expect(thumbnailShapes({ rooms: [], walls: [] })).toBeUndefined()
    fc.assert(fc.property(fc.anything(), (value) => void thumbnailShapes(value)))
    fc.assert(
      fc.property(
        fc.array(fc.anything()),
        (value) => void thumbnailShapes({ walls: value, objects: value, rooms: value }),
      ),
    )
  })
})
