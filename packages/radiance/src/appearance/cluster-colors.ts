import type { Lab } from './oklab.ts'

export type ColorCluster = { readonly lab: Lab; readonly share: number }

const ROUNDS = 14
/** Clusters nearer than this are one colour. */
const SAME = 0.045

/**
 * k-means in OKLab, deterministic: the first centre is the mean, each further one the colour furthest from all before.
 *
 * @returns At most `count` colours, the largest first; shares add up to 1. Empty without colours.
 */
export function clusterColors(colors: readonly Lab[], count: number): ColorCluster[] {
  if (colors.length === 0) return []
  let centers = seedCenters(colors, count)
  let sizes: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const sums = centers.map(() => [0, 0, 0, 0])
    for (const color of colors) {
      const sum = sums[nearest(color, centers)]!
      for (let axis = 0; axis < 3; axis++) sum[axis]! += color[axis]!
      sum[3]!++
    }
    sizes = sums.map((sum) => sum[3]!)
    const next = centers.map((center, k): Lab => {
      const [l, a, b, n] = sums[k] as [number, number, number, number]
      return n > 0 ? [l / n, a / n, b / n] : center
    })
    if (next.every((center, k) => distance(center, centers[k]!) < 1e-4)) break
    centers = next
  }
  const found = centers.map((lab, k) => ({ lab, share: sizes[k]! / colors.length })).filter(({ share }) => share > 0)
  return merge(found.sort((p, q) => q.share - p.share))
}

function seedCenters(colors: readonly Lab[], count: number): Lab[] {
  const mean: Lab = [0, 1, 2].map((axis) => colors.reduce((sum, c) => sum + c[axis]!, 0) / colors.length) as never
  const centers = [mean]
  const far = colors.map((color) => distance(color, mean))
  while (centers.length < count) {
    const at = far.reduce((best, value, k) => (value > far[best]! ? k : best), 0)
    if (far[at]! < SAME / 2) break
    const center = colors[at]!
    centers.push(center)
    for (let k = 0; k < colors.length; k++) far[k] = Math.min(far[k]!, distance(colors[k]!, center))
  }
  return centers
}

function nearest(color: Lab, centers: readonly Lab[]): number {
  let best = 0
  let least = Infinity
  for (let k = 0; k < centers.length; k++) {
    const apart = distance(color, centers[k]!)
    if (apart < least) [best, least] = [k, apart]
  }
  return best
}

function distance(p: Lab, q: Lab): number {
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
}

function merge(clusters: readonly ColorCluster[]): ColorCluster[] {
  const kept: { lab: Lab; share: number }[] = []
  for (const cluster of clusters) {
    const twin = kept.find(({ lab }) => distance(lab, cluster.lab) < SAME)
    if (!twin) {
      kept.push({ ...cluster })
      continue
    }
    const share = twin.share + cluster.share
    twin.lab = [0, 1, 2].map(
      (axis) => (twin.lab[axis]! * twin.share + cluster.lab[axis]! * cluster.share) / share,
    ) as never
    twin.share = share
  }
  return kept.sort((p, q) => q.share - p.share)
}
