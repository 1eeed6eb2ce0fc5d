import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileModule, targets } from '../../wasm/build.ts'
import { createRandom } from '../trace/test-scenes.ts'
import type { Camera } from '../views/camera.ts'
import { CLASSIC, type Convention, SPARK } from './convention.ts'
import { type Gaussians, SH_C1 } from './gaussians.ts'
import { refineGaussians } from './refine-gaussians.ts'
import { type GaussianView, renderGaussians } from './render-gaussians.ts'
import { cameraAt } from './training-cameras.ts'

function randomGaussians(count: number, seed: number): Gaussians {
  const random = createRandom(seed)
  const fill = (length: number, make: () => number) => Float32Array.from({ length }, make)
  const rotations = fill(count * 4, () => random() - 0.5)
  for (let q = 0; q < rotations.length; q += 4) {
    const length = Math.hypot(...rotations.subarray(q, q + 4))
    for (let k = 0; k < 4; k++) rotations[q + k]! /= length
  }
  return {
    count,
    positions: Float32Array.from({ length: count * 3 }, (_, i) => (i % 3 === 0 ? 2 : 0) + 2 * random() - 1),
    scales: fill(count * 3, () => 0.005 + 0.08 * random()),
    rotations,
    opacities: fill(count, () => 0.2 + 0.79 * random()),
    colors: fill(count * 3, random),
    harmonics: fill(count * 9, () => 0.3 * (random() - 0.5)),
    instances: Uint32Array.from({ length: count }, (_, row) => (row % 7) + 1),
    semantics: Uint8Array.from({ length: count }, (_, row) => (row % 5) + 1),
    levels: [count],
  }
}

const camera = cameraAt('test', [-1.5, 0.2, 0.3], 0.05, -0.1, 61, 47, 1.1)

/** One pixel after another in plain numbers, by the published formulas. */
function drawPlainly(g: Gaussians, view: Camera, convention: Convention): GaussianView {
  const { width, height, pose, intrinsic: k } = view
  const [fx, fy, cx, cy] = [k[0]!, k[4]!, k[2]!, k[5]!]
  const eye = [pose[3]!, pose[7]!, pose[11]!]
  const axis = (a: number, d: readonly number[]) => d[0]! * pose[a]! + d[1]! * pose[4 + a]! + d[2]! * pose[8 + a]!
  const rows = Array.from({ length: g.count }, (_, row) => row).map((row) => {
    const d = [0, 1, 2].map((c) => g.positions[3 * row + c]! - eye[c]!)
    const [x, y, z] = [axis(0, d), axis(1, d), axis(2, d)]
    const [qx, qy, qz, qw] = g.rotations.subarray(4 * row, 4 * row + 4) as unknown as number[]
    const r = [
      [1 - 2 * (qy! * qy! + qz! * qz!), 2 * (qx! * qy! - qw! * qz!), 2 * (qx! * qz! + qw! * qy!)],
      [2 * (qx! * qy! + qw! * qz!), 1 - 2 * (qx! * qx! + qz! * qz!), 2 * (qy! * qz! - qw! * qx!)],
      [2 * (qx! * qz! - qw! * qy!), 2 * (qy! * qz! + qw! * qx!), 1 - 2 * (qx! * qx! + qy! * qy!)],
    ]
    const [u, v] = [[] as number[], [] as number[]]
    for (let c = 0; c < 3; c++) {
      const column = [0, 1, 2].map((i) => r[i]![c]! * g.scales[3 * row + c]!)
      const [ex, ey, ez] = [axis(0, column), axis(1, column), axis(2, column)]
      u.push((fx * (ex - (x / z) * ez)) / z)
      v.push((fy * (ey - (y / z) * ez)) / z)
    }
    const dot = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * b[i]!, 0)
    const [xx, xy, yy] = [dot(u, u), dot(u, v), dot(v, v)]
    const det = (xx + convention.blur) * (yy + convention.blur) - xy * xy
    const faded = convention.compensate ? Math.sqrt(Math.max(0, xx * yy - xy * xy) / det) : 1
    const length = Math.hypot(...d)
    const basis = [-d[1]!, d[2]!, -d[0]!].map((value) => (SH_C1 * value) / length)
    const color = [0, 1, 2].map((c) => {
      const shine = basis.reduce((sum, value, i) => sum + value * g.harmonics![9 * row + 3 * i + c]!, 0)
      return Math.max(0, g.colors[3 * row + c]! + shine)
    })
    const [a, b, c] = [(yy + convention.blur) / det, -xy / det, (xx + convention.blur) / det]
    return {
      row,
      z,
      length,
      px: (fx * x) / z + cx,
      py: (fy * y) / z + cy,
      a,
      b,
      c,
      alpha: g.opacities[row]! * faded,
      color,
    }
  })
  const sorted = rows.filter(({ z }) => z >= convention.near).sort((p, q) => p.length - q.length)
  const pixels = width * height
  const result = {
    width,
    height,
    display: new Float32Array(pixels * 3),
    alpha: new Float32Array(pixels),
    depth: new Float32Array(pixels),
    instance: new Uint32Array(pixels),
    semantic: new Uint8Array(pixels),
  }
  for (let at = 0; at < pixels; at++) {
    let open = 1
    for (const { row, z, px, py, a, b, c, alpha, color } of sorted) {
      const [dx, dy] = [(at % width) + 0.5 - px, Math.floor(at / width) + 0.5 - py]
      const q = a * dx * dx + 2 * b * dx * dy + c * dy * dy
      const own = alpha * Math.exp(-q / 2)
      if (q > convention.cutoff || own < convention.leastAlpha) continue
      for (let k = 0; k < 3; k++) result.display[3 * at + k]! += open * own * color[k]!
      if (open >= 0.5 && open * (1 - own) < 0.5) {
        result.depth[at] = z
        result.instance[at] = g.instances[row]!
        result.semantic[at] = g.semantics[row]!
      }
      open *= 1 - own
    }
    result.alpha[at] = 1 - open
  }
  return result
}

