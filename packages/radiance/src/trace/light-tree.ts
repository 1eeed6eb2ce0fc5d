import type { TraceScene } from '../scene/trace-scene.ts'

/**
 * Picks one of a scene's shining triangles for a point: near and strong ones that face it more often than others. A tree
 * of groups with their power, sphere and cone of normals (after Estévez and Kulla, 2018), so lamps of many triangles and
 * scenes of many lamps cost little.
 */
export type LightTree = {
  readonly triangleCount: number
  /**
   * @param nx, ny, nz Normal of the lit surface. @param random 0 … 1.
   * @returns Index of the triangle; −1: none can shine here. `density` holds the probability of the choice.
   */
  pick(x: number, y: number, z: number, nx: number, ny: number, nz: number, random: number): number
  /** Probability of the last choice. */
  density: number
  /** Probability with which `pick` chooses a triangle for a point; 0 when it is no light. */
  densityOf(triangle: number, x: number, y: number, z: number, nx: number, ny: number, nz: number): number
}

/** Columns per node: centre x, y, z, radius, axis x, y, z, cosine and sine of the cone's half angle, power. */
const STRIDE = 10

type Emitter = {
  readonly triangle: number
  readonly centre: readonly number[]
  readonly radius: number
  readonly normal: readonly number[]
  readonly power: number
}

export function createLightTree(scene: TraceScene): LightTree {
  const emitters = scene.lamps.flatMap(({ triangles }) => Array.from(triangles, (each) => measure(scene, each)))
  const shining = emitters.filter(({ power }) => power > 0)
  const nodes: number[] = []
  // Per node: right child, the left one follows its parent; leaves hold ~triangle.
  const links: number[] = []
  const parents: number[] = []
  const leafOf = new Map<number, number>()
  if (shining.length > 0) grow(shining, -1)
  const columns = Float64Array.from(nodes)
  const tree: LightTree = { triangleCount: shining.length, density: 0, pick, densityOf }
  return tree

  function grow(group: readonly Emitter[], parent: number): void {
    const node = links.length
    links.push(0)
    parents.push(parent)
    nodes.push(...summarise(group))
    if (group.length === 1) {
      links[node] = ~group[0]!.triangle
      leafOf.set(group[0]!.triangle, node)
      return
    }
    const [left, right] = divide(group)
    grow(left, node)
    links[node] = links.length
    grow(right, node)
  }

  function pick(x: number, y: number, z: number, nx: number, ny: number, nz: number, random: number): number {
    tree.density = 1
    if (links.length === 0) return -1
    let node = 0
    let rest = random
    while (links[node]! >= 0) {
      const share = shareOfLeft(node, x, y, z, nx, ny, nz)
      if (share < 0) return -1
      const goesLeft = rest < share
      rest = goesLeft ? rest / share : (rest - share) / (1 - share)
      tree.density *= goesLeft ? share : 1 - share
      node = goesLeft ? node + 1 : links[node]!
    }
    return ~links[node]!
  }

  function densityOf(triangle: number, x: number, y: number, z: number, nx: number, ny: number, nz: number): number {
    let node = leafOf.get(triangle)
    if (node === undefined) return 0
    let density = 1
    for (let parent = parents[node]!; parent >= 0; parent = parents[parent]!) {
      const share = shareOfLeft(parent, x, y, z, nx, ny, nz)
      if (share < 0) return 0
      density *= node === parent + 1 ? share : 1 - share
      node = parent
    }
    return density
  }

  /** −1: neither child can shine here. */
  function shareOfLeft(node: number, x: number, y: number, z: number, nx: number, ny: number, nz: number): number {
    const left = importance(STRIDE * (node + 1), x, y, z, nx, ny, nz)
    const right = importance(STRIDE * links[node]!, x, y, z, nx, ny, nz)
    return left + right > 0 ? left / (left + right) : -1
  }

  function importance(at: number, x: number, y: number, z: number, nx: number, ny: number, nz: number): number {
    const [dx, dy, dz] = [columns[at]! - x, columns[at + 1]! - y, columns[at + 2]! - z]
    const radius = columns[at + 3]!
    const square = dx * dx + dy * dy + dz * dz
    const power = columns[at + 9]!
    // Within the group's sphere it may shine from anywhere.
    if (square <= radius * radius) return power / (radius * radius)
    const distance = Math.sqrt(square)
    const sinSpread = radius / distance
    const cosSpread = Math.sqrt(Math.max(0, 1 - sinSpread * sinSpread))
    const [ux, uy, uz] = [dx / distance, dy / distance, dz / distance]
    const lit = cosineLess(nx * ux + ny * uy + nz * uz, cosSpread, sinSpread)
    if (lit <= 0) return 0
    const off = -(columns[at + 4]! * ux + columns[at + 5]! * uy + columns[at + 6]! * uz)
    const [cosCone, sinCone] = [columns[at + 7]!, columns[at + 8]!]
    // The cone of normals widened by how wide the group is seen.
    const cosWide = cosCone * cosSpread - sinCone * sinSpread
    const sinWide = sinCone * cosSpread + cosCone * sinSpread
    const shining = cosCone <= -1 || sinWide < 0 ? 1 : cosineLess(off, cosWide, sinWide)
    return shining > 0 ? (power * lit * shining) / square : 0
  }
}

