import type { TraceScene, Vector3 } from '../scene/trace-scene.ts'
import type { RayCaster } from '../trace/ray-caster.ts'
import type { Cell } from './cells.ts'
import { isOnGlass, type Mirror, reflectPoint } from './mirrors.ts'
import { hashUnit, pointsOfCells } from './surface-points.ts'
import type { Standing } from './walkable.ts'

/** Heights between which eyes look, metres above the floor. */
const EYE_LOW = 0.5
const EYE_HIGH = 1.85
/** Eyes that every cell is asked for, and those that one which none of these sees is asked for once more. */
const FIRST = 16
const SECOND = 64
/** Shadow rays start this far in front of the surface, metres. */
const LIFT = 5e-4
/** Nearer than this the size in the picture does not grow any more: nobody looks that close. Metres. */
const NEAREST = 0.6
/** Rays at once. */
const BATCH = 1 << 18

/** Eyes at many heights over the places where somebody can stand; in a fixed order that any run of neighbours spreads out. */
export function eyesOver(standings: readonly Standing[], count = 509): Vector3[] {
  if (standings.length === 0) return []
  return Array.from({ length: count }, (_, i) => {
    const { foot } = standings[Math.floor(hashUnit(i) * standings.length)]!
    return [foot[0], foot[1], foot[2] + EYE_LOW + (EYE_HIGH - EYE_LOW) * hashUnit(i + 7_001)]
  })
}

/**
 * Sets each cell's weight to the mean over eyes of cosine / distance² where it is seen.
 *
 * @param mirror Absent: seen straight; else seen in this mirror.
 * @returns the cells that are seen at all.
 */
export function weighByVisibility(
  scene: TraceScene,
  caster: RayCaster,
  cells: readonly Cell[],
  eyes: readonly Vector3[],
  mirror?: Mirror,
): Cell[] {
  if (eyes.length === 0) return mirror ? [] : [...cells]
  ask(scene, caster, cells, eyes, 0, FIRST, mirror)
  const unseen = cells.filter(({ weight }) => weight === 0)
  ask(scene, caster, unseen, eyes, FIRST, SECOND, mirror)
  return cells.filter(({ weight }) => weight > 0)
}

function ask(
  scene: TraceScene,
  caster: RayCaster,
  cells: readonly Cell[],
  eyes: readonly Vector3[],
  first: number,
  count: number,
  mirror: Mirror | undefined,
): void {
  const rays = new Float32Array(BATCH * 7)
  const blocked = new Uint8Array(BATCH)
  const gains = new Float32Array(BATCH)
  const owners = new Int32Array(BATCH)
  let queued = 0
  const flush = () => {
    caster.occluded(rays, queued, blocked)
    for (let i = 0; i < queued; i++) if (!blocked[i]) cells[owners[i]!]!.weight += gains[i]!
    queued = 0
  }
  for (const cell of cells) cell.weight = 0
  const points = pointsOfCells(scene, cells, first)
  for (let i = 0; i < cells.length; i++) {
    for (let k = 0; k < count; k++) {
      const real = eyes[(Math.floor(hashUnit(i) * eyes.length) + (first + k) * 97) % eyes.length]!
      const eye = mirror ? reflectPoint(mirror, real[0], real[1], real[2]) : real
      const at = 4 * i + (k & 3)
      const n = normalOf(scene, points.triangles[at]!)
      const x = points.positions[3 * at]! + n[0]! * LIFT
      const y = points.positions[3 * at + 1]! + n[1]! * LIFT
      const z = points.positions[3 * at + 2]! + n[2]! * LIFT
      const [dx, dy, dz] = [eye[0] - x, eye[1] - y, eye[2] - z]
      const distance = Math.hypot(dx, dy, dz)
      const cosine = (dx * n[0]! + dy * n[1]! + dz * n[2]!) / distance
      if (!(cosine > 0.01)) continue
      const free = mirror ? wayToGlass(mirror, x, y, z, dx, dy, dz) * distance : distance
      if (!(free > 0)) continue
      const r = 7 * queued
      rays[r] = x
      rays[r + 1] = y
      rays[r + 2] = z
      rays[r + 3] = dx / distance
      rays[r + 4] = dy / distance
      rays[r + 5] = dz / distance
      rays[r + 6] = free
      owners[queued] = i
      gains[queued] = cosine / (Math.max(distance, NEAREST) ** 2 * count)
      if (++queued === BATCH) flush()
    }
  }
  flush()
}

/** Part of the way to an eye behind the glass at which it is reached from the front; 0 where it is missed. */
function wayToGlass(mirror: Mirror, x: number, y: number, z: number, dx: number, dy: number, dz: number): number {
  const [nx, ny, nz] = mirror.normal
  const height = nx * x + ny * y + nz * z - mirror.offset
  const fall = -(nx * dx + ny * dy + nz * dz)
  if (height < GLASS_GAP || fall <= height) return 0
  const part = height / fall
  return isOnGlass(mirror, x + part * dx, y + part * dy, z + part * dz) ? part * (1 - GLASS_GAP / height) : 0
}

/** Rays end this far before the glass, metres. */
const GLASS_GAP = 2e-3

const normal = [0, 0, 0]

function normalOf(scene: TraceScene, triangle: number): readonly number[] {
  const p = scene.positions
  const a = 3 * scene.indices[3 * triangle]!
  const b = 3 * scene.indices[3 * triangle + 1]!
  const c = 3 * scene.indices[3 * triangle + 2]!
  const ux = p[b]! - p[a]!
  const uy = p[b + 1]! - p[a + 1]!
  const uz = p[b + 2]! - p[a + 2]!
  const vx = p[c]! - p[a]!
  const vy = p[c + 1]! - p[a + 1]!
  const vz = p[c + 2]! - p[a + 2]!
  normal[0] = uy * vz - uz * vy
  normal[1] = uz * vx - ux * vz
  normal[2] = ux * vy - uy * vx
  const length = Math.hypot(normal[0], normal[1], normal[2])
  for (let k = 0; k < 3; k++) normal[k]! /= length
  return normal
}
