import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dequantize, dequantizeScript, parseScriptEntities, quantize, quantizeScript } from '../index.ts'

const ranges = [
  ['world', 0, 32],
  ['height', 0, 25.6],
  ['width', 0, 25.6],
  ['scale', 0, 20],
  ['angle', -6.2832, 6.2832],
] as const

describe('the integer form (SPEC 7)', () => {
  test('7.1 errs by at least 0 and less than a step inside the range', () => {
    for (const [range, low, high] of ranges) {
      for (const bins of [640, 1280]) {
        const step = (high - low) / bins
        fc.assert(
          fc.property(fc.double({ min: low, max: high, noNaN: true, maxExcluded: true }), (value) => {
            const error = value - dequantize(quantize(value, range, bins), range, bins)
            // Rounding of the sums: far below a micrometre.
            expect(error).toBeGreaterThan(-1e-9)
            expect(error).toBeLessThan(step + 1e-9)
          }),
        )
      }
    }
  })

  test('7.2 clamps outside of it', () => {
    expect(quantize(-3, 'world')).toBe(0)
    expect(quantize(1e300, 'world')).toBe(1279)
    expect(quantize(32, 'world', 640)).toBe(639)
    expect(quantize(-7, 'angle')).toBe(0)
  })

  test('7.3 orders ends and lines, numbers them from 0 and takes the minimum corner off', () => {
    const { text, origin } = quantizeScript(
      [
        'wall_7=Wall(4.0,-1.0,0.0,0.0,-1.0,0.0,2.8,0.0)',
        'wall_3=Wall(0.0,-1.0,0.0,0.0,2.0,0.0,2.8,0.0)',
        'door_9=Door(wall_7,1.0,-1.0,1.05,0.9,2.1)',
        'bbox_5=Bbox(sofa,2.0,1.0,0.4,0.0,2.0,0.8,0.8)',
        'bbox_4=Bbox(lamp,3.0,0.0,0.5,0.0,0.2,0.2,1.0)',
        'item_0=Item(bbox_5,id="x")',
      ].join('\n'),
    )
    expect(origin).toEqual([0, -1, 0])
    expect(text.split('\n')).toEqual([
      'wall_0=Wall(0,0,0,160,0,0,139,0)',
      'wall_1=Wall(0,0,0,0,120,0,139,0)',
      'door_0=Door(wall_0,40,0,42,45,105)',
      'bbox_0=Bbox(lamp,120,40,20,640,12,12,64)',
      'bbox_1=Bbox(sofa,80,80,16,640,128,51,51)',
    ])
    const back = parseScriptEntities(dequantizeScript(text, { origin })).entities
    expect(back[0]).toMatchObject({ numbers: [0, -1, 0, 4, -1, 0, 2.7800000000000002, 0] })
  })
})
