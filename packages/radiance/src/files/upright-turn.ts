/** x, y, z, w. */
export type Quaternion = readonly [x: number, y: number, z: number, w: number]

export type UprightTurn = {
  readonly rotation: Quaternion
  /** Which of the old local axes each new one is. */
  readonly axes: readonly [number, number, number]
}

const PERMUTATIONS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const

/** Below this sum of the diagonal's missing parts the turn is none: 0.02 degrees. */
const NONE = 1e-7

/**
 * An ellipsoid looks the same when its axes are renamed or reversed; of those turns this is the smallest one. Turns by
 * right angles become none at all.
 */
export function uprightTurn(rotation: Quaternion): UprightTurn {
  const matrix = matrixOf(rotation)
  let best: { axes: (typeof PERMUTATIONS)[number]; columns: number[][]; trace: number } | undefined
  for (const axes of PERMUTATIONS) {
    const columns = axes.map((axis, world) => reverseTo(matrix[axis]!, world))
    if (determinant(columns) < 0) reverseFlattest(columns)
    const trace = columns[0]![0]! + columns[1]![1]! + columns[2]![2]!
    if (!best || trace > best.trace + 1e-9) best = { axes, columns, trace }
  }
  const { axes, columns, trace } = best!
  return { axes, rotation: 3 - trace < NONE ? [0, 0, 0, 1] : quaternionOf(columns) }
}

/** Columns of the rotation matrix: where the local axes point. */
function matrixOf([x, y, z, w]: Quaternion): number[][] {
  const scale = 2 / (x * x + y * y + z * z + w * w)
  return [
    [1 - scale * (y * y + z * z), scale * (x * y + w * z), scale * (x * z - w * y)],
    [scale * (x * y - w * z), 1 - scale * (x * x + z * z), scale * (y * z + w * x)],
    [scale * (x * z + w * y), scale * (y * z - w * x), 1 - scale * (x * x + y * y)],
  ]
}

function reverseTo(column: readonly number[], world: number): number[] {
  return column[world]! < 0 ? column.map((value) => -value) : [...column]
}

function reverseFlattest(columns: number[][]): void {
  const diagonal = columns.map((column, axis) => column[axis]!)
  const flattest = diagonal.indexOf(Math.min(...diagonal))
  columns[flattest] = columns[flattest]!.map((value) => -value)
}

function determinant([a, b, c]: readonly number[][]): number {
  return (
    a![0]! * (b![1]! * c![2]! - b![2]! * c![1]!) -
    b![0]! * (a![1]! * c![2]! - a![2]! * c![1]!) +
    c![0]! * (a![1]! * b![2]! - a![2]! * b![1]!)
  )
}

/** The largest trace of all renamings is positive, so w is never small. */
function quaternionOf([a, b, c]: readonly number[][]): Quaternion {
  const w = Math.sqrt(1 + a![0]! + b![1]! + c![2]!) / 2
  return [(b![2]! - c![1]!) / (4 * w), (c![0]! - a![2]!) / (4 * w), (a![1]! - b![0]!) / (4 * w), w]
}
