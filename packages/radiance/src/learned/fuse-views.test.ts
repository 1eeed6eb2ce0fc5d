import { describe, expect, it } from 'vitest'
import type { Gaussians } from '../gaussians/gaussians.ts'
import { cameraAt } from '../gaussians/training-cameras.ts'
import { fuseViews } from './fuse-views.ts'
import type { GeneratedView, ViewCondition } from './multi-view-model.ts'

const SIDE = 32
const camera = cameraAt('front', [0, 0, 0], 0, 0, SIDE, SIDE, 1)

/** A grey wall of gaussians at x = 2, seen from the front. */
function wall(): Gaussians {
  const count = 31 * 31
  const place = (row: number) => [2, 0.08 * ((row % 31) - 15), 0.08 * (Math.floor(row / 31) - 15)]
  return {
    count,
    positions: Float32Array.from(Array.from({ length: count }, (_, row) => place(row)).flat()),
    scales: new Float32Array(3 * count).fill(0.05),
    rotations: Float32Array.from({ length: 4 * count }, (_, at) => (at % 4 === 3 ? 1 : 0)),
    opacities: new Float32Array(count).fill(0.99),
    colors: new Float32Array(3 * count).fill(0.5),
    instances: new Uint32Array(count).fill(1),
    semantics: new Uint8Array(count).fill(1),
    levels: [count],
  }
}

function condition(): ViewCondition {
  const pixels = SIDE * SIDE
  const coordinates = new Float32Array(3 * pixels)
  const rays = new Float32Array(6 * pixels)
  for (let pixel = 0; pixel < pixels; pixel++) {
    coordinates.set([2, 1 - (pixel % SIDE) / 16, 1 - Math.floor(pixel / SIDE) / 16], 3 * pixel)
    rays.set([0, 0, 0, 1, 0, 0], 6 * pixel)
  }
  return { camera, coordinates, rays, semantic: new Uint8Array(3 * pixels).fill(120) }
}

const isLeft = (pixel: number) => pixel % SIDE < SIDE / 2

/** A red picture. On the right half its wall stands elsewhere, or is another thing. */
function picture(told: ViewCondition, wrong: 'place' | 'thing' | 'nothing'): GeneratedView {
  const color = Uint8Array.from({ length: 3 * SIDE * SIDE }, (_, at) => (at % 3 === 0 ? 230 : 20))
  const at = (index: number) => !isLeft(Math.floor(index / 3))
  const coordinates = told.coordinates.map((value, index) => (wrong === 'place' && at(index) ? value + 0.3 : value))
  const semantic = told.semantic.map((value, index) => (wrong === 'thing' && at(index) ? 0 : value))
  return { camera, color, coordinates, semantic }
}

/** Mean red of the gaussians on each side of the picture, off its middle. */
function reds({ count, colors, positions }: Gaussians): [left: number, right: number] {
  const mean = (isThere: (y: number) => boolean) => {
    const rows = Array.from({ length: count }, (_, row) => row).filter((row) => isThere(positions[3 * row + 1]!))
    return rows.reduce((sum, row) => sum + colors[3 * row]!, 0) / rows.length
  }
  return [mean((y) => y > 0.2 && y < 0.8), mean((y) => y < -0.2 && y > -0.8)]
}

describe('fuseViews', () => {
  it('gives gaussians the colours of a picture that keeps to the layout, and moves none', async () => {
    const before = wall()
    const { gaussians, trusted } = await fuseViews(before, [condition()], [picture(condition(), 'nothing')])
    expect(trusted).toEqual([1])
    for (const red of reds(gaussians)) expect(red).toBeGreaterThan(0.8)
    expect([...gaussians.positions]).toEqual([...before.positions])
  })

  for (const wrong of ['place', 'thing'] as const)
    it(`leaves gaussians alone where the picture shows another ${wrong}`, async () => {
      const { gaussians, trusted } = await fuseViews(wall(), [condition()], [picture(condition(), wrong)])
      expect(trusted[0]).toBeCloseTo(0.5, 2)
      const [left, right] = reds(gaussians)
      expect(left).toBeGreaterThan(0.8)
      expect(right).toBeCloseTo(0.5, 2)
    })

  it('refuses pictures of another number or size', async () => {
    await expect(fuseViews(wall(), [condition()], [])).rejects.toThrow('0 pictures for 1 views')
    const cut = { camera, color: new Uint8Array(12) }
    await expect(fuseViews(wall(), [condition()], [cut])).rejects.toThrow(
      'picture of front has 4 pixels, needs 32 × 32',
    )
  })
})
