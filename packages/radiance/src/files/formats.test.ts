import { readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Gaussians } from '../gaussians/gaussians.ts'
import { arrangeGaussians } from './arrange-gaussians.ts'
import { writeCompressedPly } from './compressed-ply.ts'
import { readIds, writeIds } from './gaussian-ids.ts'
import { writePly } from './ply.ts'
import { readGaussians } from './read-gaussians.ts'
import { sampleGaussians } from './sample-gaussians.ts'
import { writeSog } from './sog.ts'
import { writeSpz } from './spz.ts'

const plain = sampleGaussians(1500)
const shiny = sampleGaussians(1500, { hasHarmonics: true })
/** Largest difference of a column, of which each is allowed half a step of its format. */
const worst = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  let most = 0
  for (let index = 0; index < a.length; index++) most = Math.max(most, Math.abs(a[index]! - b[index]!))
  return most
}
const worstLog = (a: Float32Array, b: Float32Array) => worst(a.map(Math.log), b.map(Math.log))
/** The largest angle between turns, radians. */
const worstTurn = (a: Gaussians, b: Gaussians) => {
  let most = 0
  for (let row = 0; row < a.count; row++) {
    const dot = [0, 1, 2, 3].reduce(
      (sum, index) => sum + a.rotations[row * 4 + index]! * b.rotations[row * 4 + index]!,
      0,
    )
    most = Math.max(most, 2 * Math.acos(Math.min(1, Math.abs(dot))))
  }
  return most
}

describe('PLY', () => {
  it('gives everything back, ids and levels too', async () => {
    for (const table of [plain, shiny]) {
      const back = await readGaussians(writePly(table), 'room.ply')
      expect(worst(back.positions, table.positions)).toBe(0)
      expect(worst(back.colors, table.colors)).toBeLessThan(1e-6)
      expect(worstLog(back.scales, table.scales)).toBeLessThan(1e-6)
      expect(worst(back.opacities, table.opacities)).toBeLessThan(1e-6)
      expect(worstTurn(back, table)).toBeLessThan(1e-3)
      expect(back.harmonics === undefined).toBe(table.harmonics === undefined)
      if (table.harmonics) expect(worst(back.harmonics!, table.harmonics)).toBe(0)
      expect(back.instances).toEqual(table.instances)
      expect(back.semantics).toEqual(table.semantics)
      expect(back.levels).toEqual(table.levels)
    }
  })
})

describe('compressed PLY', () => {
  it('gives everything but ids back within its steps', async () => {
    for (const table of [plain, shiny]) {
      const back = await readGaussians(writeCompressedPly(table), 'room.compressed.ply')
      // Chunks of 256 rows of a 6 m room: at most 6 m in 1023 steps, half a step each way.
      expect(worst(back.positions, table.positions)).toBeLessThan(6 / 1023 / 2 + 1e-4)
      expect(worst(back.colors, table.colors)).toBeLessThan(1 / 255 / 2 + 1e-4)
      expect(worst(back.opacities, table.opacities)).toBeLessThan(1 / 255 / 2 + 1e-6)
      expect(worstLog(back.scales, table.scales)).toBeLessThan(4 / 1023)
      expect(worstTurn(back, table)).toBeLessThan(0.005)
      if (table.harmonics) expect(worst(back.harmonics!, table.harmonics)).toBeLessThanOrEqual(8 / 256 / 2 + 1e-6)
    }
  })
})

describe('SPZ', () => {
  it('gives everything but ids back within its steps', async () => {
    for (const table of [plain, shiny]) {
      const back = await readGaussians(writeSpz(table), 'room.spz')
      expect(worst(back.positions, table.positions)).toBeLessThan(2 ** -13 + 1e-6)
      expect(worst(back.colors, table.colors)).toBeLessThan((0.2821 / 0.15 / 255) * 0.5 + 1e-6)
      expect(worst(back.opacities, table.opacities)).toBeLessThan(1 / 255 / 2 + 1e-6)
      expect(worstLog(back.scales, table.scales)).toBeLessThan(1 / 32 + 1e-5)
      expect(worstTurn(back, table)).toBeLessThan(0.006)
      if (table.harmonics) expect(worst(back.harmonics!, table.harmonics)).toBeLessThanOrEqual(8 / 128 / 2 + 1e-6)
    }
  })

  it('keeps turns by right angles exactly', async () => {
    const arranged = arrangeGaussians(plain)
    const back = await readGaussians(writeSpz(arranged), 'room.spz')
    const rows = [...Array(arranged.count).keys()].filter((row) => arranged.rotations[row * 4 + 3] === 1)
    expect(rows.length).toBeGreaterThan(arranged.count / 2)
    for (const row of rows) expect([...back.rotations.subarray(row * 4, row * 4 + 4)]).toEqual([0, 0, 0, 1])
  })

  it('writes the same bytes each time', () => {
    expect(writeSpz(shiny)).toEqual(writeSpz(shiny))
  })
})

