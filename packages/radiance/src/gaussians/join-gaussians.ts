import type { Gaussians } from './gaussians.ts'

/** Several tables as one, one level; harmonics of those that have none are zero. */
export function joinGaussians(tables: readonly Gaussians[]): Gaussians {
  const count = tables.reduce((sum, table) => sum + table.count, 0)
  const hasHarmonics = tables.some(({ harmonics }) => harmonics)
  const joined = {
    count,
    positions: new Float32Array(count * 3),
    scales: new Float32Array(count * 3),
    rotations: new Float32Array(count * 4),
    opacities: new Float32Array(count),
    colors: new Float32Array(count * 3),
    ...(hasHarmonics && { harmonics: new Float32Array(count * 9) }),
    instances: new Uint32Array(count),
    semantics: new Uint8Array(count),
    levels: [count],
  }
  let at = 0
  for (const table of tables) {
    joined.positions.set(table.positions, at * 3)
    joined.scales.set(table.scales, at * 3)
    joined.rotations.set(table.rotations, at * 4)
    joined.opacities.set(table.opacities, at)
    joined.colors.set(table.colors, at * 3)
    if (table.harmonics) joined.harmonics?.set(table.harmonics, at * 9)
    joined.instances.set(table.instances, at)
    joined.semantics.set(table.semantics, at)
    at += table.count
  }
  return joined
}
