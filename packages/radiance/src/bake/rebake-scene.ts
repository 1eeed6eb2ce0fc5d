import type { TraceScene } from '../scene/trace-scene.ts'
import { shareScene } from '../trace/share-scene.ts'
import { type Bake, bakeGrains, type StoredRays } from './bake.ts'
import type { RayWork } from './bake-job.ts'
import { type BakeOptions, bakeScene, layOut, STRETCH, storeFor } from './bake-scene.ts'
import { type ChangedRays, GONE } from './changed-boxes.ts'
import { FIRST_METAL, FIRST_SKY, packHit, SITE_BITS, SITE_MASK, viaMetal } from './hit-code.ts'
import type { BakeLayout } from './layout/bake-layout.ts'
import { lightSites } from './light-sites.ts'
import { type MatchedSites, matchSites, NONE } from './match-sites.ts'
import { SKY_PARTS } from './portal-light.ts'
import { runStage } from './run-stage.ts'

/** What of a bake the next one takes over. */
export type PreviousBake = Pick<Bake, 'quality' | 'seed' | 'scene' | 'layout' | 'rays'>

/**
 * Finds the light of a scene that differs little from one that was baked: only rays that met what changed, or would meet it now,
 * are sent again. New colours, finishes, brighter lamps and another sky cost no ray at all; another sun only those towards it.
 * Where openings changed everything is found anew. Quality and seed are the earlier bake's.
 *
 * @throws As `bakeScene`.
 */
export async function rebakeScene(
  previous: PreviousBake,
  scene: TraceScene,
  options: Omit<BakeOptions, 'quality' | 'seed'> = {},
): Promise<Bake> {
  const { quality, seed } = previous
  if (!isEqual(previous.scene.portals, scene.portals)) return bakeScene(scene, { ...options, quality, seed })
  const grain = bakeGrains[quality]
  options.onProgress?.({ stage: 'layout', done: 0, total: 1 })
  const layout = layOut(scene, grain.texel)
  const matched = matchSites(previous, { scene, layout })
  const shared = options.shared ?? shareScene(scene, options.pool?.size ?? 0)
  const rays = carryRays(previous, scene, layout, matched, grain.raysPerSite)
  const changes: ChangedRays = {
    boxes: matched.boxes,
    isNew: Uint8Array.from(matched.before, (site) => (site === NONE ? 1 : 0)),
  }
  const work: RayWork = { shared, layout, grain, seed, rays }
  const send = (stage: 'hits' | 'sky' | 'sun', changed: RayWork) =>
    runStage(stage, layout.siteCount, STRETCH, (from, to) => ({ stage, work: changed, from, to }), options)
  const isMoved = matched.boxes.length > 0
  if (isMoved) {
    await send('hits', { ...work, changes })
    await send('sky', { ...work, changes })
  }
  const hasSameSun = isEqual(sunOf(previous.scene), sunOf(scene))
  if (isMoved || !hasSameSun) await send('sun', hasSameSun ? { ...work, changes } : work)
  const known = new Set(previous.rays.lamps.map(({ id }) => id).filter((id) => matched.unchanged.has(id)))
  for (const [lamp, { id }] of rays.lamps.entries()) {
    if (known.has(id) && !isMoved) continue
    const lit = known.has(id) ? { ...work, changes } : work
    const make = (from: number, to: number) => ({ stage: 'lamp', work: lit, lamp, from, to }) as const
    await runStage('lamp', layout.siteCount, STRETCH * 4, make, options)
  }
  const found = { quality, seed, scene, layout, rays }
  return { ...found, light: await lightSites(found, options) }
}

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const sunOf = ({ daylight: { sun } }: TraceScene) => sun && [sun.direction, sun.angularRadius]

/** What rays found, as far as their sites are still there; sites and metals by their new numbers. */
function carryRays(
  previous: PreviousBake,
  scene: TraceScene,
  layout: BakeLayout,
  { before, after, materials }: MatchedSites,
  raysPerSite: number,
): StoredRays {
  const rays = storeFor(scene, layout, raysPerSite)
  const old = previous.rays
  const lamps = rays.lamps.map(({ id }) => old.lamps.find((lamp) => lamp.id === id))
  for (let site = 0; site < layout.siteCount; site++) {
    const from = before[site]!
    if (from === NONE) continue
    rays.standing[site] = old.standing[from]!
    rays.sun[site] = old.sun[from]!
    for (let k = 0; k < SKY_PARTS; k++) rays.sky[site * SKY_PARTS + k] = old.sky[from * SKY_PARTS + k]!
    for (const [number, lamp] of lamps.entries()) {
      if (lamp) rays.lamps[number]!.light[site] = lamp.light[from]!
    }
    for (let k = 0; k < raysPerSite; k++) {
      rays.hits[site * raysPerSite + k] = carryCode(old.hits[from * raysPerSite + k]!, after, materials)
    }
  }
  return rays
}

function carryCode(code: number, after: Uint32Array, materials: Uint16Array): number {
  const low = code & SITE_MASK
  const site = low >= FIRST_SKY ? low : after[low]!
  if (site === NONE) return GONE
  const via = code >>> SITE_BITS
  return packHit(site, via < FIRST_METAL ? via : viaMetal(materials[via - FIRST_METAL]!))
}
