import { describe, expect, it } from 'vitest'
import type { SurfaceMaterial, TraceInstance, TraceScene } from '../scene/trace-scene.ts'
import { createRayCaster } from '../trace/create-ray-caster.ts'
import { coarseVersion } from './coarse-version.ts'
import { emitGaussians } from './emit-gaussians.ts'
import { moveInstance, rowsOfInstance, withoutInstances } from './instance-rows.ts'
import { renderGaussians } from './render-gaussians.ts'
import type { ShadePoints } from './surface-points.ts'
import { cameraAt } from './training-cameras.ts'

const PLAIN: SurfaceMaterial = {
  albedo: [0.5, 0.5, 0.5],
  roughness: 1,
  metalness: 0,
  transmission: 0,
  pattern: 'none',
  patternScale: 1,
  emission: [0, 0, 0],
}

type Side = readonly [a: readonly number[], b: readonly number[], c: readonly number[], d: readonly number[]]

/** The six sides of a box, outwards; a room's are turned round. */
function box([x0, y0, z0]: readonly number[], [x1, y1, z1]: readonly number[], isRoom: boolean): Side[] {
  const p = (x: number, y: number, z: number) => [x ? x1! : x0!, y ? y1! : y0!, z ? z1! : z0!]
  const sides: Side[] = [
    [p(0, 0, 0), p(0, 1, 0), p(1, 1, 0), p(1, 0, 0)],
    [p(0, 0, 1), p(1, 0, 1), p(1, 1, 1), p(0, 1, 1)],
    [p(0, 0, 0), p(1, 0, 0), p(1, 0, 1), p(0, 0, 1)],
    [p(0, 1, 0), p(0, 1, 1), p(1, 1, 1), p(1, 1, 0)],
    [p(0, 0, 0), p(0, 0, 1), p(0, 1, 1), p(0, 1, 0)],
    [p(1, 0, 0), p(1, 1, 0), p(1, 1, 1), p(1, 0, 1)],
  ]
  return isRoom ? sides.map(([a, b, c, d]) => [d, c, b, a]) : sides
}

/** A room of 3 × 3 × 2.4 m with a box on its floor; the mirror, where asked for, hangs on the wall at y = 3. */
function room(withMirror = false): TraceScene {
  const parts: { kind: TraceInstance['kind']; sides: Side[]; material: number }[] = []
  const [floor, ...walls] = box([0, 0, 0], [3, 3, 2.4], true)
  parts.push({ kind: 'floor', sides: [floor!], material: 0 }, { kind: 'wall', sides: walls, material: 0 })
  parts.push({ kind: 'item', sides: box([1.9, 1.9, 0], [2.4, 2.4, 0.6], false), material: 0 })
  const glass: Side = [
    [1, 2.98, 0.8],
    [2, 2.98, 0.8],
    [2, 2.98, 1.8],
    [1, 2.98, 1.8],
  ]
  if (withMirror) parts.push({ kind: 'item', sides: [glass], material: 1 })
  const positions: number[] = []
  const indices: number[] = []
  const instances: TraceInstance[] = []
  const triangleMaterial: number[] = []
  const triangleInstance: number[] = []
  for (const [index, { kind, sides, material }] of parts.entries()) {
    const firstTriangle = indices.length / 3
    for (const side of sides) {
      const first = positions.length / 3
      positions.push(...side.flat())
      indices.push(first, first + 1, first + 2, first, first + 2, first + 3)
      triangleMaterial.push(material, material)
      triangleInstance.push(index, index)
    }
    const triangleCount = indices.length / 3 - firstTriangle
    instances.push({ id: `${index}`, kind, category: kind, semantic: index, firstTriangle, triangleCount })
  }
  return {
    positions: Float32Array.from(positions),
    normals: new Float32Array(positions.length),
    uvs: new Float32Array((positions.length / 3) * 2),
    indices: Uint32Array.from(indices),
    triangleMaterial: Uint16Array.from(triangleMaterial),
    triangleInstance: Uint32Array.from(triangleInstance),
    materials: [PLAIN, { ...PLAIN, metalness: 1, roughness: 0.02 }],
    instances,
    lamps: [],
    portals: [],
    daylight: { sky: { zenith: [0, 0, 0], horizon: [0, 0, 0], ground: [0, 0, 0] } },
    bounds: { min: [0, 0, 0], max: [3, 3, 2.4] },
  }
}

