import type { Gaussians } from './gaussians.ts'
import { takeRows } from './order-for-streaming.ts'

/** Turn about z (radians, counter-clockwise) and then a shift, metres: how an item moves. */
export type Move = {
  /** The point that the turn leaves where it is, before the shift. */
  readonly pivot: readonly [x: number, y: number, z: number]
  readonly yaw: number
  readonly shift: readonly [x: number, y: number, z: number]
}

/** Which rows show an instance (its index in `TraceScene.instances`). */
export function rowsOfInstance({ instances }: Gaussians, instance: number): Uint32Array {
  const rows: number[] = []
  for (let row = 0; row < instances.length; row++) if (instances[row] === instance + 1) rows.push(row)
  return Uint32Array.from(rows)
}

/** The table without some instances. */
export function withoutInstances(gaussians: Gaussians, hidden: ReadonlySet<number>): Gaussians {
  const rows: number[] = []
  const levels: number[] = []
  for (let row = 0, level = 0; row <= gaussians.count; row++) {
    while (gaussians.levels[level] === row) {
      levels.push(rows.length)
      level++
    }
    if (row < gaussians.count && !hidden.has(gaussians.instances[row]! - 1)) rows.push(row)
  }
  return takeRows(gaussians, rows, levels)
}

/** Moves an instance with its gaussians: places, turns and the directions that its gloss depends on. The light stays as it was. */
export function moveInstance(gaussians: Gaussians, instance: number, { pivot, yaw, shift }: Move): Gaussians {
  const { positions, rotations, harmonics } = gaussians
  const moved = {
    ...gaussians,
    positions: positions.slice(),
    rotations: rotations.slice(),
    ...(harmonics && { harmonics: harmonics.slice() }),
  }
  const [c, s] = [Math.cos(yaw), Math.sin(yaw)]
  const [hc, hs] = [Math.cos(yaw / 2), Math.sin(yaw / 2)]
  for (const row of rowsOfInstance(gaussians, instance)) {
    const p = 3 * row
    const [dx, dy] = [positions[p]! - pivot[0], positions[p + 1]! - pivot[1]]
    moved.positions[p] = pivot[0] + c * dx - s * dy + shift[0]
    moved.positions[p + 1] = pivot[1] + s * dx + c * dy + shift[1]
    moved.positions[p + 2] = positions[p + 2]! + shift[2]
    const q = 4 * row
    const [x, y, z, w] = [rotations[q]!, rotations[q + 1]!, rotations[q + 2]!, rotations[q + 3]!]
    moved.rotations.set([hc * x - hs * y, hc * y + hs * x, hc * z + hs * w, hc * w - hs * z], q)
    if (!harmonics || !moved.harmonics) continue
    // Coefficients 0 and 2 are those of −y and −x.
    for (let channel = 0; channel < 3; channel++) {
      const [alongY, alongX] = [harmonics[9 * row + channel]!, harmonics[9 * row + 6 + channel]!]
      moved.harmonics[9 * row + channel] = s * alongX + c * alongY
      moved.harmonics[9 * row + 6 + channel] = c * alongX - s * alongY
    }
  }
  return moved
}
