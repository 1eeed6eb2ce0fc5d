import type { TraceScene, Vector3 } from '../scene/trace-scene.ts'
import { NO_HIT, type RayCaster } from '../trace/ray-caster.ts'

/** Distance between places that are tried, metres; finer where a space has few. */
const PITCHES = [0.25, 0.12]
/** Enough places to stop looking. */
const ENOUGH = 40
/** Head room, and what one steps over: rugs, thresholds. Metres. */
const HEAD = 1.9
const STEP = 0.12
/** Free on four sides, metres: nearer than this nobody stands. */
const ELBOW = 0.2
const LEAST_UP = 0.7

/** A place to stand: on the floor. */
export type Standing = { readonly foot: Vector3; readonly instance: number }

/**
 * Places on floors where somebody can stand: nothing above them up to head height, a little room around. In a fixed order.
 *
 * @returns At least one place for a space with a floor; none without.
 */
export function findStandings(scene: TraceScene, caster: RayCaster): Standing[] {
  let found: Standing[] = []
  for (const pitch of PITCHES) {
    found = floorPlaces(scene, pitch)
    const free = keepFree(scene, caster, found)
    if (free.length > 0) found = free
    if (free.length >= ENOUGH) break
  }
  return found
}

function floorPlaces(scene: TraceScene, pitch: number): Standing[] {
  const places: Standing[] = []
  for (const [index, instance] of scene.instances.entries()) {
    if (instance.kind !== 'floor') continue
    for (let t = instance.firstTriangle; t < instance.firstTriangle + instance.triangleCount; t++) {
      const [a, b, c] = corners(scene, t)
      const cross = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
      const lengths = Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]) * Math.hypot(c[0] - a[0], c[1] - a[1])
      if (cross <= 0 || cross < 1e-6 * lengths * LEAST_UP) continue
      if (Math.abs(b[2] - a[2]) > STEP || Math.abs(c[2] - a[2]) > STEP) continue
      const x0 = Math.ceil(Math.min(a[0], b[0], c[0]) / pitch)
      const x1 = Math.floor(Math.max(a[0], b[0], c[0]) / pitch)
      const y0 = Math.ceil(Math.min(a[1], b[1], c[1]) / pitch)
      const y1 = Math.floor(Math.max(a[1], b[1], c[1]) / pitch)
      for (let j = y0; j <= y1; j++) {
        for (let i = x0; i <= x1; i++) {
          // Off the grid by a little, so that no place lies on an edge that two triangles share.
          const [x, y] = [i * pitch + 0.00137, j * pitch + 0.00071]
          const v = ((x - a[0]) * (c[1] - a[1]) - (y - a[1]) * (c[0] - a[0])) / cross
          const w = ((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])) / cross
          if (v < 0 || w < 0 || v + w > 1) continue
          places.push({ foot: [x, y, a[2]], instance: index })
        }
      }
    }
  }
  return places
}

/** Drops places under or beside things: a ray down from head height has to reach the floor, four rays outwards have to go on. */
function keepFree(scene: TraceScene, caster: RayCaster, places: readonly Standing[]): Standing[] {
  const rays = new Float32Array(places.length * 6)
  for (const [i, { foot }] of places.entries()) rays.set([foot[0], foot[1], foot[2] + HEAD, 0, 0, -1], i * 6)
  const hits = new Uint32Array(places.length)
  const where = new Float32Array(places.length * 3)
  caster.closest(rays, places.length, hits, where)
  const open = places.filter((_, i) => {
    if (hits[i] === NO_HIT || where[3 * i]! < HEAD - STEP) return false
    // A place inside a wall or a cupboard sees the back of the floor's cover, or a lid close above.
    return scene.triangleInstance[hits[i]!] !== undefined
  })
  const sides = new Float32Array(open.length * 28)
  for (const [i, { foot }] of open.entries()) {
    for (let side = 0; side < 4; side++) {
      const [x, y] = [
        [1, 0],
        [0, 1],
        [-1, 0],
        [0, -1],
      ][side]! as [number, number]
      sides.set([foot[0], foot[1], foot[2] + 1, x, y, 0, ELBOW], (4 * i + side) * 7)
    }
  }
  const blocked = new Uint8Array(open.length * 4)
  caster.occluded(sides, open.length * 4, blocked)
  return open.filter((_, i) => !blocked[4 * i] && !blocked[4 * i + 1] && !blocked[4 * i + 2] && !blocked[4 * i + 3])
}

function corners(scene: TraceScene, triangle: number): [Vector3, Vector3, Vector3] {
  const at = (k: number): Vector3 => {
    const v = 3 * scene.indices[3 * triangle + k]!
    return [scene.positions[v]!, scene.positions[v + 1]!, scene.positions[v + 2]!]
  }
  return [at(0), at(1), at(2)]
}
