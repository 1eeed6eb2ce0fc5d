import { createRandom } from '@enfilade/geometry'
import type { Gaussians } from '../gaussians/gaussians.ts'
import { createTable } from './gaussian-table.ts'

const QUARTER = Math.SQRT1_2

/** Turns of faces of a room: none, by right angles about each axis. */
const upright = [
  [0, 0, 0, 1],
  [QUARTER, 0, 0, QUARTER],
  [0, -QUARTER, 0, QUARTER],
  [0, 0, 1, 0],
  [0.5, 0.5, 0.5, 0.5],
] as const

/**
 * Surfels as a room has them, for tests: thin, on the faces of boxes, most of them upright. Equal seeds give equal tables.
 */
export function sampleGaussians(count: number, { hasHarmonics = false, seed = 5 } = {}): Gaussians {
  const random = createRandom(seed)
  const table = createTable(count, hasHarmonics)
  for (let row = 0; row < count; row++) {
    const side = 0.01 + 0.03 * random()
    table.positions.set([random() * 6 - 1, random() * 5, random() < 0.3 ? 0 : random() * 2.7], row * 3)
    table.scales.set([side, side * (0.4 + random()), 0.0012], row * 3)
    table.rotations.set(random() < 0.7 ? upright[Math.floor(random() * upright.length)]! : anyTurn(random), row * 4)
    table.opacities[row] = 0.6 + 0.39 * random()
    table.colors.set([random(), random(), random()], row * 3)
    table.instances[row] = Math.floor(random() * 40)
    table.semantics[row] = Math.floor(random() * 62)
  }
  table.harmonics?.forEach((_, index, harmonics) => {
    harmonics[index] = (random() - 0.5) * 0.2
  })
  return { ...table, levels: [Math.floor(count / 4), count] }
}

function anyTurn(random: () => number): number[] {
  const values = [0, 1, 2, 3].map(() => random() - 0.5)
  const length = Math.hypot(...values)
  return values.map((value) => value / length)
}
