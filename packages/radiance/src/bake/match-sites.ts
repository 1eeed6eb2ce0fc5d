import type { SurfaceMaterial, TraceScene } from '../scene/trace-scene.ts'
import type { BakeLayout } from './layout/bake-layout.ts'

/** Which sites two layouts of a space share. */
export type MatchedSites = {
  /** Per site of the later layout: the same one of the earlier, `NONE` where there was none. */
  readonly before: Uint32Array
  /** Per site of the earlier layout: the same one of the later, `NONE` where there is none. */
  readonly after: Uint32Array
  /** Per material of the earlier scene: one of the later scene's that stands in its place. */
  readonly materials: Uint16Array
  /** Six numbers a box: lowest and highest corner of everything that went or came, metres. */
  readonly boxes: Float64Array
  /** Record ids of what stands as it stood. */
  readonly unchanged: ReadonlySet<string>
}

export const NONE = 0xffffffff

/** What lets this much more or less light pass, or is metal now and was not, sends rays other ways. */
const SAME_OPTICS = 0.3

type Laid = { readonly scene: TraceScene; readonly layout: BakeLayout }

/** Compares by geometry and by whether surfaces are clear or metal; colours and finish may differ. */
export function matchSites(earlier: Laid, later: Laid): MatchedSites {
  const before = new Uint32Array(later.layout.siteCount).fill(NONE)
  const after = new Uint32Array(earlier.layout.siteCount).fill(NONE)
  const materials = Uint16Array.from(earlier.scene.materials, (_, number) => number)
  const numbers = new Map(earlier.scene.instances.map(({ id }, number) => [id, number]))
  const unchanged = new Set<string>()
  const boxes: number[] = []
  for (const [number, { id }] of later.scene.instances.entries()) {
    const old = numbers.get(id)
    if (old === undefined || !isSame(earlier, old, later, number)) {
      boxes.push(...boxOf(later.scene, number))
      continue
    }
    unchanged.add(id)
    numbers.delete(id)
    const [from, to] = [earlier.layout.instanceFirstSite[old]!, later.layout.instanceFirstSite[number]!]
    const count = later.layout.instanceFirstSite[number + 1]! - to
    for (let k = 0; k < count; k++) {
      before[to + k] = from + k
      after[from + k] = to + k
    }
    eachTriangle(earlier.scene, old, later.scene, number, (a, b) => {
      materials[earlier.scene.triangleMaterial[a]!] = later.scene.triangleMaterial[b]!
    })
  }
  for (const gone of numbers.values()) boxes.push(...boxOf(earlier.scene, gone))
  return { before, after, materials, boxes: Float64Array.from(boxes), unchanged }
}

function isSame(earlier: Laid, old: number, later: Laid, number: number): boolean {
  const [a, b] = [earlier.scene.instances[old]!, later.scene.instances[number]!]
  if (a.triangleCount !== b.triangleCount) return false
  const sites = ({ layout }: Laid, k: number) => layout.instanceFirstSite[k + 1]! - layout.instanceFirstSite[k]!
  if (sites(earlier, old) !== sites(later, number)) return false
  let same = true
  eachTriangle(earlier.scene, old, later.scene, number, (s, t) => {
    same &&= isSameTriangle(earlier.scene, s, later.scene, t)
  })
  return same
}

function eachTriangle(
  earlier: TraceScene,
  old: number,
  later: TraceScene,
  number: number,
  visit: (a: number, b: number) => void,
): void {
  const [a, b] = [earlier.instances[old]!, later.instances[number]!]
  for (let k = 0; k < b.triangleCount; k++) visit(a.firstTriangle + k, b.firstTriangle + k)
}

function isSameTriangle(a: TraceScene, s: number, b: TraceScene, t: number): boolean {
  for (let corner = 0; corner < 3; corner++) {
    const [p, q] = [a.indices[3 * s + corner]! * 3, b.indices[3 * t + corner]! * 3]
    for (let k = 0; k < 3; k++) {
      if (a.positions[p + k] !== b.positions[q + k] || a.normals[p + k] !== b.normals[q + k]) return false
    }
  }
  return hasSameOptics(a.materials[a.triangleMaterial[s]!]!, b.materials[b.triangleMaterial[t]!]!)
}

const hasSameOptics = (a: SurfaceMaterial, b: SurfaceMaterial): boolean =>
  a.transmission > 0 === b.transmission > 0 &&
  Math.abs(a.transmission - b.transmission) < SAME_OPTICS &&
  Math.abs(a.metalness - b.metalness) < SAME_OPTICS

/** A little larger than the thing: rays that graze it count as meeting it. */
const MARGIN = 2e-3

function boxOf({ positions, indices, instances }: TraceScene, instance: number): number[] {
  const { firstTriangle, triangleCount } = instances[instance]!
  const low = [Infinity, Infinity, Infinity]
  const high = [-Infinity, -Infinity, -Infinity]
  for (let corner = firstTriangle * 3; corner < (firstTriangle + triangleCount) * 3; corner++) {
    for (let k = 0; k < 3; k++) {
      const value = positions[indices[corner]! * 3 + k]!
      low[k] = Math.min(low[k]!, value - MARGIN)
      high[k] = Math.max(high[k]!, value + MARGIN)
    }
  }
  return [...low, ...high]
}
