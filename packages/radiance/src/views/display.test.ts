import { describe, expect, it } from 'vitest'
import { toDisplay } from './display.ts'

function show(color: readonly number[], exposure = 1): number[] {
  const shown = [0, 0, 0]
  toDisplay(color, 0, [exposure, exposure, exposure], shown, 0)
  return shown
}

describe('what a screen shows', () => {
  it('keeps middle grey, and grey grey', () => {
    const [red, green, blue] = show([0.18, 0.18, 0.18])
    expect(green).toBeCloseTo(0.461, 2)
    expect(red).toBeCloseTo(green!, 6)
    expect(blue).toBeCloseTo(green!, 6)
  })

  it('grows with the light and never leaves 0 … 1', () => {
    let last = -1
    for (let light = 0; light < 40; light += 0.25) {
      const [value] = show([light, light, light])
      expect(value).toBeGreaterThanOrEqual(last)
      expect(value).toBeLessThanOrEqual(1)
      last = value!
    }
    expect(last).toBe(1)
    expect(show([-1, Number.NaN, 2]).every((value) => value >= 0 && value <= 1)).toBe(true)
  })

  it('doubles the light by a stop', () => {
    expect(show([0.05, 0.1, 0.2], 2)).toEqual(show([0.1, 0.2, 0.4], 1))
  })

  it('lets very bright colours fade to white', () => {
    const [red, , blue] = show([30, 6, 3])
    expect(red! - blue!).toBeLessThan(0.3)
  })
})