describe('SOG', () => {
  it('gives everything but ids back within its steps', async () => {
    for (const table of [plain, shiny]) {
      const back = await readGaussians(await writeSog(table), 'room.sog')
      // ln(1 + 6) in 65,535 steps, wider by the derivative 1 + 6.
      expect(worst(back.positions, table.positions)).toBeLessThan(((Math.log(7) * 2) / 65535) * 7)
      expect(worst(back.colors, table.colors)).toBeLessThan(0.01)
      expect(worst(back.opacities, table.opacities)).toBeLessThan(1 / 255 / 2 + 1e-6)
      expect(worstLog(back.scales, table.scales)).toBeLessThan(0.03)
      expect(worstTurn(back, table)).toBeLessThan(0.02)
      expect(back.levels).toEqual(table.levels)
      if (table.harmonics) expect(worst(back.harmonics!, table.harmonics)).toBeLessThan(0.01)
    }
  })
})

describe('arrangeGaussians', () => {
  it('moves rows inside their level only, and changes no shape', () => {
    const arranged = arrangeGaussians(shiny)
    const key = (table: Gaussians, row: number) =>
      [...table.positions.subarray(row * 3, row * 3 + 3), table.instances[row], ...covariance(table, row)]
        .map((value) => value!.toFixed(6).replace('-0.000000', '0.000000'))
        .join(' ')
    const rows = (table: Gaussians, from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => key(table, from + index)).sort()
    const [first = 0] = shiny.levels
    expect(rows(arranged, 0, first)).toEqual(rows(shiny, 0, first))
    expect(rows(arranged, first, shiny.count)).toEqual(rows(shiny, first, shiny.count))
  })

  it('puts the sky after the space in each level', () => {
    const { count, instances, levels } = arrangeGaussians(shiny)
    const isSky = [...instances].map((instance) => instance === 0)
    for (const [from, to] of [
      [0, levels[0]!],
      [levels[0]!, count],
    ] as const)
      expect(isSky.slice(from, to).lastIndexOf(false)).toBeLessThan(isSky.slice(from, to).indexOf(true))
  })

  it('lets SPZ and SOG compress better', async () => {
    const arranged = arrangeGaussians(plain)
    expect(writeSpz(arranged).length).toBeLessThan(writeSpz(plain).length)
    expect((await writeSog(arranged)).length).toBeLessThan((await writeSog(plain)).length)
  })
})

describe('files of other programs', () => {
  // Written by splat-transform 2.7.1 from `writePly(arrangeGaussians(sampleGaussians(300, { hasHarmonics: true })))`; it sorts rows.
  const source = arrangeGaussians(sampleGaussians(300, { hasHarmonics: true }))

  for (const file of ['outside.compressed.ply', 'outside.sog'])
    it(`are read: ${file}`, async () => {
      const bytes = readFileSync(new URL(`./fixtures/${file}`, import.meta.url))
      const back = await readGaussians(new Uint8Array(bytes), file)
      expect(back.count).toBe(source.count)
      for (let row = 0; row < source.count; row++) {
        const found = nearestRow(back, source, row)
        expect(worst(rowOf(back.positions, found, 3), rowOf(source.positions, row, 3))).toBeLessThan(0.006)
        expect(worst(rowOf(back.colors, found, 3), rowOf(source.colors, row, 3))).toBeLessThan(0.012)
        expect(worstLog(rowOf(back.scales, found, 3), rowOf(source.scales, row, 3))).toBeLessThan(0.05)
        expect(Math.abs(turnDot(back, found, source, row))).toBeGreaterThan(0.9998)
      }
      // Its palette of harmonics is coarse for so few rows: the order of coefficients and channels is what shows.
      expect(correlation(back, source)).toBeGreaterThan(0.8)
    })
})

describe('ids beside a file', () => {
  it('come back with the table they point into', async () => {
    const table = Array.from({ length: 40 }, (_, index) => ({
      id: `item-${index}`,
      kind: 'item',
      category: 'sofa',
      semantic: index,
    }))
    const ids = await readIds(await writeIds(plain, table), 'room.ids')
    expect(ids.instances).toEqual(plain.instances)
    // The label of instance i is i here, and both columns count from 1.
    expect([...ids.semantics]).toEqual([...plain.instances])
    expect(ids.levels).toEqual(plain.levels)
    expect(ids.table).toEqual(table)
    await expect(readIds(new Uint8Array(30), 'room.ids')).rejects.toThrow('room.ids: these are no ids of gaussians')
  })
})

