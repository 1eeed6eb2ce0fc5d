import type { Id, LevelRecord } from '@enfilade/scene'
import { ROUNDING_Z } from './tolerances.ts'

/** Walls whose feet are further apart than this stand on different storeys. */
const STOREY_GAP = 1.2
/** Storey height where no wall says one. */
const DEFAULT_HEIGHT = 2.8

/**
 * The storeys of a file that names none, from the feet and heights of its walls: each storey lies at the commonest foot
 * of its walls and has their commonest height. A file without walls has one, at 0.
 *
 * @param walls Numbers of wall lines.
 */
export function inferLevels(walls: readonly (readonly number[])[]): LevelRecord[] {
  const feet = walls.map((numbers) => [Math.min(numbers[2]!, numbers[5]!), Math.abs(numbers[6]!)] as const)
  feet.sort((a, b) => a[0] - b[0])
  const storeys: (readonly [number, number])[][] = []
  for (const foot of feet) {
    const last = storeys.at(-1)
    if (last && foot[0] - last[0]![0] < STOREY_GAP) last.push(foot)
    else storeys.push([foot])
  }
  if (storeys.length === 0) storeys.push([[0, DEFAULT_HEIGHT]])
  return storeys.map((storey, index) => ({
    kind: 'level',
    id: `level-${index}`,
    name: index === 0 ? 'Ground floor' : `Level ${index}`,
    elevation: commonest(storey.map(([foot]) => foot)),
    height: commonest(storey.map(([, height]) => height)),
  }))
}

/** The level that a height belongs to: the highest at or below it, else the lowest. */
export function levelAt(levels: readonly LevelRecord[], z: number): Id {
  let best = levels[0]!
  for (const level of levels) {
    const isBelow = level.elevation <= z + ROUNDING_Z
    const bestIsBelow = best.elevation <= z + ROUNDING_Z
    const isHigher = level.elevation > best.elevation
    if (isBelow === bestIsBelow ? (isBelow ? isHigher : level.elevation < best.elevation) : isBelow) best = level
  }
  return best.id
}

/** The value that occurs most often; of equals the lowest. */
function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value + 0, (counts.get(value + 0) ?? 0) + 1)
  return [...counts].reduce((best, entry) =>
    entry[1] > best[1] || (entry[1] === best[1] && entry[0] < best[0]) ? entry : best,
  )[0]
}
