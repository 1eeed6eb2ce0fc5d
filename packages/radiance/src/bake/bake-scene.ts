import type { TraceScene } from '../scene/trace-scene.ts'
import { createRayCaster } from '../trace/create-ray-caster.ts'
import { type Bake, type BakeQuality, bakeGrains } from './bake.ts'
import { gatherHits } from './gather-hits.ts'
import { aimLamp, gatherLamp, lampKeyOf } from './lamp-light.ts'
import { buildLayout } from './layout/build-layout.ts'
import { gatherSky, SKY_PARTS } from './portal-light.ts'
import { directIrradiance, findDonors, siteColors } from './site-light.ts'
import { smoothIndirect } from './smooth-indirect.ts'
import { solveBounces } from './solve-bounces.ts'
import { gatherSun } from './sun-light.ts'

export type BakeOptions = {
  readonly quality?: BakeQuality
  readonly seed?: number
}

export async function bakeScene(scene: TraceScene, options: BakeOptions = {}): Promise<Bake> {
  const { quality = 'normal', seed = 1 } = options
  const grain = bakeGrains[quality]
  const layout = buildLayout(scene, grain.texel)
  const count = layout.siteCount
  const caster = createRayCaster(scene)
  const hits = new Uint32Array(new SharedArrayBuffer(4 * count * grain.raysPerSite))
  const standing = new Uint8Array(new SharedArrayBuffer(count))
  const sky = new Float32Array(new SharedArrayBuffer(4 * count * SKY_PARTS))
  const sun = new Float32Array(new SharedArrayBuffer(4 * count))
  const task = { scene, layout, caster, seed, ...grain }
  const time = (label: string) =>
    process.env.BAKE_TIMES && console.log(label, (process.cpuUsage().user / 1e6).toFixed(2))
  time('layout')
  gatherHits({ ...task, hits, standing }, 0, count)
  time('hits')
  gatherSky({ ...task, sky }, 0, count)
  time('sky')
  gatherSun(task, sun, 0, count)
  time('sun')
  const lamps = scene.lamps.flatMap((lamp) => {
    const target = aimLamp(scene, lamp)
    if (!target) return []
    const { id } = scene.instances[lamp.instance]!
    const light = new Float32Array(new SharedArrayBuffer(4 * count))
    gatherLamp(task, target, lampKeyOf(id), light, 0, count)
    return [{ id, light }]
  })
  time('lamps')
  const stored = { quality, seed, scene, layout, hits, standing, sky, sun, lamps }
  const donors = findDonors(layout, standing)
  const direct = directIrradiance(stored)
  const colors = siteColors(scene, layout)
  time('direct')
  const { indirect, variance } = solveBounces({
    ...stored,
    raysPerSite: grain.raysPerSite,
    colors,
    direct,
    donors,
  })
  time('solve')
  const smooth = smoothIndirect(layout, standing, indirect, variance)
  time('smooth')
  return { ...stored, indirect: smooth }
}
