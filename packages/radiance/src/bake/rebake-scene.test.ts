import { describe, expect, it } from 'vitest'
import type { SurfaceMaterial, TraceScene } from '../scene/trace-scene.ts'
import { bakeScene } from './bake-scene.ts'
import { boxAt, roomTriangles, sceneOfThings, sheet } from './bake-test-scenes.ts'
import { rebakeScene } from './rebake-scene.ts'

type Change = { readonly chairAt?: number; readonly walls?: Partial<SurfaceMaterial>; readonly lampAt?: number }

const sun = { direction: [0.6, 0, 0.8], irradiance: [50, 48, 44], angularRadius: 0.01 } as const
const dusk: TraceScene['daylight'] = {
  sky: { zenith: [1, 1, 2], horizon: [2, 1, 1], ground: [0.2, 0.2, 0.2] },
}

/** A room with a hole in its ceiling for sky and sun, a lamp, a table, a chair and a metal chest. */
function room(
  { chairAt = 0.3, walls = {}, lampAt = 0.3 }: Change,
  daylight: TraceScene['daylight'] = { sun, ...dusk },
) {
  const top = (triangle: readonly number[]) => triangle[2] === 1.8 && triangle[5] === 1.8 && triangle[8] === 1.8
  const ceiling = [...sheet([0, 0], [1.4, 2], 1.8, 'down'), ...sheet([1.4, 0.8], [2.4, 2], 1.8, 'down')]
  const shell = [...roomTriangles(2.4, 2, 1.8).filter((triangle) => !top(triangle)), ...ceiling]
  return sceneOfThings(
    [
      { id: 'chair', triangles: boxAt([chairAt, 0.3, 0], [0.3, 0.3, 0.4]), material: { albedo: [0.6, 0.3, 0.2] } },
      { id: 'shell', triangles: shell, material: { roughness: 0.4, ...walls } },
      {
        id: 'lamp',
        triangles: sheet([lampAt, 1], [lampAt + 0.2, 1.2], 1.7, 'down'),
        material: { emission: [9, 8, 6] },
      },
      { id: 'chest', triangles: boxAt([1.6, 1.3, 0.1], [0.5, 0.5, 0.4]), material: { metalness: 1, roughness: 0.6 } },
    ],
    {
      daylight,
      portals: [{ opening: 'roof', corner: [1.4, 0, 1.8], edgeA: [1, 0, 0], edgeB: [0, 0.8, 0], inward: [0, 0, -1] }],
    },
  )
}

const options = { quality: 'preview' } as const

/** Bakes the one from the other and from nothing; how far the light of the two lies apart, of the mean, at 99 % of sites. */
async function distance(from: TraceScene, to: TraceScene): Promise<number> {
  const again = await rebakeScene(await bakeScene(from, options), to)
  const fresh = await bakeScene(to, options)
  const mean = fresh.light.all.reduce((sum, value) => sum + Math.max(0, value), 0) / fresh.light.all.length
  const apart = fresh.light.all.map((value, at) => Math.abs(value - again.light.all[at]!) / mean).sort()
  return apart[Math.floor(apart.length * 0.99)]!
}

describe('a bake out of an earlier one', () => {
  it('is the same as one from nothing when a chair has moved', async () => {
    expect(await distance(room({}), room({ chairAt: 0.5 }))).toBeLessThan(1e-4)
  })

  it('is the same as one from nothing when a lamp has moved', async () => {
    expect(await distance(room({}), room({ lampAt: 0.9 }))).toBeLessThan(5e-3)
  })

  it('is the same as one from nothing in other colours and another light', async () => {
    expect(await distance(room({}), room({ walls: { albedo: [0.2, 0.5, 0.4] } }))).toBeLessThan(1e-4)
    expect(await distance(room({}), room({}, dusk))).toBeLessThan(1e-4)
    expect(await distance(room({}, dusk), room({}))).toBeLessThan(1e-4)
  })

  it('sends no ray for other colours', async () => {
    const before = await bakeScene(room({}), options)
    const stages = new Set<string>()
    const onProgress = ({ stage }: { stage: string }) => stages.add(stage)
    await rebakeScene(before, room({ walls: { albedo: [0.2, 0.5, 0.4] } }), { onProgress })
    expect([...stages].sort()).toEqual(['bounce', 'layout', 'smooth'])
  })

  it('shows what changed: it does not stay as it was', async () => {
    const before = await bakeScene(room({}), options)
    const after = await rebakeScene(before, room({ walls: { albedo: [0.1, 0.1, 0.1] } }))
    const mean = ({ light }: typeof before) => light.soft.reduce((sum, value) => sum + Math.max(0, value), 0)
    expect(mean(after)).toBeLessThan(0.8 * mean(before))
  })
})