describe('createRasteriser', () => {
  it.each([
    ['Spark', SPARK],
    ['3D Gaussian Splatting', CLASSIC],
  ])('draws what the formulas say, as %s does', (_, convention) => {
    const gaussians = randomGaussians(300, 11)
    const expected = drawPlainly(gaussians, camera, convention)
    const drawn = renderGaussians(gaussians, camera, convention)
    let [worst, others] = [0, 0]
    for (let i = 0; i < expected.display.length; i++)
      worst = Math.max(worst, Math.abs(expected.display[i]! - drawn.display[i]!))
    for (let i = 0; i < expected.alpha.length; i++) {
      worst = Math.max(worst, Math.abs(expected.alpha[i]! - drawn.alpha[i]!))
      if (expected.instance[i] !== drawn.instance[i] || expected.semantic[i] !== drawn.semantic[i]) others++
    }
    // A pixel stops at 0.1 % of light; whoever lies on the border of half the light may go either way.
    expect(worst).toBeLessThan(4e-3)
    expect(others).toBeLessThan(10)
    expect(Math.max(...drawn.alpha)).toBeGreaterThan(0.9)
  })

  it('has bytes that the sources in wasm/ compile to', async () => {
    expect(await compileModule('rasterise')).toBe(readFileSync(targets.rasterise, 'utf8'))
  })

  it('draws nothing where there is nothing', () => {
    const drawn = renderGaussians(randomGaussians(0, 1), camera)
    expect(Math.max(...drawn.alpha)).toBe(0)
  })
})

describe('refineGaussians', () => {
  it('finds the colours that the views were painted with', async () => {
    const truth = { ...randomGaussians(400, 3), harmonics: undefined }
    const cameras = [0, 1, 2, 3].map((turn) => {
      const yaw = (turn * Math.PI) / 2
      return cameraAt(`${turn}`, [2 - 3 * Math.cos(yaw), -3 * Math.sin(yaw), 0], yaw, 0, 96, 96, 1)
    })
    const views = cameras.map((view) => ({
      camera: view,
      display: Uint8Array.from(renderGaussians(truth, view).display, (value) => Math.round(255 * Math.min(1, value))),
    }))
    const grey = { ...truth, colors: new Float32Array(truth.colors.length).fill(0.5) }
    const { errors, gaussians } = await refineGaussians(grey, views, { passes: 12 })
    expect(errors[11]! / errors[0]!).toBeLessThan(0.02)
    expect(gaussians.positions).toEqual(truth.positions)
    expect(grey.colors.every((value) => value === 0.5)).toBe(true)
  })
})
