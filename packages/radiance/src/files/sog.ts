import { type Gaussians, SH_C0 } from '../gaussians/gaussians.ts'
import { boundsOf } from './arrange-gaussians.ts'
import { type Codebook, makeCodebook } from './codebook.ts'
import { makePalette } from './palette.ts'
import { indexOfLargest } from './smallest-three.ts'
import { encodeWebpLossless } from './webp.ts'
import { writeZip, type ZipEntry } from './zip.ts'

/** Coefficients of degree 1. */
const COEFFICIENTS = 3
/** Palette rows side by side in their picture. */
export const PALETTE_COLUMNS = 64
const MAX_PALETTE = 16_384

/** One pixel per gaussian, row by row. */
type Plane = (row: number) => readonly [number, number, number, number]

/**
 * SOG, version 2, in one archive: `meta.json` and lossless WebP pictures, a pixel per gaussian. World frame, metres, z up. It has no
 * room for ids in its pictures (`writeIds`); `meta.json` says the levels besides.
 *
 * | picture | red, green, blue | alpha |
 * |---|---|---|
 * | `means_l`, `means_u` | low and high bytes of `sign · ln(1 + abs)` within the bounds | 255 |
 * | `quats` | the smaller three of w, x, y, z, of ± 1/√2 | 252 + which is largest |
 * | `scales` | natural logarithms by the codebook | 255 |
 * | `sh0` | DC coefficients by the codebook | opacity |
 * | `shN_labels` | which palette row, low and high byte | 255 |
 * | `shN_centroids` | the palette, by the codebook, 64 rows side by side | 255 |
 */
export async function writeSog(gaussians: Gaussians): Promise<Uint8Array> {
  const { count, levels } = gaussians
  const means = placeMeans(gaussians)
  const scales = makeCodebook(gaussians.scales.map((scale) => Math.log(scale)))
  const dc = makeCodebook(gaussians.colors.map((color) => (color - 0.5) / SH_C0))
  const width = Math.max(4, Math.ceil(Math.sqrt(count) / 4) * 4)
  const size = { width, height: Math.max(1, Math.ceil(count / width)) }
  const picture = (name: string, plane: Plane) => encodePlane(name, plane, count, size)
  const harmonics = gaussians.harmonics && writeHarmonics(gaussians.harmonics, picture)
  const pictures = [
    await picture('means_l', means.plane(0)),
    await picture('means_u', means.plane(8)),
    await picture(
      'scales',
      codes(scales, () => 255),
    ),
    await picture('quats', (row) => packTurn(gaussians.rotations, row)),
    await picture(
      'sh0',
      codes(dc, (row) => Math.round(gaussians.opacities[row]! * 255)),
    ),
    ...((await harmonics)?.pictures ?? []),
  ]
  const meta = {
    version: 2,
    asset: { generator: 'Enfilade' },
    count,
    antialias: false,
    levels,
    means: { mins: means.min, maxs: means.max, files: ['means_l.webp', 'means_u.webp'] },
    scales: { codebook: [...scales.values], files: ['scales.webp'] },
    quats: { files: ['quats.webp'] },
    sh0: { codebook: [...dc.values], files: ['sh0.webp'] },
    ...(harmonics ? { shN: (await harmonics).meta } : {}),
  }
  return writeZip([{ name: 'meta.json', data: new TextEncoder().encode(JSON.stringify(meta)) }, ...pictures])
}

function placeMeans({ positions }: Gaussians) {
  const logs = positions.map((value) => Math.sign(value) * Math.log1p(Math.abs(value)))
  const { min, max } = boundsOf(logs)
  const code = (row: number, axis: number) => {
    const span = max[axis]! - min[axis]!
    return span > 0 ? Math.round(((logs[row * 3 + axis]! - min[axis]!) / span) * 65535) : 0
  }
  const plane =
    (shift: 0 | 8): Plane =>
    (row) => [(code(row, 0) >> shift) & 255, (code(row, 1) >> shift) & 255, (code(row, 2) >> shift) & 255, 255]
  return { min, max, plane }
}

function codes({ codes: values }: Codebook, alpha: (row: number) => number): Plane {
  return (row) => [values[row * 3]!, values[row * 3 + 1]!, values[row * 3 + 2]!, alpha(row)]
}

function packTurn(rotations: Float32Array, row: number): readonly [number, number, number, number] {
  const [x, y, z, w] = rotations.subarray(row * 4, row * 4 + 4)
  const values = [w!, x!, y!, z!]
  const largest = indexOfLargest(values)
  const sign = values[largest]! < 0 ? -1 : 1
  const [a, b, c] = values
    .filter((_, index) => index !== largest)
    .map((value) => Math.min(255, Math.max(0, Math.round((value * sign * Math.SQRT1_2 + 0.5) * 255))))
  return [a!, b!, c!, 252 + largest]
}

async function writeHarmonics(
  harmonics: Float32Array,
  picture: (name: string, plane: Plane) => Promise<ZipEntry>,
): Promise<{ readonly pictures: readonly ZipEntry[]; readonly meta: object }> {
  const palette = makePalette(harmonics, COEFFICIENTS * 3, MAX_PALETTE)
  const { values, codes: bytes } = makeCodebook(palette.rows)
  const height = Math.max(1, Math.ceil(palette.count / PALETTE_COLUMNS))
  const size = { width: PALETTE_COLUMNS * COEFFICIENTS, height }
  const centroids: Plane = (index) => [bytes[index * 3]!, bytes[index * 3 + 1]!, bytes[index * 3 + 2]!, 255]
  const labels: Plane = (row) => [palette.labels[row]! & 255, palette.labels[row]! >> 8, 0, 255]
  const files = ['shN_centroids.webp', 'shN_labels.webp']
  return {
    pictures: [
      await encodePlane('shN_centroids', centroids, palette.count * COEFFICIENTS, size),
      await picture('shN_labels', labels),
    ],
    meta: { count: palette.count, bands: 1, codebook: [...values], files },
  }
}

async function encodePlane(
  name: string,
  plane: Plane,
  count: number,
  size: { readonly width: number; readonly height: number },
): Promise<ZipEntry> {
  const rgba = new Uint8Array(size.width * size.height * 4)
  for (let row = 0; row < count; row++) rgba.set(plane(row), row * 4)
  return { name: `${name}.webp`, data: await encodeWebpLossless({ ...size, rgba }) }
}
