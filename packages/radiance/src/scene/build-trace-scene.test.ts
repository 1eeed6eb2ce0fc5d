import { kinds } from '@enfilade/catalogue'
import { createRandom } from '@enfilade/geometry'
import { parseSceneJson } from '@enfilade/language'
import { readScene, type Scene } from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import { createRayCaster } from '../trace/create-ray-caster.ts'
import { NO_HIT } from '../trace/ray-caster.ts'
import { buildTraceScene } from './build-trace-scene.ts'
import { luminance } from './color.ts'
import { categoryLabel, labelIndex } from './semantic-labels.ts'
import { semanticPalette } from './semantic-palette.ts'
import { triangleArea } from './trace-builder.ts'
import type { TraceScene } from './trace-scene.ts'

/** A room of 4 by 3 m with a window in the far wall and a door in the near one. */
function room(objects: object[] = [], doorOpen = 0, elevation = 0): Scene {
  const polygon = [
    [0, 0],
    [4, 0],
    [4, 3],
    [0, 3],
  ]
  const { document } = parseSceneJson({
    format: 'enfilade.scene/1',
    levels: [{ id: 'l', name: 'l', elevation, height: 2.8 }],
    rooms: [{ id: 'r', level: 'l', type: 'living_room', name: 'r', polygon }],
    openings: [
      { id: 'w', kind: 'window', center: [2, 3.06, elevation + 1.6], width: 1.6, height: 1.4, swing: 'none' },
      {
        id: 'd',
        kind: 'door',
        center: [1, -0.06, elevation + 1.05],
        width: 0.9,
        height: 2.1,
        swing: 'left-in',
        open: doorOpen,
      },
    ],
    objects,
  })
  return readScene(document)
}

const thing = (id: string, category: string, more: object = {}) => ({
  id,
  category,
  label: id,
  center: [2, 1.5, 0.4],
  yaw: 0.4,
  size: [0.5, 0.5, 0.8],
  mount: 'floor',
  ...more,
})

/** What rays from inside the room meet first: by kind, and how often nothing. */
function lookAround(scene: TraceScene, from: readonly [number, number, number], count: number) {
  const random = createRandom(7)
  const rays = new Float32Array(count * 6)
  for (let i = 0; i < count; i++) {
    const z = random() * 2 - 1
    const a = random() * 2 * Math.PI
    const r = Math.sqrt(1 - z * z)
    rays.set([...from, r * Math.cos(a), r * Math.sin(a), z], i * 6)
  }
  const hits = new Uint32Array(count)
  createRayCaster(scene).closest(rays, count, hits, new Float32Array(count * 3))
  const seen: Record<string, number> = {}
  for (const hit of hits) {
    const kind = hit === NO_HIT ? 'nothing' : scene.instances[scene.triangleInstance[hit]!]!.kind
    seen[kind] = (seen[kind] ?? 0) + 1
  }
  return seen
}

