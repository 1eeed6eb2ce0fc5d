import type { Bake, SiteLight } from '../bake/bake.ts'
import { sharedFloats } from '../bake/shared-array.ts'

const made = new WeakMap<SiteLight, SiteLight>()

/**
 * The light of a bake with the lamps' in `soft` too. Lamps have a size, so their light is smooth enough to be read from the sites;
 * the sun's shadows are not, and are looked for ray by ray.
 */
export function sunlessLight(bake: Bake): SiteLight {
  const known = made.get(bake.light)
  if (known) return known
  const { all } = bake.light
  const sun = bake.scene.daylight.sun?.irradiance
  const soft = sun ? sharedFloats(all.length) : all
  for (let at = 0; sun && at < all.length; at += 3) {
    // Below 0 in the first number: no light to show.
    const isDark = all[at]! < 0
    const share = isDark ? 0 : bake.rays.sun[at / 3]!
    for (let c = 0; c < 3; c++) soft[at + c] = isDark ? all[at + c]! : Math.max(0, all[at + c]! - share * sun[c]!)
  }
  const light = { soft, all }
  made.set(bake.light, light)
  return light
}
