import { expect, test } from 'vitest'
import { daylightOf, directionOf } from './daylight.ts'

const luminance = ([r, g, b]: readonly [number, number, number]) => 0.2126 * r + 0.7152 * g + 0.0722 * b

test('a high sun is white and strong, a low one red and weak, and neither shines at night', () => {
  const noon = daylightOf({ sky: 'clear', sunElevation: 1.1 }).sun!
  const late = daylightOf({ sky: 'clear', sunElevation: 0.12 }).sun!
  expect(luminance(noon.irradiance)).toBeGreaterThan(90)
  expect(luminance(late.irradiance)).toBeLessThan(60)
  expect(late.irradiance[0] / late.irradiance[2]).toBeGreaterThan(2 * (noon.irradiance[0] / noon.irradiance[2]))
  for (const sky of ['night', 'dusk', 'overcast'] as const) expect(daylightOf({ sky }).sun).toBeUndefined()
  expect(daylightOf({ sky: 'clear', sunElevation: -0.2 }).sun).toBeUndefined()
})

test('skies follow each other in brightness and the factor scales them all', () => {
  const zenith = (sky: 'clear' | 'dusk' | 'night') => luminance(daylightOf({ sky }).sky.zenith)
  expect(zenith('clear')).toBeGreaterThan(20 * zenith('dusk'))
  expect(zenith('dusk')).toBeGreaterThan(20 * zenith('night'))
  const once = daylightOf({ sky: 'cloudy' })
  const twice = daylightOf({ sky: 'cloudy', daylight: 2 })
  expect(twice.sky.horizon[1]).toBeCloseTo(2 * once.sky.horizon[1], 9)
  expect(twice.sun!.irradiance[1]).toBeCloseTo(2 * once.sun!.irradiance[1], 9)
})

test('azimuth runs counter-clockwise from +x', () => {
  const [x, y, z] = directionOf(Math.PI / 2, Math.PI / 6)
  expect([x, y, z].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([0, 0.866025, 0.5])
})