describe('a scene as rays see it', () => {
  it('has an instance for every wall, floor, ceiling, opening and item, with its triangles together', () => {
    const scene = buildTraceScene(room([thing('b', 'armchair'), thing('a', 'plant', { center: [3, 2, 0.4] })]))
    expect(scene.instances.map(({ kind }) => kind).join(' ')).toBe(
      'wall wall wall wall floor ceiling door window item item',
    )
    let next = 0
    for (const [index, { firstTriangle, triangleCount }] of scene.instances.entries()) {
      expect(firstTriangle).toBe(next)
      expect(triangleCount).toBeGreaterThan(0)
      expect([...scene.triangleInstance.subarray(next, next + triangleCount)].every((own) => own === index)).toBe(true)
      next += triangleCount
    }
    expect(next).toBe(scene.triangleMaterial.length)
  })

  it('is the same bytes for the same scene', () => {
    const build = () => buildTraceScene(room([thing('a', 'floor_lamp', { state: { on: true } })]))
    expect(build()).toEqual(build())
  })

  it('lets no ray out of a closed room', () => {
    const seen = lookAround(buildTraceScene(room()), [2, 1.5, 1.2], 20000)
    expect(seen.nothing).toBeUndefined()
    expect(seen.window).toBeGreaterThan(200)
  })

  it('opens a door as far as it is open', () => {
    expect(lookAround(buildTraceScene(room([], 1)), [1, 1.5, 1.2], 4000).nothing).toBeGreaterThan(50)
  })

  it('faces floors up, ceilings down and walls out of themselves', () => {
    const { instances, normals, indices, positions } = buildTraceScene(room())
    for (const { kind, firstTriangle, triangleCount } of instances) {
      for (let t = firstTriangle; t < firstTriangle + triangleCount; t++) {
        const [a, b, c] = [indices[t * 3]! * 3, indices[t * 3 + 1]! * 3, indices[t * 3 + 2]! * 3]
        const u = [0, 1, 2].map((k) => positions[b + k]! - positions[a + k]!)
        const v = [0, 1, 2].map((k) => positions[c + k]! - positions[a + k]!)
        const cross = [u[1]! * v[2]! - u[2]! * v[1]!, u[2]! * v[0]! - u[0]! * v[2]!, u[0]! * v[1]! - u[1]! * v[0]!]
        expect([0, 1, 2].reduce((sum, k) => sum + cross[k]! * normals[a + k]!, 0)).toBeGreaterThan(0)
        if (kind === 'floor') expect(normals[a + 2]).toBe(1)
        if (kind === 'ceiling') expect(normals[a + 2]).toBe(-1)
      }
    }
  })

  it('stands on its level’s elevation', () => {
    const { bounds, portals } = buildTraceScene(room([], 0, 3))
    expect(bounds.min[2]).toBeCloseTo(2.98)
    expect(bounds.max[2]).toBeCloseTo(5.8)
    expect(portals[0]!.corner[2]).toBeGreaterThan(3.8)
  })

  it('takes daylight in through windows and open doors, and nothing else', () => {
    expect(buildTraceScene(room()).portals.map(({ opening, inward }) => [opening, ...inward])).toEqual([
      ['w', expect.closeTo(0), expect.closeTo(-1), 0],
    ])
    expect(buildTraceScene(room([], 0.7)).portals.map(({ opening }) => opening)).toEqual(['d', 'w'])
  })
})

describe('light where nobody has said', () => {
  const windowless = (objects: object[]) => {
    const scene = room(objects)
    return buildTraceScene({ ...scene, openings: scene.openings.filter(({ type }) => type === 'door') })
  }
  const unsaid = thing('a', 'floor_lamp')

  it('falls in obliquely through the windows', () => {
    const { daylight, portals } = buildTraceScene(room())
    const [x, y] = daylight.sun!.direction
    const [nx, ny] = portals[0]!.inward
    const cosine = -(x * nx + y * ny) / Math.hypot(x, y)
    expect(cosine).toBeGreaterThan(0.6)
    expect(cosine).toBeLessThan(0.95)
  })

  it('comes from the lamps of a room without windows, else from its ceiling', () => {
    const category = ({ lamps, instances }: TraceScene) => lamps.map(({ instance }) => instances[instance]!.category)
    expect(category(windowless([unsaid]))).toEqual(['floor_lamp'])
    expect(category(windowless([]))).toEqual(['ceiling'])
    expect(category(buildTraceScene(room([unsaid])))).toEqual([])
  })

  it('leaves a lamp off that somebody has switched off', () => {
    const { lamps, instances } = windowless([thing('a', 'floor_lamp', { state: { on: false } })])
    expect(lamps.map(({ instance }) => instances[instance]!.kind)).toEqual(['ceiling'])
  })
})

