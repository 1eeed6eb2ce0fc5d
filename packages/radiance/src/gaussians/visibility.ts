import type { TraceScene, Vector3 } from '../scene/trace-scene.ts'
import type { RayCaster } from '../trace/ray-caster.ts'
import type { Cell } from './cells.ts'
import { isOnGlass, type Mirror, reflectPoint } from './mirrors.ts'
import { hashCell, hashUnit, pointsOfCells } from './surface-points.ts'
import type { Standing } from './walkable.ts'

/** Heights between which eyes look, metres above the floor. */
const EYE_LOW = 0.5
const EYE_HIGH = 1.85
/** Eyes that every cell is asked for, and those that one which none of these sees is asked for once more. */
const FIRST = 16
const SECOND = 48
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

/** Eyes of before fit as long as each place to stand has one near, and most of them one below. Metres. */
const NEAR = 0.6
const LEAST_USED = 0.8

/** The eyes of an earlier version of a space where they still do, lest every surface be judged anew; else new ones. */
export function keepEyes(known: readonly Vector3[] | undefined, standings: readonly Standing[]): readonly Vector3[] {
  if (!known || known.length === 0) return eyesOver(standings)
  const isNear = ([x, y, z]: Vector3, { foot }: Standing) =>
    Math.abs(x - foot[0]) < NEAR && Math.abs(y - foot[1]) < NEAR && z > foot[2] && z < foot[2] + 2 * EYE_HIGH
  const used = known.filter((eye) => standings.some((standing) => isNear(eye, standing))).length
  const isSeen = standings.every((standing) => known.some((eye) => isNear(eye, standing)))
  return isSeen && used >= LEAST_USED * known.length ? known : eyesOver(standings)
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
  const places = flatten(eyes, mirror)
  for (let i = 0; i < cells.length; i++) {
    const start = Math.floor(hashCell(cells[i]!, 1) * eyes.length)
    for (let corner = 0; corner < 4; corner++) {
      const at = 4 * i + corner
      setNormal(scene, points.triangles[at]!)
      const x = points.positions[3 * at]! + nx * LIFT
      const y = points.positions[3 * at + 1]! + ny * LIFT
      const z = points.positions[3 * at + 2]! + nz * LIFT
      for (let k = corner; k < count; k += 4) {
        const eye = 3 * ((start + (first + k) * 97) % eyes.length)
        const dx = places[eye]! - x
        const dy = places[eye + 1]! - y
        const dz = places[eye + 2]! - z
        const along = dx * nx + dy * ny + dz * nz
        if (!(along > 0)) continue
        const distance = Math.sqrt(dx * dx + dy * dy + dz * dz)
        if (along < LEAST_COSINE * distance) continue
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
        gains[queued] = along / (distance * Math.max(distance, NEAREST) ** 2 * count)
        if (++queued === BATCH) flush()
      }
    }
  }
  flush()
}

/** Flatter views of a surface hardly show it. */
const LEAST_COSINE = 0.01

/** x, y, z of each eye, or of its image in a mirror. */
function flatten(eyes: readonly Vector3[], mirror: Mirror | undefined): Float64Array {
  const places = new Float64Array(eyes.length * 3)
  for (const [i, [x, y, z]] of eyes.entries()) places.set(mirror ? reflectPoint(mirror, x, y, z) : [x, y, z], 3 * i)
  return places
}

/** Part of the way to an eye behind the glass at which it is reached from the front; 0 where it is missed. */
function wayToGlass(mirror: Mirror, x: number, y: number, z: number, dx: number, dy: number, dz: number): number {
  const n = mirror.normal
  const height = n[0] * x + n[1] * y + n[2] * z - mirror.offset
  const fall = -(n[0] * dx + n[1] * dy + n[2] * dz)
  if (height < GLASS_GAP || fall <= height) return 0
  const part = height / fall
  return isOnGlass(mirror, x + part * dx, y + part * dy, z + part * dz) ? part * (1 - GLASS_GAP / height) : 0
}

/** Rays end this far before the glass, metres. */
const GLASS_GAP = 2e-3

let [nx, ny, nz] = [0, 0, 0]

/** The unit normal of a triangle, into `nx`, `ny`, `nz`. */
function setNormal({ positions: p, indices }: TraceScene, triangle: number): void {
  const a = 3 * indices[3 * triangle]!
  const b = 3 * indices[3 * triangle + 1]!
  const c = 3 * indices[3 * triangle + 2]!
  const ux = p[b]! - p[a]!
  const uy = p[b + 1]! - p[a + 1]!
  const uz = p[b + 2]! - p[a + 2]!
  const vx = p[c]! - p[a]!
  const vy = p[c + 1]! - p[a + 1]!
  const vz = p[c + 2]! - p[a + 2]!
  nx = uy * vz - uz * vy
  ny = uz * vx - ux * vz
  nz = ux * vy - uy * vx
  const length = Math.sqrt(nx * nx + ny * ny + nz * nz)
  nx /= length
  ny /= length
  nz /= length
}
