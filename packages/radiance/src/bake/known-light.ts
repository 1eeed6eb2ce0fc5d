import type { TraceScene } from '../scene/trace-scene.ts'
import type { KnownLight } from '../trace/path-tracer.ts'
import type { SiteLight } from './bake.ts'
import type { BakeLayout } from './layout/bake-layout.ts'
import { createSiteBlend, createSiteFinder } from './layout/find-site.ts'

/** A bake as the path tracer asks for light: mixed between the sites round a place. */
export function knownLightOf(bake: { scene: TraceScene; layout: BakeLayout; light: SiteLight }): KnownLight {
  const { soft, all } = bake.light
  const blend = createSiteBlend()
  const finder = createSiteFinder(bake.layout, bake.scene)
  return {
    readSoft: (triangle, b, c, into) => read(soft, triangle, b, c, into),
    readAll: (triangle, b, c, into) => read(all, triangle, b, c, into),
  }

  function read(light: Float32Array, triangle: number, b: number, c: number, into: Float64Array): void {
    finder.blend(triangle, b, c, blend)
    let red = 0
    let green = 0
    let blue = 0
    let sum = 0
    for (let k = 0; k < blend.count; k++) {
      const at = blend.sites[k]! * 3
      if (light[at]! < 0) continue
      const weight = blend.weights[k]!
      sum += weight
      red += weight * light[at]!
      green += weight * light[at + 1]!
      blue += weight * light[at + 2]!
    }
    const scale = sum > 0 ? 1 / sum : 0
    into[0] = red * scale
    into[1] = green * scale
    into[2] = blue * scale
  }
}
