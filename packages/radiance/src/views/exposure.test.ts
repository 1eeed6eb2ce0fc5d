import { describe, expect, it } from 'vitest'
import { luminance, scaleColor } from '../scene/color.ts'
import type { Rgb, TraceScene } from '../scene/trace-scene.ts'
import { createRayCaster } from '../trace/create-ray-caster.ts'
import { boxTriangles, trianglesScene } from '../trace/test-scenes.ts'
import { exposureOf } from './exposure.ts'

/** Four grey walls and a floor under a sky of one colour. */
function courtyard(sky: Rgb): TraceScene {
  const isTop = (triangle: readonly number[]) => [2, 5, 8].every((at) => triangle[at] === 3)
  const scene = trianglesScene(
    boxTriangles(4, 5, 3).filter((triangle) => !isTop(triangle)),
    0,
  )
  const bounds = { min: [0, 0, 0], max: [4, 5, 2] } as const
  return { ...scene, bounds, daylight: { sky: { zenith: sky, horizon: sky, ground: sky } } }
}

const exposureUnder = (sky: Rgb, stops = 0) => {
  const scene = courtyard(sky)
  return exposureOf(scene, createRayCaster(scene), stops)
}

const shown = (sky: Rgb) => {
  const exposure = exposureUnder(sky)
  return sky.map((value, channel) => value * exposure[channel]!) as unknown as Rgb
}

describe('exposureOf', () => {
  it('shows white light as it is', () => {
    const [red, green, blue] = exposureUnder([0.3, 0.3, 0.3])
    expect(red).toBeCloseTo(green, 5)
    expect(blue).toBeCloseTo(green, 5)
  })

  it('takes most of the colour of light away, as an eye does, and leaves some', () => {
    const sky: Rgb = [0.6, 0.4, 0.2]
    const [red, , blue] = shown(sky)
    expect(red / blue).toBeLessThan(1.35)
    expect(red / blue).toBeGreaterThan(1.02)
  })

  it('leaves more of it in the dark', () => {
    const sky: Rgb = [0.6, 0.4, 0.2]
    const dark = shown(scaleColor(sky, 0.001))
    const bright = shown(sky)
    expect(dark[0] / dark[2]).toBeGreaterThan((1.1 * bright[0]) / bright[2])
  })

  it('shows coloured light as bright as white light', () => {
    const white = luminance(shown([0.4, 0.4, 0.4]))
    expect(luminance(shown([0.6, 0.37, 0.15])) / white).toBeCloseTo(1, 1)
  })

  it('counts stops in powers of two', () => {
    expect(exposureUnder([0.3, 0.3, 0.3], 1)[1] / exposureUnder([0.3, 0.3, 0.3])[1]).toBeCloseTo(2, 6)
  })
})