/** Cosine of an angle made smaller by another, 1 where nothing is left of it. */
function cosineLess(cosine: number, cosOther: number, sinOther: number): number {
  if (cosine >= cosOther) return 1
  return cosine * cosOther + Math.sqrt(Math.max(0, 1 - cosine * cosine)) * sinOther
}

function measure({ positions, indices, materials, triangleMaterial }: TraceScene, triangle: number): Emitter {
  const corners = [0, 1, 2].map((corner) => {
    const vertex = indices[3 * triangle + corner]!
    return [positions[3 * vertex]!, positions[3 * vertex + 1]!, positions[3 * vertex + 2]!]
  })
  const [a, b, c] = corners as [number[], number[], number[]]
  const u = b.map((value, axis) => value - a[axis]!)
  const v = c.map((value, axis) => value - a[axis]!)
  const cross = [u[1]! * v[2]! - u[2]! * v[1]!, u[2]! * v[0]! - u[0]! * v[2]!, u[0]! * v[1]! - u[1]! * v[0]!]
  const double = Math.hypot(...cross)
  const centre = a.map((value, axis) => (value + b[axis]! + c[axis]!) / 3)
  const radius = Math.max(...corners.map((corner) => Math.hypot(...corner.map((each, axis) => each - centre[axis]!))))
  const { emission } = materials[triangleMaterial[triangle]!]!
  const strength = 0.2126 * emission[0] + 0.7152 * emission[1] + 0.0722 * emission[2]
  return {
    triangle,
    centre,
    radius,
    normal: double > 0 ? cross.map((value) => value / double) : [0, 0, 1],
    power: double > 0 ? (strength * double) / 2 : 0,
  }
}

function summarise(group: readonly Emitter[]): number[] {
  const power = group.reduce((sum, each) => sum + each.power, 0)
  const weigh = (of: (each: Emitter) => readonly number[]) =>
    [0, 1, 2].map((axis) => group.reduce((sum, each) => sum + each.power * of(each)[axis]!, 0) / power)
  const centre = weigh(({ centre }) => centre)
  const radius = Math.max(
    ...group.map((each) => each.radius + Math.hypot(...each.centre.map((value, axis) => value - centre[axis]!))),
  )
  const mean = weigh(({ normal }) => normal)
  const length = Math.hypot(...mean)
  if (length < 1e-3) return [...centre, radius, 0, 0, 1, -1, 0, power]
  const axis = mean.map((value) => value / length)
  const cosine = Math.min(...group.map(({ normal }) => normal.reduce((sum, value, i) => sum + value * axis[i]!, 0)))
  const cone = Math.min(1, Math.max(-1, cosine))
  return [...centre, radius, ...axis, cone, Math.sqrt(1 - cone * cone), power]
}

/** In two halves along the longest side of the box around the centres. */
function divide(group: readonly Emitter[]): [Emitter[], Emitter[]] {
  const spans = [0, 1, 2].map((axis) => {
    const values = group.map(({ centre }) => centre[axis]!)
    return Math.max(...values) - Math.min(...values)
  })
  const axis = spans.indexOf(Math.max(...spans))
  const sorted = [...group].sort(
    (one, other) => one.centre[axis]! - other.centre[axis]! || one.triangle - other.triangle,
  )
  const middle = widestGap(sorted, axis)
  return [sorted.slice(0, middle), sorted.slice(middle)]
}

/** Lamps stand apart: the widest gap parts them; without a clear one the middle does. */
function widestGap(sorted: readonly Emitter[], axis: number): number {
  let widest = 0
  let place = 0
  for (let index = 1; index < sorted.length; index++) {
    const gap = sorted[index]!.centre[axis]! - sorted[index - 1]!.centre[axis]!
    if (gap > widest) [widest, place] = [gap, index]
  }
  const span = sorted.at(-1)!.centre[axis]! - sorted[0]!.centre[axis]!
  return widest > span / 4 ? place : sorted.length >> 1
}
