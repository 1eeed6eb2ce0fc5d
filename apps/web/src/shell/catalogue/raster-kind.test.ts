import { kinds } from '@enfilade/catalogue'
import { describe, expect, it } from 'vitest'
import { rasterKind } from './raster-kind.ts'

describe('rasterKind', () => {
  it('draws every kind of the catalogue inside its picture', () => {
    const size = 40
    for (const kind of kinds) {
      const { data } = rasterKind(kind, size)
      const solid = (column: number, row: number) => data[(row * size + column) * 4 + 3] === 255
      const cells = Array.from({ length: size * size }, (_, index) => [index % size, Math.floor(index / size)] as const)
      const painted = cells.filter(([column, row]) => solid(column, row))
      expect(painted.length, kind.id).toBeGreaterThan(size / 4)
      const onEdge = painted.filter(
        ([column, row]) => column === 0 || row === 0 || column === size - 1 || row === size - 1,
      )
      expect(onEdge, kind.id).toEqual([])
    }
  })
})
