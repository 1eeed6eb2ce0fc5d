import { openingSwing, type Swing } from '@enfilade/scene'
import { Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { createPlainHost } from '../../tools/plain-host.ts'
import { openingObject } from '../scene3d/building-objects.ts'
import { createMaterialLibrary } from '../scene3d/material-library.ts'
import { openingDrawing } from './opening-drawing.ts'

const swings: readonly Swing[] = (['a', 'b'] as const).flatMap((hinge) =>
  (['left', 'right'] as const).map((side): Swing => ({ type: 'hinged', hinge, side })),
)

function doorWith(swing: Swing) {
  const host = createPlainHost()
  host.write({
    type: 'walls-added',
    level: host.level(),
    points: [
      [0, 0],
      [3, 4],
    ],
    thickness: 0.2,
  })
  const wall = host.scene().walls[0]!.id
  host.write({ type: 'opening-added', id: 'd', wall, opening: 'door', along: 2.5, width: 0.9, swing })
  const scene = host.scene()
  return { opening: scene.openings[0]!, swept: openingSwing(scene, scene.openings[0]!)! }
}

/** First coordinates of an SVG path. */
function startOf(path: string): [number, number] {
  const [x, y] = path
    .slice(1)
    .split(/[ LAZ]/)
    .map(Number)
  return [x!, y!]
}

const gap = (a: readonly number[], b: readonly number[]) => Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!)

describe.each(swings)('a door hinged at %o', (swing) => {
  it('hangs in the plan where the scene says, and opens into the area that it sweeps', () => {
    const { opening, swept } = doorWith(swing)
    const drawing = openingDrawing(opening)
    expect(gap(startOf(drawing.leaf), swept.hinge)).toBeLessThan(0.16)
    const tip = startOf(drawing.swing)
    const nearest = Math.min(...swept.polygon.map((point) => gap(point, tip)))
    expect(nearest).toBeLessThan(0.2)
  })

  it('opens the same way in 3D', () => {
    const { opening } = doorWith(swing)
    const tip = startOf(openingDrawing(opening).swing)
    const { group, setOpen } = openingObject(opening, createMaterialLibrary())
    setOpen(1)
    group.updateMatrixWorld(true)
    const far = farthestFrom(group, opening.center)
    expect(gap(far, tip)).toBeLessThan(0.2)
  })
})

/** The vertex that reaches farthest from a plan point: the open leaf's lock edge. */
function farthestFrom(group: ReturnType<typeof openingObject>['group'], center: readonly [number, number]) {
  let far = [0, 0]
  let reach = 0
  const vertex = new Vector3()
  group.traverse((object) => {
    const mesh = object as unknown as { geometry?: import('three').BufferGeometry }
    const positions = mesh.geometry?.getAttribute('position')
    for (let i = 0; positions && i < positions.count; i++) {
      vertex.fromBufferAttribute(positions, i).applyMatrix4(object.matrixWorld)
      const distance = gap([vertex.x, vertex.y], center)
      if (distance > reach) {
        reach = distance
        far = [vertex.x, vertex.y]
      }
    }
  })
  return far
}
