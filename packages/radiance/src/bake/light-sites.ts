import { type Bake, bakeGrains, type SiteLight } from './bake.ts'
import { STANDING } from './gather-hits.ts'
import type { StageOptions } from './run-stage.ts'
import { directIrradiance, findDonors, siteColors, skyIrradiance } from './site-light.ts'
import { smoothIndirect } from './smooth-indirect.ts'
import { lendLight, solveBounces } from './solve-bounces.ts'

/** The light of all sites out of the stored rays: no ray is sent. */
export async function lightSites(bake: Omit<Bake, 'light'>, options: StageOptions): Promise<SiteLight> {
  const { scene, layout, rays, quality } = bake
  const donors = findDonors(layout, rays.standing)
  const soft = skyIrradiance(bake)
  const all = directIrradiance(bake)
  const colors = siteColors(scene, layout)
  const { raysPerSite } = bakeGrains[quality]
  const start = { scene, raysPerSite, rays, colors, direct: all, donors }
  const { indirect, variance } = await solveBounces(start, options)
  const smooth = await smoothIndirect(layout, rays.standing, indirect, variance, options)
  for (let at = 0; at < smooth.length; at++) {
    soft[at]! += smooth[at]!
    all[at]! += smooth[at]!
  }
  for (let site = 0; site < layout.siteCount; site++) {
    if (rays.standing[site] !== STANDING.inside) continue
    soft[site * 3] = -1
    all[site * 3] = -1
  }
  lendLight(donors, soft)
  lendLight(donors, all)
  return { soft, all }
}
