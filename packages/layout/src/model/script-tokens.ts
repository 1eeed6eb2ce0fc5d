import { findKind, kinds } from '@enfilade/catalogue'
import type { Point2, Size3 } from '@enfilade/scene'
import { type Brief, roomTypes } from '../brief.ts'
import type { Site } from '../site.ts'
import type { Thing } from './tokens.ts'

/**
 * A room as a line of words, the script's order in whole bins:
 *
 *     room type density (corner x y)+ (column x y)* (door x y yaw)* (window x y yaw)* (want kind)* (not kind)* things
 *     (kind size x y yaw)* end
 *
 * x and y count bins of 10 cm from the low corner of the box around the room, yaw sixteenths of a turn, size sixths of the
 * kind's range. What stands there already and what comes next are written alike, so to continue a line is to furnish.
 */
export const CONTEXT = 256
/** Words of one thing. */
export const THING_WORDS = 5

const BIN = 0.1
const SPAN = 128
const YAWS = 16
const SIZES = 6
/** Wanted things that are written of one object. */
const MOST_WANTED = 4

const signs = ['end', 'room', 'corner', 'column', 'door', 'window', 'want', 'not', 'things'] as const
const range = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, bin) => `${prefix}${bin}`)
const floorKinds = kinds.filter(({ mount, walkable }) => mount === 'floor' && !walkable).map(({ id }) => id)

/** All words, in the order of their numbers; number 0 fills up. */
export const scriptWords: readonly string[] = [
  '',
  ...signs,
  ...roomTypes.map((type) => `@${type}`),
  ...['sparse', 'normal', 'full'],
  ...[...floorKinds].sort().map((id) => `#${id}`),
  ...range('size', SIZES),
  ...range('x', SPAN),
  ...range('y', SPAN),
  ...range('yaw', YAWS),
]
const numbers = new Map(scriptWords.map((word, number) => [word, number]))

/** Number of a word; undefined for one that there is not. */
export const scriptNumber = (word: string): number | undefined => numbers.get(word)

/** How a room is laid on the bins: turned by quarter turns after it was mirrored (x to −x), then shifted. */
export type ScriptFrame = { readonly turn: number; readonly isMirrored: boolean; readonly low: Point2 }

export const createScriptFrame = ({ plan }: Site, turn = 0, isMirrored = false): ScriptFrame => {
  const points = plan.polygon.map((point) => laid({ turn, isMirrored, low: [0, 0] }, point))
  return {
    turn,
    isMirrored,
    low: [Math.min(...points.map(([x]) => x)), Math.min(...points.map(([, y]) => y))],
  }
}

const laid = ({ turn, isMirrored, low }: ScriptFrame, [x, y]: Point2): Point2 => {
  let point: Point2 = [isMirrored ? -x : x, y]
  for (let quarter = 0; quarter < turn; quarter++) point = [-point[1], point[0]]
  return [point[0] - low[0], point[1] - low[1]]
}

const pointWords = (frame: ScriptFrame, at: Point2): string[] => {
  const [x, y] = laid(frame, at).map((value) => Math.min(SPAN - 1, Math.max(0, Math.floor(value / BIN + 1e-6))))
  return [`x${x}`, `y${y}`]
}

const yawWord = ({ turn, isMirrored }: ScriptFrame, yaw: number): string => {
  const sixteenths = Math.round((((isMirrored ? -yaw : yaw) / Math.PI / 2 + turn / 4) % 1) * YAWS)
  return `yaw${(sixteenths + 2 * YAWS) % YAWS}`
}

/** The line up to its things. */
export const roomWords = (site: Site, brief: Brief, frame: ScriptFrame): string[] => {
  const { polygon, holes, doors, windows } = site.plan
  const middle = (ring: readonly Point2[], axis: 0 | 1): number =>
    ring.reduce((sum, point) => sum + point[axis], 0) / ring.length
  const wanted = brief.objects.flatMap(({ category, count }) =>
    Array.from({ length: Math.min(MOST_WANTED, count.min) }, () => category),
  )
  const ofKinds = (sign: string, list: readonly string[]): string[] =>
    list.filter((id) => numbers.has(`#${id}`)).flatMap((id) => [sign, `#${id}`])
  return [
    'room',
    `@${brief.room.type}`,
    brief.density,
    ...polygon.flatMap((point) => ['corner', ...pointWords(frame, point)]),
    ...holes.flatMap((ring) => ['column', ...pointWords(frame, [middle(ring, 0), middle(ring, 1)])]),
    ...doors.flatMap(({ at, yaw }) => ['door', ...pointWords(frame, at), yawWord(frame, yaw)]),
    ...windows.flatMap(({ at, yaw }) => ['window', ...pointWords(frame, at), yawWord(frame, yaw)]),
    ...ofKinds('want', wanted),
    ...ofKinds(
      'not',
      brief.exclusions.map(({ category }) => category),
    ),
    'things',
  ]
}

/** Words of things, large ones first; kinds that there is no word for are left out. */
export const thingsWords = (things: readonly Thing[], frame: ScriptFrame): string[] =>
  [...things]
    .filter(({ category }) => numbers.has(`#${category}`))
    .sort((a, b) => b.size[0] * b.size[1] - a.size[0] * a.size[1] || (a.category < b.category ? -1 : 1) || a.x - b.x)
    .flatMap(({ category, size, x, y, yaw }) => [
      `#${category}`,
      `size${sizeBin(category, size[0])}`,
      ...pointWords(frame, [x, y]),
      yawWord(frame, yaw),
    ])

const sizeBin = (category: string, width: number): number => {
  const { min, max } = findKind(category)!.size
  const share = max[0] > min[0] ? (width - min[0]) / (max[0] - min[0]) : 0
  return Math.min(SIZES - 1, Math.max(0, Math.floor(share * SIZES)))
}

/** For each x word the y words whose bin has its middle where `isInside` holds; of a frame neither turned nor mirrored. */
export const scriptCells = (
  { low }: ScriptFrame,
  isInside: (point: Point2) => boolean,
): ReadonlyMap<string, readonly string[]> => {
  const bins = [...range('', SPAN).keys()]
  const at = (bin: number, axis: 0 | 1): number => low[axis] + (bin + 0.5) * BIN
  const cells = bins.map((x): [string, string[]] => [
    `x${x}`,
    bins.filter((y) => isInside([at(x, 0), at(y, 1)])).map((y) => `y${y}`),
  ])
  return new Map(cells.filter(([, list]) => list.length > 0))
}

/** A thing from its five words in a frame that is neither turned nor mirrored. */
export const readThing = (words: readonly string[], { low }: ScriptFrame): Thing => {
  const [category, size, x, y, yaw] = [
    words[0]!.slice(1),
    ...words.slice(1).map((word) => Number(/\d+/.exec(word)![0])),
  ]
  return {
    category: category as string,
    size: sizeOfBin(category as string, size as number),
    x: low[0] + ((x as number) + 0.5) * BIN,
    y: low[1] + ((y as number) + 0.5) * BIN,
    yaw: ((yaw as number) / YAWS) * 2 * Math.PI,
  }
}

const sizeOfBin = (category: string, bin: number): Size3 => {
  const { min, max } = findKind(category)!.size
  const side = (axis: 0 | 1 | 2): number => min[axis] + ((bin + 0.5) / SIZES) * (max[axis] - min[axis])
  return [side(0), side(1), side(2)]
}
