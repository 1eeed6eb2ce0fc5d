import { describe, expect, test } from 'vitest'
import { formatLength, parseLength } from './index.ts'
import { forAll } from './testing/fuzz.ts'

describe('parseLength', () => {
  test.each<[string, number]>([
    ['3.2', 3.2],
    ['3,2', 3.2],
    ['3.2m', 3.2],
    [' 3.2 M ', 3.2],
    ['320cm', 3.2],
    ['320 cm', 3.2],
    ['3200mm', 3.2],
    ['32 dm', 3.2],
    ['3m20', 3.2],
    ['3m 20cm', 3.2],
    ['3 m 5 mm', 3.005],
    ['3米2', 3.2],
    ['3米20', 3.2],
    ['3米20厘米', 3.2],
    ['3.2米', 3.2],
    ['320厘米', 3.2],
    ['320公分', 3.2],
    ['３．２ｍ', 3.2],
    ['10\'6"', 3.2004],
    ["10'", 3.048],
    ['10′6″', 3.2004],
    ['10’6”', 3.2004],
    ["10'6''", 3.2004],
    ['10 ft 6 in', 3.2004],
    ['10 feet 6 inches', 3.2004],
    ["10'6", 3.2004],
    ['10\' 6 1/2"', 3.2131],
    ['126"', 3.2004],
    ['1/2"', 0.0127],
    ['.5m', 0.5],
    ['0', 0],
  ])('%s is %d m', (text, metres) => {
    expect(parseLength(text)).toBeCloseTo(metres, 9)
  })

  test.each([
    '',
    ' ',
    'abc',
    '-3',
    '3x',
    '3 m m',
    '6"10\'',
    '3..2',
    '1e3',
    '99999',
    'm',
    '1/0',
    '3 2',
    "10'6'7",
    'NaN',
    'Infinity',
    '3cm5',
  ])('%j is no length', (text) => {
    expect(parseLength(text)).toBeUndefined()
  })

  test('never throws, and reads back what formatLength writes', () => {
    forAll((random) => {
      const text = Array.from({ length: random.int(8) }, () => random.pick([...'0123456789.,\'"′″ mcft米/-'])).join('')
      const length = parseLength(text)
      if (length !== undefined) expect(length).toBeGreaterThanOrEqual(0)
      const metres = random.between(0, 30)
      expect(parseLength(formatLength(metres, 'metric'))).toBeCloseTo(metres, 1)
      expect(Math.abs(parseLength(formatLength(metres, 'imperial').replace('½', '.5'))! - metres)).toBeLessThan(0.0064)
    }, 300)
  })

  test('shows metres with centimetres, feet with half inches', () => {
    expect(formatLength(3.2)).toBe('3.20 m')
    expect(formatLength(3.2, 'imperial')).toBe('10′ 6″')
    expect(formatLength(0.0127, 'imperial')).toBe('½″')
    expect(formatLength(3.0479, 'imperial')).toBe('10′ 0″')
    expect(formatLength(Number.NaN)).toBe('–')
  })
})
