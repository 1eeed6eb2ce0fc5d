import { appendGeometry, createGeometry, type Geometry, type Vector3 } from '../modelling/geometry.ts'
import { lathe } from '../modelling/lathe.ts'
import { leaf } from '../modelling/leaf.ts'
import { tube } from '../modelling/tube.ts'

/** Leaves follow each other by the golden angle, as on most plants: no two lie over each other. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/** Upright trunk(s) with broad leaves all around, denser to the top: a fig or rubber tree. */
export function broadLeaves(
  z: readonly [number, number],
  spread: number,
  count: number,
): { leaves: Geometry; stems: Geometry } {
  const leaves = createGeometry()
  const stems = createGeometry()
  const height = z[1] - z[0]
  appendGeometry(
    stems,
    tube(
      [
        [0, 0, z[0]],
        [spread * 0.05, spread * 0.03, z[0] + height * 0.45],
        [-spread * 0.03, 0, z[0] + height * 0.86],
      ],
      Math.max(0.004, spread * 0.022),
      { segments: 7, endRadius: Math.max(0.002, spread * 0.01) },
    ),
  )
  for (let k = 0; k < count; k++) {
    const t = k / (count - 1)
    const yaw = k * GOLDEN_ANGLE
    const at = z[0] + height * (0.2 + 0.64 * t)
    const length = spread * (0.6 - 0.2 * t)
    const rise = 0.15 + 0.95 * t
    const reach = 0.09 * spread
    const base: Vector3 = [Math.cos(yaw) * reach, Math.sin(yaw) * reach, at]
    appendGeometry(leaves, leaf({ base, yaw, length, width: length * 0.7, rise, droop: 0.75, belly: 0.58, fold: 0.16 }))
  }
  return { leaves, stems }
}

/** Upright sword leaves from the soil: a snake plant. */
export function swordLeaves(z: readonly [number, number], spread: number, count: number): Geometry {
  const leaves = createGeometry()
  const height = z[1] - z[0]
  for (let k = 0; k < count; k++) {
    const yaw = k * GOLDEN_ANGLE
    const r = spread * 0.16 * Math.sqrt((k + 0.3) / count)
    const length = height * (0.62 + 0.38 * (1 - k / count))
    const base: Vector3 = [Math.cos(yaw) * r, Math.sin(yaw) * r, z[0]]
    appendGeometry(
      leaves,
      leaf({
        base,
        yaw,
        length,
        width: Math.min(0.075, spread * 0.2),
        rise: 1.45 - 0.3 * (k / count),
        droop: 0.1,
        belly: 0.5,
        fold: 0.2,
        pieces: 4,
      }),
    )
  }
  return leaves
}

/** Arching fronds from the top of short stems: a palm or fern. */
export function fronds(z: readonly [number, number], spread: number, count: number): Geometry {
  const leaves = createGeometry()
  const height = z[1] - z[0]
  for (let k = 0; k < count; k++) {
    const yaw = k * GOLDEN_ANGLE
    const t = k / count
    const length = height * (0.7 + (0.3 * ((k * 7) % 5)) / 5)
    const base: Vector3 = [Math.cos(yaw) * spread * 0.04, Math.sin(yaw) * spread * 0.04, z[0]]
    appendGeometry(
      leaves,
      leaf({
        base,
        yaw,
        length,
        width: length * 0.14,
        rise: 1.5 - 0.5 * t,
        droop: 1.2 + 0.6 * t,
        belly: 0.45,
        fold: 0.3,
        pieces: 6,
      }),
    )
  }
  return leaves
}

/** A plain tapered pot with a rim and earth in it. */
export function pot(from: number, to: number, radius: number): { pot: Geometry; soil: Geometry } {
  const wall = Math.min(0.02, radius * 0.12)
  const foot = radius * 0.74
  const earth = to - (to - from) * 0.12
  return {
    pot: lathe(
      0,
      0,
      [
        [0, from],
        [foot - 0.005, from],
        [foot, from + 0.005],
        [radius, to - 0.006],
        [radius - 0.004, to],
        [radius - wall, to],
        [radius - wall - 0.006, earth - 0.01],
      ],
      22,
    ),
    soil: lathe(
      0,
      0,
      [
        [radius - wall, earth - 0.004],
        [radius * 0.5, earth],
        [0, earth + 0.004],
      ],
      18,
    ),
  }
}

/** A bush of round leaves on thin stalks: pilea, pothos and the like. */
export function rosette(z: readonly [number, number], spread: number, count: number): Geometry {
  const leaves = createGeometry()
  const height = z[1] - z[0]
  for (let k = 0; k < count; k++) {
    const yaw = k * GOLDEN_ANGLE
    const t = k / (count - 1)
    const reach = spread * 0.2 * Math.sqrt(1 - t * 0.8)
    const at: Vector3 = [Math.cos(yaw) * reach, Math.sin(yaw) * reach, z[0] + height * (0.28 + 0.58 * t)]
    appendGeometry(leaves, tube([[0, 0, z[0]], at], spread * 0.008, { segments: 4 }))
    const length = spread * (0.34 - 0.1 * t)
    appendGeometry(
      leaves,
      leaf({
        base: at,
        yaw,
        length,
        width: length * 0.78,
        rise: 0.25 + 0.8 * t,
        droop: 0.8,
        belly: 0.5,
        fold: 0.12,
        pieces: 4,
      }),
    )
  }
  return leaves
}
