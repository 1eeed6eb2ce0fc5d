import { type Gaussians, SH_C0 } from '../gaussians/gaussians.ts'
import { FileError } from './file-error.ts'
import { checkCount, checkTable, createTable } from './gaussian-table.ts'
import { readImageHeader } from './image-header.ts'
import { setWithLargest } from './smallest-three.ts'
import { PALETTE_COLUMNS } from './sog.ts'
import { decodeWebp, type RgbaImage } from './webp.ts'
import { readZip } from './zip.ts'

type Meta = {
  readonly version: number
  readonly count: number
  readonly levels?: readonly number[]
  readonly means: {
    readonly mins: readonly number[]
    readonly maxs: readonly number[]
    readonly files: readonly string[]
  }
  readonly scales: { readonly codebook: readonly number[]; readonly files: readonly string[] }
  readonly quats: { readonly files: readonly string[] }
  readonly sh0: { readonly codebook: readonly number[]; readonly files: readonly string[] }
  readonly shN?: {
    readonly count: number
    readonly bands: number
    readonly codebook: readonly number[]
    readonly files: readonly string[]
  }
}

type Load = (file: string | undefined, pixels: number) => Promise<RgbaImage>

/**
 * Reads a SOG archive of version 2; of higher harmonics only degree 1 is kept.
 *
 * @throws FileError when the archive, `meta.json` or a picture is broken, or a picture is smaller than its gaussians.
 */
export async function readSog(bytes: Uint8Array, name: string): Promise<Gaussians> {
  const files = readZip(bytes, name)
  const meta = readMeta(files.get('meta.json'), name)
  checkCount(meta.count, name)
  const load: Load = (file, pixels) => loadPicture(files, file, pixels, name)
  const table = createTable(meta.count, meta.shN !== undefined)
  await readMeans(table, meta, load)
  await readTurns(table, meta, load)
  await readCodes(table, meta, load)
  if (meta.shN) await readHarmonics(table, meta.shN, load, name)
  return checkTable({ ...table, ...(isLevels(meta) ? { levels: meta.levels! } : {}) }, name)
}

function isLevels({ levels, count }: Meta): boolean {
  return (
    Array.isArray(levels) &&
    levels.at(-1) === count &&
    levels.every((level, index) => Number.isInteger(level) && level >= (levels[index - 1] ?? 0))
  )
}

function readMeta(bytes: Uint8Array | undefined, name: string): Meta {
  if (!bytes) throw new FileError(name, 'it holds no meta.json', 'Give a .sog archive of gaussians')
  let meta: unknown
  try {
    meta = JSON.parse(new TextDecoder().decode(bytes))
  } catch (cause) {
    throw new FileError(name, 'its meta.json is no JSON', 'Export it again', { cause })
  }
  const fault = faultOf(meta as Partial<Meta> | null)
  if (fault) throw new FileError(name, `its meta.json has ${fault}`, 'Export it as SOG of version 2')
  return meta as Meta
}

function faultOf(meta: Partial<Meta> | null): string | undefined {
  if (meta?.version !== 2) return `version ${JSON.stringify(meta?.version)}`
  if (typeof meta.count !== 'number') return 'no count'
  if (!isNumbers(meta.means?.mins, 3) || !isNumbers(meta.means?.maxs, 3)) return 'no bounds of the means'
  if (!isNumbers(meta.scales?.codebook, 256)) return 'no codebook of 256 scales'
  if (!isNumbers(meta.sh0?.codebook, 256)) return 'no codebook of 256 colours'
  if (meta.shN && !(isNumbers(meta.shN.codebook, 256) && [1, 2, 3].includes(meta.shN.bands)))
    return 'harmonics without codebook'
  return undefined
}

function isNumbers(value: unknown, length: number): boolean {
  return Array.isArray(value) && value.length === length && value.every((each) => Number.isFinite(each))
}

async function loadPicture(
  files: ReadonlyMap<string, Uint8Array>,
  file: string | undefined,
  pixels: number,
  name: string,
): Promise<RgbaImage> {
  const bytes = files.get(file ?? '')
  if (!bytes) throw new FileError(name, `it holds no picture ${file}`, 'Export it again')
  const { width, height } = readImageHeader(bytes, `${name}: ${file}`)
  // Pictures are nearly square: larger ones are not for this many gaussians.
  const isFit = width * height >= pixels && width * height <= pixels * 2 + 65_536
  if (!isFit)
    throw new FileError(name, `${file} has ${width} × ${height} pixels for ${pixels} gaussians`, 'Export it again')
  try {
    return await decodeWebp(bytes)
  } catch (cause) {
    throw new FileError(name, `${file} is broken`, 'Copy the file again from where it came', { cause })
  }
}

async function readMeans({ count, positions }: Gaussians, { means }: Meta, load: Load): Promise<void> {
  const low = await load(means.files?.[0], count)
  const high = await load(means.files?.[1], count)
  for (let row = 0; row < count; row++)
    for (let axis = 0; axis < 3; axis++) {
      const fraction = (low.rgba[row * 4 + axis]! + high.rgba[row * 4 + axis]! * 256) / 65535
      const log = means.mins[axis]! + (means.maxs[axis]! - means.mins[axis]!) * fraction
      positions[row * 3 + axis] = Math.sign(log) * Math.expm1(Math.abs(log))
    }
}

async function readTurns({ count, rotations }: Gaussians, { quats }: Meta, load: Load): Promise<void> {
  const { rgba } = await load(quats.files?.[0], count)
  for (let row = 0; row < count; row++) {
    const [a, b, c] = [0, 1, 2].map((index) => (rgba[row * 4 + index]! / 255 - 0.5) * Math.SQRT2)
    const largest = Math.max(0, rgba[row * 4 + 3]! - 252)
    setWithLargest(rotations, row * 4, (largest + 3) % 4, largest === 0 ? [a!, b!, c!] : [b!, c!, a!])
  }
}

async function readCodes(table: Gaussians, { scales, sh0 }: Meta, load: Load): Promise<void> {
  const sizes = await load(scales.files?.[0], table.count)
  const colors = await load(sh0.files?.[0], table.count)
  for (let row = 0; row < table.count; row++) {
    for (let index = 0; index < 3; index++) {
      table.scales[row * 3 + index] = Math.exp(scales.codebook[sizes.rgba[row * 4 + index]!]!)
      table.colors[row * 3 + index] = sh0.codebook[colors.rgba[row * 4 + index]!]! * SH_C0 + 0.5
    }
    table.opacities[row] = colors.rgba[row * 4 + 3]! / 255
  }
}

async function readHarmonics(table: Gaussians, shN: NonNullable<Meta['shN']>, load: Load, name: string): Promise<void> {
  const coefficients = (shN.bands + 1) ** 2 - 1
  checkCount(shN.count, name)
  const palette = await load(shN.files?.[0], shN.count * coefficients)
  const labels = await load(shN.files?.[1], table.count)
  if (palette.width !== PALETTE_COLUMNS * coefficients)
    throw new FileError(name, `its palette is ${palette.width} pixels wide`, 'Export it again')
  for (let row = 0; row < table.count; row++) {
    const label = labels.rgba[row * 4]! + labels.rgba[row * 4 + 1]! * 256
    for (let index = 0; index < 9; index++) {
      const code = palette.rgba[(label * coefficients + Math.floor(index / 3)) * 4 + (index % 3)]
      table.harmonics![row * 9 + index] = shN.codebook[code ?? 0]!
    }
  }
}
