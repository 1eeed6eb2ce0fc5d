import type { KnownLight } from '../trace/path-tracer.ts'
import type { Bake } from './bake.ts'
import { STANDING } from './gather-hits.ts'
import { createSiteBlend, createSiteFinder } from './layout/find-site.ts'
import { directIrradiance, findDonors, skyIrradiance } from './site-light.ts'
import { lendLight } from './solve-bounces.ts'

/** A bake as the path tracer asks for light: mixed between the sites round a place. */
export function knownLightOf(bake: Bake): KnownLight {
  const { scene, layout, standing, indirect } = bake
  const donors = findDonors(layout, standing)
  const soft = skyIrradiance(bake)
  const all = directIrradiance(bake)
  for (let at = 0; at < indirect.length; at++) {
    soft[at]! += indirect[at]!
    all[at]! += indirect[at]!
  }
  lendLight(donors, soft)
  lendLight(donors, all)
  /** Sites that lie in something and have no light to show. */
  const isDark = standing.map((one) => (one === STANDING.inside ? 1 : 0))
  for (let k = 0; k < donors.length; k += 2) isDark[donors[k]!] = 0
  const blend = createSiteBlend()
  const finder = createSiteFinder(layout, scene)
  return {
    readSoft: (triangle, b, c, into) => read(soft, triangle, b, c, into),
    readAll: (triangle, b, c, into) => read(all, triangle, b, c, into),
  }

  function read(light: Float32Array, triangle: number, b: number, c: number, into: Float64Array): void {
    finder.blend(triangle, b, c, blend)
    let [red, green, blue, sum] = [0, 0, 0, 0]
    for (let k = 0; k < blend.count; k++) {
      const site = blend.sites[k]!
      if (isDark[site]) continue
      const weight = blend.weights[k]!
      sum += weight
      red += weight * light[site * 3]!
      green += weight * light[site * 3 + 1]!
      blue += weight * light[site * 3 + 2]!
    }
    const scale = sum > 0 ? 1 / sum : 0
    into[0] = red * scale
    into[1] = green * scale
    into[2] = blue * scale
  }
}