/** A chequered floor, walls by their height. */
const shade: ShadePoints = ({ count, positions }, display) => {
  for (let i = 0; i < count; i++) {
    const [x, y, z] = [positions[3 * i]!, positions[3 * i + 1]!, positions[3 * i + 2]!]
    const dark = z < 0.001 && (Math.floor(x * 3.7) + Math.floor(y * 3.7)) % 2 === 0
    display.set([dark ? 0.1 : 0.8, z / 3, 0.5], 3 * i)
  }
}

const scene = room()
const emitted = emitGaussians(scene, createRayCaster(scene), shade, { budget: 30_000 })
const camera = cameraAt('look', [0.7, 0.8, 1.5], 0.7, -0.4, 160, 120, 1.3)

describe('emitGaussians', () => {
  it('keeps to the budget and covers every pixel', () => {
    expect(emitted.count).toBeLessThanOrEqual(30_000)
    expect(emitted.count).toBeGreaterThan(20_000)
    const { alpha } = renderGaussians(emitted, camera)
    expect(alpha.filter((value) => value < 0.9).length / alpha.length).toBeLessThan(0.001)
  })

  it('leaves out what nobody can see: the underside of the box, the outside of the room', () => {
    const own = rowsOfInstance(emitted, 2)
    expect(own.length).toBeGreaterThan(100)
    for (const row of own) expect(emitted.positions[3 * row + 2]!).toBeGreaterThan(0.002)
  })

  it('says which instance and label a pixel shows, and how far it is', () => {
    const { instance, semantic, depth } = renderGaussians(emitted, cameraAt('box', [0.6, 2.15, 0.5], 0, 0, 64, 64, 0.4))
    const middle = 32 * 64 + 32
    expect(instance[middle]).toBe(3)
    expect(semantic[middle]).toBe(3)
    expect(depth[middle]).toBeCloseTo(1.3, 1)
  })

  it('spends small gaussians where the colour changes', () => {
    const table = emitGaussians(scene, createRayCaster(scene), shade, { budget: 10_000 })
    const area = (row: number) => {
      const [, middle, longest] = table.scales.slice(3 * row, 3 * row + 3).sort()
      return middle! * longest!
    }
    const mean = (rows: Uint32Array) => rows.reduce((sum, row) => sum + area(row), 0) / rows.length
    expect(mean(rowsOfInstance(table, 0))).toBeLessThan(0.7 * mean(rowsOfInstance(table, 1)))
  })

  it('puts the reflected space behind a mirror', () => {
    const mirrored = room(true)
    const table = emitGaussians(mirrored, createRayCaster(mirrored), shade, { budget: 40_000 })
    const rows = rowsOfInstance(table, 3)
    expect(rows.length).toBeGreaterThan(200)
    for (const row of rows) expect(table.positions[3 * row + 1]!).toBeGreaterThan(2.98)
    // Looking straight into it one sees the wall behind one's back.
    const { depth, instance } = renderGaussians(table, cameraAt('mirror', [1.5, 1.5, 1.3], Math.PI / 2, 0, 64, 64, 0.3))
    expect(instance[32 * 64 + 32]).toBe(4)
    expect(depth[32 * 64 + 32]).toBeCloseTo(1.48 + 2.98, 1)
  })
})

describe('coarseVersion', () => {
  it('covers the space with the first rows alone', () => {
    const coarse = coarseVersion(emitted, 0)
    expect(coarse.count).toBeLessThan(emitted.count / 15)
    const { alpha } = renderGaussians(coarse, camera)
    expect(alpha.filter((value) => value > 0.8).length / alpha.length).toBeGreaterThan(0.95)
  })
})

describe('moveInstance', () => {
  it('moves what a camera that moves along sees unchanged', () => {
    const alone = withoutInstances(emitted, new Set([0, 1]))
    const yaw = 0.9
    const [c, s] = [Math.cos(yaw), Math.sin(yaw)]
    const moved = moveInstance(alone, 2, { pivot: [2, 2, 0], yaw, shift: [0.3, -0.2, 0.1] })
    const eye = [0.7 - 2, 0.8 - 2, 1.5] as const
    const turned = [2 + c * eye[0] - s * eye[1] + 0.3, 2 + s * eye[0] + c * eye[1] - 0.2, 1.6] as const
    const before = renderGaussians(alone, camera).display
    const after = renderGaussians(moved, cameraAt('turned', turned, 0.7 + yaw, -0.4, 160, 120, 1.3)).display
    let worst = 0
    for (let i = 0; i < before.length; i++) worst = Math.max(worst, Math.abs(before[i]! - after[i]!))
    expect(worst).toBeLessThan(0.01)
    expect(Math.max(...before)).toBeGreaterThan(0.3)
  })
})
