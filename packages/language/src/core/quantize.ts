import {
  type CoreEntity,
  constructorName,
  isCoreEntity,
  type OpeningEntity,
  type ScriptEntity,
  type WallEntity,
} from '../text/entity.ts'
import { parseScriptEntities } from '../text/parse-entities.ts'
import { writeScriptEntities } from '../text/write-entities.ts'

/** Ranges of the integer form, metres and radians. Source: the public SpatialLM configuration, version 1.1. */
const RANGES = {
  world: [0, 32],
  height: [0, 25.6],
  width: [0, 25.6],
  scale: [0, 20],
  angle: [-6.2832, 6.2832],
} as const

export type QuantizedRange = keyof typeof RANGES
export type Triple = readonly [number, number, number]

const WALL_RANGES: readonly QuantizedRange[] = [
  'world',
  'world',
  'world',
  'world',
  'world',
  'world',
  'height',
  'height',
]
const OPENING_RANGES: readonly QuantizedRange[] = ['world', 'world', 'world', 'width', 'height']
const BOX_RANGES: readonly QuantizedRange[] = ['world', 'world', 'world', 'angle', 'scale', 'scale', 'scale']
const RANGES_OF = { wall: WALL_RANGES, door: OPENING_RANGES, window: OPENING_RANGES, bbox: BOX_RANGES } as const

export const DEFAULT_BINS = 1280

export type QuantizeOptions = {
  /** 1280 (default) or 640, as the model was trained. */
  readonly bins?: number
  /** The minimum corner of the point cloud, which is taken off first. Default: that of the layout itself. */
  readonly origin?: Triple
}

/** The bin of a value: truncated, and clamped to the range. */
export function quantize(value: number, range: QuantizedRange, bins = DEFAULT_BINS): number {
  const [low, high] = RANGES[range]
  const bin = Math.trunc(((value - low) / (high - low)) * bins)
  return Math.min(bins - 1, Math.max(0, bin)) + 0
}

/** The lower edge of a bin. */
export function dequantize(bin: number, range: QuantizedRange, bins = DEFAULT_BINS): number {
  const [low, high] = RANGES[range]
  return (bin / bins) * (high - low) + low
}

/**
 * The integer form of a script's core lines, as models are trained on it: ends and lines in their order, ids from 0,
 * the minimum corner taken off, every number its bin. Lines with numbers that are not finite are left out.
 *
 * @returns The text, and the corner that was taken off; `dequantizeScript` takes it.
 */
export function quantizeScript(
  script: string | readonly ScriptEntity[],
  options: QuantizeOptions = {},
): { readonly text: string; readonly origin: Triple } {
  const { bins = DEFAULT_BINS } = options
  const entities = typeof script === 'string' ? parseScriptEntities(script).entities : script
  const core = entities.filter(isCoreEntity).filter((entity) => entity.numbers.every(Number.isFinite))
  const origin = options.origin ?? minimumCorner(core)
  const lines = orderForTraining(core).map((entity) => {
    const ranges = RANGES_OF[entity.kind]
    const numbers = entity.numbers.map((value, i) => {
      const axis = coordinateAxis(entity, i)
      return quantize(axis === undefined ? value : value - origin[axis]!, ranges[i]!, bins)
    })
    const first = entity.kind === 'wall' ? [] : [entity.kind === 'bbox' ? entity.category : `wall_${entity.wall}`]
    return `${entity.kind}_${entity.id}=${constructorName(entity.kind)}(${[...first, ...numbers].join(',')})`
  })
  return { text: lines.join('\n'), origin }
}

/** The script that an integer form stands for; every number is the lower edge of its bin. */
export function dequantizeScript(text: string, options: QuantizeOptions = {}): string {
  const { bins = DEFAULT_BINS, origin = [0, 0, 0] } = options
  const entities = parseScriptEntities(text)
    .entities.filter(isCoreEntity)
    .map((entity): CoreEntity => {
      const ranges = RANGES_OF[entity.kind]
      const numbers = entity.numbers.map((bin, i) => {
        const axis = coordinateAxis(entity, i)
        return dequantize(bin, ranges[i]!, bins) + (axis === undefined ? 0 : origin[axis]!)
      })
      return { ...entity, numbers }
    })
  return writeScriptEntities(entities)
}

/**
 * Core entities in the order in which models are trained on them: each wall's ends by z, y, x; walls by their first
 * then second end; doors, windows and boxes by y, then x; ids from 0 in each kind.
 */
export function orderForTraining(core: readonly CoreEntity[]): CoreEntity[] {
  const walls = core.filter((entity): entity is WallEntity => entity.kind === 'wall').map(orderEnds)
  walls.sort((a, b) => compareAt(a.numbers, b.numbers, [2, 1, 0, 5, 4, 3]))
  const numberOf = new Map<string, string>()
  walls.forEach((wall, index) => {
    if (!numberOf.has(wall.id)) numberOf.set(wall.id, String(index))
  })
  const rest = (['door', 'window', 'bbox'] as const).flatMap((kind) => {
    const own = core.filter((entity) => entity.kind === kind)
    return own
      .sort((a, b) => compareAt(a.numbers, b.numbers, [1, 0]))
      .map((entity, index): CoreEntity => {
        const id = String(index)
        if (entity.kind === 'bbox') return { ...entity, id }
        return { ...(entity as OpeningEntity), id, wall: numberOf.get((entity as OpeningEntity).wall) ?? '0' }
      })
  })
  return [...walls.map((wall, index) => ({ ...wall, id: String(index) })), ...rest]
}

function orderEnds(wall: WallEntity): WallEntity {
  const [ax, ay, az, bx, by, bz, height, thickness] = wall.numbers as readonly [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  if (compareAt([ax, ay, az], [bx, by, bz], [2, 1, 0]) <= 0) return wall
  return { ...wall, numbers: [bx, by, bz, ax, ay, az, height, thickness] }
}

function compareAt(a: readonly number[], b: readonly number[], order: readonly number[]): number {
  for (const i of order) if (a[i] !== b[i]) return a[i]! - b[i]!
  return 0
}

/** 0, 1 or 2 for a number that is a coordinate. */
function coordinateAxis(entity: CoreEntity, index: number): 0 | 1 | 2 | undefined {
  const count = entity.kind === 'wall' ? 6 : 3
  return index < count ? ((index % 3) as 0 | 1 | 2) : undefined
}

function minimumCorner(core: readonly CoreEntity[]): Triple {
  const low: [number, number, number] = [Infinity, Infinity, Infinity]
  const add = (x: number, y: number, z: number) => {
    low[0] = Math.min(low[0], x)
    low[1] = Math.min(low[1], y)
    low[2] = Math.min(low[2], z)
  }
  for (const { kind, numbers: n } of core) {
    if (kind === 'wall') {
      add(n[0]!, n[1]!, n[2]!)
      add(n[3]!, n[4]!, n[5]!)
    } else if (kind === 'bbox') {
      const [cos, sin] = [Math.abs(Math.cos(n[3]!)), Math.abs(Math.sin(n[3]!))]
      add(n[0]! - (cos * n[4]! + sin * n[5]!) / 2, n[1]! - (sin * n[4]! + cos * n[5]!) / 2, n[2]! - n[6]! / 2)
    } else add(n[0]!, n[1]!, n[2]! - n[4]! / 2)
  }
  return low.every(Number.isFinite) ? low : [0, 0, 0]
}
