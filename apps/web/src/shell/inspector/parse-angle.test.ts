import { describe, expect, it } from 'vitest'
import { formatAngle, parseAngle } from './parse-angle.ts'

describe('angles', () => {
  it('are typed in degrees unless they say otherwise', () => {
    expect(parseAngle('90')).toBeCloseTo(Math.PI / 2)
    expect(parseAngle(' -45° ')).toBeCloseTo(-Math.PI / 4)
    expect(parseAngle('30度')).toBeCloseTo(Math.PI / 6)
    expect(parseAngle('1.5 rad')).toBeCloseTo(1.5)
    expect(parseAngle('north')).toBeUndefined()
    expect(parseAngle('')).toBeUndefined()
  })

  it('are shown between −180° and 180°', () => {
    expect(formatAngle(-Math.PI / 2)).toBe('-90°')
    expect(formatAngle(Math.PI)).toBe('180°')
    expect(formatAngle(Math.PI * 3)).toBe('180°')
    expect(formatAngle(0)).toBe('0°')
  })
})
