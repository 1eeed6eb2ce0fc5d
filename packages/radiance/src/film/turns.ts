/** x, y, z, w; unit. */
export type Turn = readonly [x: number, y: number, z: number, w: number]
type Vector = readonly [x: number, y: number, z: number]

/** The turn of a row-major 4 × 4 pose, by its largest component. */
export function turnOfPose(pose: readonly number[]): Turn {
  const m = (row: number, column: number) => pose[row * 4 + column]!
  const squares = [
    1 + m(0, 0) - m(1, 1) - m(2, 2),
    1 - m(0, 0) + m(1, 1) - m(2, 2),
    1 - m(0, 0) - m(1, 1) + m(2, 2),
    1 + m(0, 0) + m(1, 1) + m(2, 2),
  ]
  const largest = squares.indexOf(Math.max(...squares))
  const [xy, xz, yz] = [m(1, 0) + m(0, 1), m(0, 2) + m(2, 0), m(2, 1) + m(1, 2)]
  const [wx, wy, wz] = [m(2, 1) - m(1, 2), m(0, 2) - m(2, 0), m(1, 0) - m(0, 1)]
  const rows: readonly Turn[] = [
    [squares[0]!, xy, xz, wx],
    [xy, squares[1]!, yz, wy],
    [xz, yz, squares[2]!, wz],
    [wx, wy, wz, squares[3]!],
  ]
  return normalise(rows[largest]!)
}

export function poseOf([x, y, z, w]: Turn, [px, py, pz]: Vector): number[] {
  return [
    1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y), px,
    2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x), py,
    2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y), pz,
    0, 0, 0, 1,
  ] // biome-ignore format: one matrix row a line
}

function normalise([x, y, z, w]: Turn): Turn {
  const length = Math.hypot(x, y, z, w)
  return [x / length, y / length, z / length, w / length]
}

function dot(a: Turn, b: Turn): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3]
}

function blend(a: Turn, b: Turn, atA: number, atB: number): Turn {
  return [a[0] * atA + b[0] * atB, a[1] * atA + b[1] * atB, a[2] * atA + b[2] * atB, a[3] * atA + b[3] * atB]
}

/** Each turn or its negative, whichever is nearer to the one before: the short way round. */
export function alignTurns(turns: readonly Turn[]): Turn[] {
  const aligned: Turn[] = []
  for (const turn of turns) {
    const before = aligned.at(-1)
    aligned.push(before && dot(before, turn) < 0 ? blend(turn, turn, -1, 0) : turn)
  }
  return aligned
}

export function slerp(a: Turn, b: Turn, fraction: number): Turn {
  const cosine = Math.min(1, Math.max(-1, dot(a, b)))
  const angle = Math.acos(cosine)
  if (angle < 1e-6) return normalise(blend(a, b, 1 - fraction, fraction))
  const sine = Math.sin(angle)
  return blend(a, b, Math.sin((1 - fraction) * angle) / sine, Math.sin(fraction * angle) / sine)
}

/** Logarithm of a⁻¹b: half the turning vector. */
function logBetween(a: Turn, b: Turn): Vector {
  const w = dot(a, b)
  const [x, y, z] = [
    a[3] * b[0] - b[3] * a[0] - (a[1] * b[2] - a[2] * b[1]),
    a[3] * b[1] - b[3] * a[1] - (a[2] * b[0] - a[0] * b[2]),
    a[3] * b[2] - b[3] * a[2] - (a[0] * b[1] - a[1] * b[0]),
  ]
  const length = Math.hypot(x, y, z)
  const scale = length < 1e-9 ? 1 : Math.atan2(length, w) / length
  return [x * scale, y * scale, z * scale]
}

/** a · exp(vector). */
function turnedBy(a: Turn, [x, y, z]: Vector): Turn {
  const angle = Math.hypot(x, y, z)
  const scale = angle < 1e-9 ? 1 : Math.sin(angle) / angle
  const [bx, by, bz, bw] = [x * scale, y * scale, z * scale, Math.cos(angle)]
  return [
    a[3] * bx + a[0] * bw + a[1] * bz - a[2] * by,
    a[3] * by - a[0] * bz + a[1] * bw + a[2] * bx,
    a[3] * bz + a[0] * by - a[1] * bx + a[2] * bw,
    a[3] * bw - a[0] * bx - a[1] * by - a[2] * bz,
  ]
}

/**
 * A smooth turn through all of these (Shoemake's squad): place 0 is the first, 1 the second. The turning speed has no jumps.
 */
export function turnThrough(turns: readonly Turn[]): (place: number) => Turn {
  const inner = turns.map((turn, index) => {
    const before = turns[index - 1] ?? turn
    const after = turns[index + 1] ?? turn
    const [a, b] = [logBetween(turn, before), logBetween(turn, after)]
    return turnedBy(turn, [-(a[0] + b[0]) / 4, -(a[1] + b[1]) / 4, -(a[2] + b[2]) / 4])
  })
  return (place) => {
    const from = Math.min(turns.length - 2, Math.max(0, Math.floor(place)))
    const fraction = place - from
    const outer = slerp(turns[from]!, turns[from + 1]!, fraction)
    return slerp(outer, slerp(inner[from]!, inner[from + 1]!, fraction), 2 * fraction * (1 - fraction))
  }
}
