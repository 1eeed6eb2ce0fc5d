import { extrude } from './extrude.ts'
import type { Geometry, Range, Vector3 } from './geometry.ts'
import { cylinder } from './lathe.ts'
import type { Point } from './ring.ts'
import { move, turn } from './transform.ts'
import { type TubeOptions, tube } from './tube.ts'

/** An outline drawn in the front view (x, z; counter-clockwise as seen from −y) with a thickness along y. */
export function frontPrism(ring: readonly Point[], y: Range, bevel = 0): Geometry {
  return turn(extrude(ring, [-y[1], -y[0]], { bevel }), 'x', Math.PI / 2)
}

/** An outline drawn in the side view (y, z; counter-clockwise as seen from +x) with a thickness along x. */
export function sidePrism(ring: readonly Point[], x: Range, bevel = 0): Geometry {
  const g = turn(extrude(ring, [0, x[1] - x[0]], { bevel }), 'x', Math.PI / 2)
  return move(turn(g, 'z', Math.PI / 2), x[0], 0, 0)
}

/** A disc or short cylinder around a centre, its axis along x or y. */
export function wheel(axis: 'x' | 'y', center: Vector3, radius: number, width: number, segments = 20): Geometry {
  const g = cylinder(0, 0, -width / 2, width / 2, radius, radius, segments)
  return move(turn(g, axis === 'y' ? 'x' : 'y', Math.PI / 2), ...center)
}

/** A straight round bar. */
export function rod(from: Vector3, to: Vector3, radius: number, options: TubeOptions = {}): Geometry {
  return tube([from, to], radius, { segments: 8, ...options })
}

/** A ring of round bar, its axis along x, y or z. */
export function hoop(
  axis: 'x' | 'y' | 'z',
  center: Vector3,
  radius: number,
  thickness: number,
  segments = 24,
): Geometry {
  const path = Array.from({ length: segments }, (_, k): Vector3 => {
    const a = (Math.PI * 2 * k) / segments
    const [c, s] = [Math.cos(a) * radius, Math.sin(a) * radius]
    const [x, y, z] = axis === 'x' ? [0, c, s] : axis === 'y' ? [c, 0, s] : [c, s, 0]
    return [center[0] + x, center[1] + y, center[2] + z]
  })
  return tube(path, thickness, { segments: 7, closed: true })
}
