import type { TraceScene } from '../scene/trace-scene.ts'
import { createSurface, createSurfaceReader } from '../trace/surface.ts'
import type { Bake } from './bake.ts'
import { STANDING } from './gather-hits.ts'
import type { BakeLayout } from './layout/bake-layout.ts'
import { BORROWED } from './layout/bake-layout.ts'
import { SKY_PARTS } from './portal-light.ts'
import { sharedFloats } from './shared-array.ts'

/** Colour of the surface at every site, three numbers a site. */
export function siteColors(scene: TraceScene, layout: BakeLayout): Float32Array {
  const read = createSurfaceReader(scene)
  const surface = createSurface()
  const colors = new Float32Array(layout.siteCount * 3)
  for (let site = 0; site < layout.siteCount; site++) {
    const at = site * 6 + 3
    const { sitePlace: place, siteWhere: where } = layout
    read(
      layout.siteTriangle[site]!,
      where[site * 2]!,
      where[site * 2 + 1]!,
      -place[at]!,
      -place[at + 1]!,
      -place[at + 2]!,
      surface,
    )
    colors.set(surface.albedo, site * 3)
  }
  return colors
}

type Lit = Pick<Bake, 'scene' | 'layout' | 'rays'>

/** Irradiance of the sky through portals, klx, three numbers a site; soft enough to live in the sites. */
export function skyIrradiance({ scene, layout, rays: { sky } }: Lit): Float32Array {
  const { zenith, horizon, ground } = scene.daylight.sky
  const result = sharedFloats(layout.siteCount * 3)
  for (let site = 0; site < layout.siteCount; site++) {
    for (let channel = 0; channel < 3; channel++) {
      result[site * 3 + channel] =
        sky[site * SKY_PARTS]! * zenith[channel]! +
        sky[site * SKY_PARTS + 1]! * horizon[channel]! +
        sky[site * SKY_PARTS + 2]! * ground[channel]!
    }
  }
  return result
}

/** Irradiance straight from sky, sun and lamps, klx, three numbers a site. */
export function directIrradiance(bake: Lit): Float32Array {
  const { scene, layout } = bake
  const { sun, lamps } = bake.rays
  const result = skyIrradiance(bake)
  const light = scene.daylight.sun?.irradiance
  if (light) {
    for (let site = 0; site < layout.siteCount; site++) {
      for (let channel = 0; channel < 3; channel++) result[site * 3 + channel]! += sun[site]! * light[channel]!
    }
  }
  for (const lamp of lamps) {
    const flux = scene.lamps.find(({ instance }) => scene.instances[instance]!.id === lamp.id)?.flux
    if (!flux) continue
    for (let site = 0; site < layout.siteCount; site++) {
      const share = lamp.light[site]!
      if (share === 0) continue
      for (let channel = 0; channel < 3; channel++) result[site * 3 + channel]! += share * flux[channel]!
    }
  }
  return result
}

/**
 * Sites that lie in something, each followed by the site that lends it its light: the nearest free one of its chart.
 * Sites for which there is none are left out.
 */
export function findDonors(layout: BakeLayout, standing: Uint8Array): Uint32Array {
  const pairs: number[] = []
  const { chartGrid: grid, cells } = layout
  for (let chart = 0; chart < grid.length / 3; chart++) {
    const columns = grid[chart * 3]!
    const rows = grid[chart * 3 + 1]!
    const first = grid[chart * 3 + 2]!
    lendInChart(columns, rows, (cell) => cells[first + cell]!, standing, pairs)
  }
  return Uint32Array.from(pairs)
}

function lendInChart(
  columns: number,
  rows: number,
  siteAt: (cell: number) => number,
  standing: Uint8Array,
  pairs: number[],
): void {
  const donor = new Int32Array(columns * rows).fill(-1)
  let front: number[] = []
  let needy = 0
  for (let cell = 0; cell < donor.length; cell++) {
    const site = siteAt(cell)
    if (site & BORROWED) continue
    if (standing[site] === STANDING.inside) needy++
    else {
      donor[cell] = site
      front.push(cell)
    }
  }
  while (needy > 0 && front.length > 0) {
    const next: number[] = []
    for (const cell of front) {
      const x = cell % columns
      const around = [x > 0 ? cell - 1 : -1, x < columns - 1 ? cell + 1 : -1, cell - columns, cell + columns]
      for (const other of around) {
        if (other < 0 || other >= donor.length || donor[other] !== -1) continue
        donor[other] = donor[cell]!
        next.push(other)
        const site = siteAt(other)
        if (site & BORROWED) continue
        pairs.push(site, donor[cell]!)
        needy--
      }
    }
    front = next
  }
}