describe('lamps', () => {
  const lampOf = (state: object, category = 'table_lamp') => {
    const scene = buildTraceScene(room([thing('a', category, { state })]))
    return { scene, lamp: scene.lamps[0] }
  }

  it('are those that are on', () => {
    expect(lampOf({ on: false }).lamp).toBeUndefined()
    expect(lampOf({}).lamp).toBeUndefined()
    expect(lampOf({ on: true }).lamp).toBeDefined()
  })

  it('give the lumens they are said to give, from their shining triangles alone', () => {
    const { scene, lamp } = lampOf({ on: true, lumens: 640, kelvin: 3000 })
    expect(luminance(lamp!.flux)).toBeCloseTo(0.64, 3)
    let flux = 0
    const { indices, positions, materials, triangleMaterial } = scene
    for (let t = 0; t < triangleMaterial.length; t++) {
      const radiance = luminance(materials[triangleMaterial[t]!]!.emission)
      if (radiance > 0) expect(lamp!.triangles).toContain(t)
      flux += radiance * Math.PI * triangleArea(positions, indices[t * 3]!, indices[t * 3 + 1]!, indices[t * 3 + 2]!)
    }
    expect(flux).toBeCloseTo(0.64, 2)
  })

  it('are warmer at a lower temperature', () => {
    const warmth = (kelvin: number) => {
      const [red, , blue] = lampOf({ on: true, kelvin }).lamp!.flux
      return red / blue
    }
    expect(warmth(2200)).toBeGreaterThan(warmth(3000) * 1.2)
    expect(warmth(6504)).toBeCloseTo(1, 1)
  })

  it.each(kinds.filter(({ light }) => light).map(({ id }) => id))('%s shines outwards when it is on', (category) => {
    const kind = kinds.find(({ id }) => id === category)!
    const furnished = room([thing('a', category, { size: kind.size.typical, state: { on: true } })])
    const scene = buildTraceScene({ ...furnished, walls: [], openings: [], rooms: [] })
    const [lamp] = scene.lamps
    expect(luminance(lamp!.flux)).toBeCloseTo(kind.light!.lumens / 1000, 3)
    expect(outwardShare(scene)).toBeGreaterThan(0.15)
  })
})

/** Part of a lamp's light that leaves the lamp without a bounce; glass lets it through. */
function outwardShare(scene: TraceScene): number {
  const { indices, positions, materials, triangleMaterial, lamps } = scene
  const random = createRandom(3)
  const rays: number[] = []
  const weights: number[] = []
  for (const t of lamps[0]!.triangles) {
    const [a, b, c] = [indices[t * 3]! * 3, indices[t * 3 + 1]! * 3, indices[t * 3 + 2]! * 3]
    const u = [0, 1, 2].map((k) => positions[b + k]! - positions[a + k]!)
    const v = [0, 1, 2].map((k) => positions[c + k]! - positions[a + k]!)
    const cross = [u[1]! * v[2]! - u[2]! * v[1]!, u[2]! * v[0]! - u[0]! * v[2]!, u[0]! * v[1]! - u[1]! * v[0]!]
    const area = Math.hypot(...cross)
    for (let sample = 0; sample < 8; sample++) {
      const z = random() * 2 - 1
      const turn = random() * 2 * Math.PI
      const r = Math.sqrt(1 - z * z)
      const around = [r * Math.cos(turn), r * Math.sin(turn), z]
      const toward = [0, 1, 2].map((k) => cross[k]! / area + around[k]! * 0.999)
      const length = Math.hypot(...toward)
      const from = [0, 1, 2].map((k) => positions[a + k]! + (u[k]! + v[k]!) / 3 + (cross[k]! / area) * 1e-4)
      rays.push(...from, ...toward.map((value) => value / length), 0.9)
      weights.push(area * luminance(materials[triangleMaterial[t]!]!.emission))
    }
  }
  const light = new Float32Array(weights.length)
  createRayCaster(scene).passing(Float32Array.from(rays), weights.length, light)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.reduce((sum, weight, k) => sum + weight * light[k]!, 0) / total
}

describe('semantic labels', () => {
  it('are 62, with colours of their own', () => {
    expect(semanticPalette).toHaveLength(62)
    expect(new Set(semanticPalette.map(({ rgb }) => rgb.join())).size).toBe(62)
  })

  it('name every kind that the palette has a word for', () => {
    const nameless = kinds.filter(({ id }) => categoryLabel(id) === 'other').map(({ id }) => id)
    // Music, sport, small kitchen things, tools: the palette knows none of them.
    expect(nameless.length).toBeLessThan(kinds.length * 0.35)
    for (const { id } of kinds)
      expect(semanticPalette[labelIndex(categoryLabel(id))]!.label).toContain(categoryLabel(id))
  })

  it('follow the kind that stands in for a label of another catalogue', () => {
    expect(categoryLabel('tv')).toBe('tv')
    expect(categoryLabel('bar_chair')).toBe('stool')
    expect(categoryLabel('dragon')).toBe('other')
  })
})