describe('hostile files', () => {
  const read = (bytes: Uint8Array, name = 'evil') => readGaussians(bytes, name)

  it('names the file, what is wrong and what to do', async () => {
    const ply = writePly(plain)
    await expect(read(new Uint8Array(), 'a.ply')).rejects.toThrow(
      'a.ply: it holds no gaussians that can be read. Give a .ply',
    )
    await expect(read(ply.slice(0, 9000), 'a.ply')).rejects.toThrow(
      /^a.ply: it announces 1500 rows of vertex and holds \d+\. Copy/,
    )
    const text = new TextDecoder('latin1').decode(ply)
    const edit = (from: string, to: string) => Uint8Array.from(text.replace(from, to), (letter) => letter.charCodeAt(0))
    await expect(read(edit('vertex 1500', 'vertex 999999999999'))).rejects.toThrow(
      '999999999999 rows of vertex and holds 1500',
    )
    await expect(read(edit('vertex 1500', 'vertex -7'))).rejects.toThrow('evil: it announces -7 rows')
    await expect(read(edit('binary_little', 'binary_big'))).rejects.toThrow('Export it as binary little-endian PLY')
    await expect(read(edit('float opacity', 'float opaque_'))).rejects.toThrow('it has no column opacity')
    await expect(read(edit('float x', 'list uchar int x'))).rejects.toThrow(
      '"property list uchar int x" is not understood',
    )
    const nan = ply.slice()
    nan.set([0, 0, 0xc0, 0x7f], ply.length - 61)
    await expect(read(nan)).rejects.toThrow('gaussian 1499 of 1500 has NaN among its positions. Remove such rows')
  })

  it('unpacks no more than a file announces', async () => {
    const unpacked = gunzipSync(writeSpz(plain))
    await expect(read(gzipSync(unpacked.subarray(0, 5000)))).rejects.toThrow('announces 1500 gaussians and holds fewer')
    await expect(read(gzipSync(Buffer.concat([unpacked, Buffer.alloc(1e6)])))).rejects.toThrow('more than it announces')
    const many = Buffer.from(unpacked)
    many.writeUInt32LE(4e9, 8)
    await expect(read(gzipSync(many))).rejects.toThrow('it announces 4000000000 gaussians, over 4000000. Split it')
    const newer = Buffer.from(unpacked)
    newer.writeUInt32LE(4, 4)
    await expect(read(gzipSync(newer))).rejects.toThrow('SPZ of version 4. Export it as SPZ of version 3')
    await expect(read(gzipSync(Buffer.from('hello, this is something else')))).rejects.toThrow('this is no SPZ file')
  })

  it('survives any cut and any flipped byte', async () => {
    const small = sampleGaussians(60, { hasHarmonics: true })
    const files = [writePly(small), writeCompressedPly(small), writeSpz(small), await writeSog(small)]
    for (const file of files)
      for (let at = 0; at < file.length; at += 11) {
        const flipped = file.slice()
        flipped[at]! ^= 0xff
        for (const bytes of [file.slice(0, at), flipped]) {
          const outcome = await read(bytes).then(
            () => 'read',
            (error: Error) => (error.name === 'FileError' ? 'refused' : error),
          )
          expect(['read', 'refused']).toContain(outcome)
        }
      }
  })
})

function rowOf(column: Float32Array, row: number, width: number): Float32Array {
  return column.subarray(row * width, row * width + width)
}

function nearestRow(table: Gaussians, source: Gaussians, row: number): number {
  const distances = Array.from({ length: table.count }, (_, other) =>
    [0, 1, 2].reduce(
      (sum, axis) => sum + (table.positions[other * 3 + axis]! - source.positions[row * 3 + axis]!) ** 2,
      0,
    ),
  )
  return distances.indexOf(Math.min(...distances))
}

function turnDot(a: Gaussians, rowA: number, b: Gaussians, rowB: number): number {
  return [0, 1, 2, 3].reduce((sum, index) => sum + a.rotations[rowA * 4 + index]! * b.rotations[rowB * 4 + index]!, 0)
}

function correlation(table: Gaussians, source: Gaussians): number {
  let both = 0
  let first = 0
  let second = 0
  for (let row = 0; row < source.count; row++) {
    const found = nearestRow(table, source, row)
    for (let index = 0; index < 9; index++) {
      const a = table.harmonics![found * 9 + index]!
      const b = source.harmonics![row * 9 + index]!
      both += a * b
      first += a * a
      second += b * b
    }
  }
  return both / Math.sqrt(first * second)
}

/** Six values of the symmetric matrix, scaled so that millimetres show. */
function covariance({ rotations, scales }: Gaussians, row: number): number[] {
  const [x, y, z, w] = rotations.subarray(row * 4, row * 4 + 4) as unknown as [number, number, number, number]
  const columns = [
    [1 - 2 * (y * y + z * z), 2 * (x * y + w * z), 2 * (x * z - w * y)],
    [2 * (x * y - w * z), 1 - 2 * (x * x + z * z), 2 * (y * z + w * x)],
    [2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y)],
  ]
  const pairs = [
    [0, 0],
    [0, 1],
    [0, 2],
    [1, 1],
    [1, 2],
    [2, 2],
  ] as const
  return pairs.map(([i, j]) =>
    columns.reduce((sum, column, axis) => sum + column[i]! * column[j]! * scales[row * 3 + axis]! ** 2, 0),
  )
}
