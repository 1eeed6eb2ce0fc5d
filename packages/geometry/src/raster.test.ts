import { describe, expect, test } from 'vitest'
import { cellAt, cellCenter, createRaster, distanceField, fillRing, labelComponents } from './index.ts'
import { forAll, starRing, windsRound } from './testing-shapes.ts'

const bounds = { minX: -6, minY: -6, maxX: 6, maxY: 6 }

describe('rasters', () => {
  test('cover their bounds and know their cells', () => {
    const raster = createRaster({ minX: 0, minY: 0, maxX: 4, maxY: 5 }, 0.1)
    expect([raster.columns, raster.rows]).toEqual([40, 50])
    expect(cellAt(raster, -0.01, 1)).toBe(-1)
    for (const index of [0, 39, 40, 1999]) expect(cellAt(raster, ...cellCenter(raster, index))).toBe(index)
    expect(() => createRaster(bounds, 0)).toThrow(/cell is 0/)
    expect(() => createRaster({ ...bounds, maxX: Number.NaN }, 1)).toThrow(RangeError)
    expect(() => createRaster(bounds, 1e-6)).toThrow(/at most/)
  })

  test('a filled ring has just the cells whose centres lie inside', () => {
    forAll((random) => {
      const ring = starRing(random, 3 + random.int(10))
      const raster = createRaster(bounds, 0.37)
      fillRing(raster, ring, 7)
      raster.data.forEach((value, index) => {
        expect(value).toBe(windsRound(cellCenter(raster, index), ring) ? 7 : 0)
      })
    }, 30)
  })

  test('the distance field is the exact distance to the nearest blocked centre', () => {
    forAll((random) => {
      const raster = createRaster({ minX: 0, minY: 0, maxX: 1 + random.int(14), maxY: 1 + random.int(14) }, 1)
      const blocked: number[] = []
      raster.data.forEach((_, index) => {
        if (random() < 0.1) {
          raster.data[index] = 1
          blocked.push(index)
        }
      })
      const field = distanceField(raster)
      field.forEach((distance, index) => {
        const [x, y] = cellCenter(raster, index)
        const brute = Math.min(
          ...blocked.map((other) => Math.hypot(cellCenter(raster, other)[0] - x, cellCenter(raster, other)[1] - y)),
        )
        if (blocked.length === 0) expect(distance).toBe(Number.POSITIVE_INFINITY)
        else expect(distance).toBeCloseTo(brute, 4)
      })
    }, 60)
  })

  test('components are the cells that can reach each other', () => {
    forAll((random) => {
      const raster = createRaster({ minX: 0, minY: 0, maxX: 9, maxY: 7 }, 1)
      for (let i = 0; i < raster.data.length; i++) raster.data[i] = random() < 0.45 ? 1 : 0
      const { labels, count, sizes } = labelComponents(raster)
      // Brute force: spread labels until nothing changes.
      const spread = Array.from(raster.data, (value, i) => (value === 0 ? i + 1 : 0))
      for (let isChanged = true; isChanged; ) {
        isChanged = false
        spread.forEach((value, i) => {
          if (value === 0) return
          const column = i % raster.columns
          const near = [
            column > 0 ? i - 1 : -1,
            column + 1 < raster.columns ? i + 1 : -1,
            i - raster.columns,
            i + raster.columns,
          ]
          for (const j of near) {
            if (j >= 0 && j < spread.length && spread[j]! > 0 && spread[j]! < spread[i]!) {
              spread[i] = spread[j]!
              isChanged = true
            }
          }
        })
      }
      expect(count).toBe(new Set(spread.filter((value) => value > 0)).size)
      const pairs = new Set(spread.map((value, i) => `${value}/${labels[i]}`))
      expect(pairs.size).toBe(new Set(spread).size)
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(spread.filter((value) => value > 0).length)
    }, 60)
  })
})
