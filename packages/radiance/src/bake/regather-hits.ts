import { type ChangedRays, GONE, meetsBoxes } from './changed-boxes.ts'
import { createHitTracer, type Gathering, judgeSite, STANDING, TRIAL } from './gather-hits.ts'
import { FIRST_SKY, SITE_BITS, SITE_MASK } from './hit-code.ts'
import { createRayFan } from './site-rays.ts'

/** As `gatherHits`, but sends only rays whose way has changed. Rays that were bent are always sent again. */
export function regatherHits(g: Gathering, { boxes, isNew }: ChangedRays, from: number, to: number): void {
  const { raysPerSite, hits, standing, layout } = g
  const tracer = createHitTracer(g)
  const fan = createRayFan(layout, g.seed)
  const ray6 = new Float32Array(6)
  const isStale = new Uint8Array(raysPerSite * (to - from))
  for (let site = from; site < to; site++) {
    const stale = isStale.subarray((site - from) * raysPerSite, (site - from + 1) * raysPerSite)
    if (isNew[site]) stale.fill(1)
    else findStale(site, stale)
    tracer.add(site, 0, TRIAL, stale)
  }
  tracer.flush()
  for (let site = from; site < to; site++) {
    const was = isNew[site] ? STANDING.inside : standing[site]
    if (judgeSite(g, site) !== STANDING.full) continue
    const stale = isStale.subarray((site - from) * raysPerSite, (site - from + 1) * raysPerSite)
    tracer.add(site, TRIAL, raysPerSite, was === STANDING.full ? stale : undefined)
  }
  tracer.flush()

  function findStale(site: number, stale: Uint8Array): void {
    fan.begin(site)
    for (let ray = 0; ray < raysPerSite; ray++) {
      const code = hits[site * raysPerSite + ray]!
      if (code === GONE || code >>> SITE_BITS !== 0) stale[ray] = 1
      else {
        fan.write(ray, ray6, 0)
        stale[ray] = meetsBoxes(boxes, ray6, 0, reachOf(code & SITE_MASK)) ? 1 : 0
      }
    }
  }

  /** Metres to the site that a ray met, a little more; infinite where it met none. */
  function reachOf(low: number): number {
    if (low >= FIRST_SKY) return Number.POSITIVE_INFINITY
    let square = 0
    for (let k = 0; k < 3; k++) square += (layout.sitePlace[low * 6 + k]! - ray6[k]!) ** 2
    return Math.sqrt(square) + 2 * layout.texel
  }
}
