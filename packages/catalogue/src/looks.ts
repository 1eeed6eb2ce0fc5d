import type { Finish, ItemRecord, Size3 } from '@enfilade/scene'
import { buildItemSymbol } from './build-item.ts'
import type { Kind } from './kind.ts'
import { findKind } from './kinds.ts'
import { materialFamily, resolveMaterial } from './material-words.ts'
import { type MaterialName, materials } from './materials.ts'
import { type DefaultFinish, type Finishes, resolveFinish } from './mesh.ts'
import { placeholderFinishes } from './placeholder.ts'
import { resolveStyle, type StyleName, styles } from './styles.ts'

export type LookedAt = Pick<ItemRecord, 'category'> &
  Partial<Pick<ItemRecord, 'size' | 'shape' | 'style' | 'variant' | 'finishes'>>

/** What an item shows: colour and material of its main part, its outline, its style (null: no particular one). */
export type ShownLooks = {
  readonly color: string
  readonly material: MaterialName
  readonly shape: string | null
  readonly style: StyleName | null
}

/** What somebody asks an item to look like; words in English or Chinese or ids. */
export type AskedLooks = {
  readonly color?: string | undefined
  readonly material?: string | undefined
  readonly shape?: string | undefined
  readonly style?: string | undefined
  readonly variant?: string | undefined
}

/** The fields of the record that make an item look as asked, and what of it this kind cannot show. */
export type AppliedLooks = Pick<ItemRecord, 'finishes' | 'shape' | 'style' | 'variant'> & {
  readonly unmet: readonly (keyof AskedLooks)[]
}

/** Sides whose proportion is under this make a square or a circle. */
const EQUAL = 1.05

/** Largest difference per colour channel of two parts that go together. */
const SAME_SHADE = 24

/** The finish slot of the visually main part: the one that a plain "make it blue" means. */
export function mainSlot(category: string): string {
  return Object.keys(finishesOf(category))[0] ?? 'body'
}

/** What the mesh of an item shows, in the words of Scene JSON. */
export function shownLooks(item: LookedAt): ShownLooks {
  const finishes = finishesOf(item.category)
  const { color, material } = resolveFinish(finishes, item.finishes, mainSlot(item.category))
  return { color, material, shape: shownShape(item), style: shownStyle(item) }
}

/** Turns asked looks into record fields, over what the item has already. */
export function applyLooks(category: string, asked: AskedLooks, has: Omit<LookedAt, 'category'> = {}): AppliedLooks {
  const kind = findKind(category)
  const defaults = finishesOf(category)
  const unmet: (keyof AskedLooks)[] = []
  const material = asked.material === undefined ? undefined : resolveMaterial(asked.material)
  if (asked.material !== undefined && !material) unmet.push('material')
  const color = asked.color?.toLowerCase()
  const isColor = color === undefined || /^#[0-9a-f]{6}$/.test(color)
  if (!isColor) unmet.push('color')
  const style = asked.style === undefined ? undefined : resolveStyle(asked.style)
  if (asked.style !== undefined && !style) unmet.push('style')
  const finishes: { [slot: string]: Finish } = { ...has.finishes }
  if (style) Object.assign(finishes, styleFinishes(defaults, style))
  const wanted: Finish = { ...(material ? { material } : {}), ...(color && isColor ? { color } : {}) }
  if (material || (color && isColor))
    for (const slot of paintedWithMain(defaults, material)) finishes[slot] = dress(finishes[slot], wanted)
  const shape = asked.shape === undefined ? undefined : shapeFor(kind, asked.shape)
  if (asked.shape !== undefined && shape === undefined && naturalShape(kind) !== asked.shape) unmet.push('shape')
  const variant = kind?.variants.find((name) => name === asked.variant)
  if (asked.variant !== undefined && variant === undefined) unmet.push('variant')
  return {
    ...(Object.keys(finishes).length > 0 ? { finishes } : {}),
    ...(shape !== undefined ? { shape } : {}),
    ...(style ? { style } : {}),
    ...(variant !== undefined ? { variant } : {}),
    unmet,
  }
}

/** The size at which an item of a kind shows a shape: squares and circles have equal sides, ovals do not. */
export function sizeForShape(category: string, size: Size3, shape: string): Size3 {
  const plane = planeOf(findKind(category))
  const [a, b] = [size[0], size[plane]]
  const withSides = (width: number, other: number): Size3 =>
    plane === 2 ? [width, size[1], other] : [width, other, size[2]]
  if (shape === 'square' || shape === 'round' || shape === 'octagonal') {
    const side = Math.round(Math.sqrt(a * b) * 100) / 100
    return ratio(a, b) < EQUAL ? size : withSides(side, side)
  }
  if ((shape === 'oval' || shape === 'rectangular') && ratio(a, b) < 1.2) return withSides(a * 1.15, b * 0.85)
  return size
}

/** Shapes that a kind can take, squares among them where it has straight sides. */
export function shapesOf(category: string): readonly string[] {
  const shapes = findKind(category)?.shapes ?? []
  return shapes.includes('rectangular') && !shapes.includes('square') ? [...shapes, 'square'] : shapes
}

function finishesOf(category: string): Finishes {
  return findKind(category)?.finishes ?? placeholderFinishes
}

/** A new material brings its own colour unless one is asked for too. */
function dress(now: Finish | undefined, wanted: Finish): Finish {
  return wanted.material ? wanted : { ...now, ...wanted }
}

/** The main slot and those that go with it: of nearly the same default finish, or of the family of the new material. */
function paintedWithMain(defaults: Finishes, material: MaterialName | undefined): string[] {
  const slots = Object.keys(defaults)
  const main = defaults[slots[0]!]!
  const isKindred = material === undefined || coverOf(material) === coverOf(main.material)
  const goesAlong = (finish: DefaultFinish) =>
    (finish.material === main.material && isNear(finish, main)) ||
    (material !== undefined && finish.color === undefined && coverOf(finish.material) === coverOf(main.material))
  return slots.filter((slot, k) => k === 0 || (isKindred && goesAlong(defaults[slot]!)))
}

/** Seat cushions are a shade lighter than their sofa: a new colour takes both. */
function isNear(a: DefaultFinish, b: DefaultFinish): boolean {
  const channels = ({ material, color }: DefaultFinish) =>
    [1, 3, 5].map((at) => Number.parseInt((color ?? materials[material].color).slice(at, at + 2), 16))
  const other = channels(b)
  return channels(a).every((value, k) => Math.abs(value - other[k]!) <= SAME_SHADE)
}

/** Painted boards are boards, leather covers what cloth does. */
function coverOf(material: MaterialName): string {
  const group = groupOf(material)
  return group === 'painted' ? 'wood' : group
}

/** Leather covers the same parts as cloth does. */
function groupOf(material: MaterialName): string {
  const family = materialFamily(material)
  return family === 'leather' ? 'fabric' : family
}

/** Parts that follow a style; what lies on or in a thing (books, shoes, leaves) keeps its own looks. */
const STYLED =
  /^(top|legs|frame|body|front|panel|upholstery|cushions?|cover|seat|back|handles?|base|stand|boards?|headboard|rod|rail|cloth|blanket|throw|arms|shelf|shelves|plinth|basket)$/

function styleFinishes(defaults: Finishes, name: StyleName): { [slot: string]: Finish } {
  const out: { [slot: string]: Finish } = {}
  for (const [slot, { material }] of Object.entries(defaults)) {
    if (!STYLED.test(slot)) continue
    const group = groupOf(material)
    if (group !== 'wood' && group !== 'painted' && group !== 'metal' && group !== 'fabric') continue
    out[slot] = { ...styles[name][group][0] }
  }
  return out
}

/** A style counts as shown while at least half of the parts that it decides look its way. */
function shownStyle(item: LookedAt): StyleName | null {
  const style = item.style === undefined ? undefined : resolveStyle(item.style)
  if (!style) return null
  const defaults = finishesOf(item.category)
  const { wood, painted, metal, fabric, seat } = styles[style]
  const own = [...wood, ...painted, ...metal, ...fabric, ...seat]
  const wanted = Object.entries(styleFinishes(defaults, style))
  const shown = wanted.filter(([slot, typical]) => {
    const now = resolveFinish(defaults, item.finishes, slot)
    return now.material === typical.material || own.some((f) => f.material === now.material && isNear(f, now))
  })
  return shown.length * 2 >= wanted.length ? style : null
}

function shownShape(item: LookedAt): string | null {
  const kind = findKind(item.category)
  if (!kind) return null
  const shape = item.shape !== undefined && kind.shapes.includes(item.shape) ? item.shape : kind.shapes[0]
  if (shape === undefined) return naturalShape(kind) ?? null
  const plane = planeOf(kind)
  const isEqual = item.size === undefined || ratio(item.size[0], item.size[plane]) < EQUAL
  if (shape === 'rectangular' && item.size && isEqual) return 'square'
  if (shape === 'square' && !isEqual) return 'rectangular'
  if (shape === 'round' && !isEqual) return 'oval'
  return shape
}

/** The stored shape that comes nearest to an asked one; undefined: this kind has no such form. */
function shapeFor(kind: Kind | undefined, asked: string): string | undefined {
  const shapes = kind?.shapes ?? []
  if (shapes.includes(asked)) return asked
  if (asked === 'square' && shapes.includes('rectangular')) return 'rectangular'
  if (asked === 'oval' && shapes.includes('round')) return 'round'
  if (asked === 'semicircular' && shapes.includes('half_round')) return 'half_round'
  if (asked === 'rectangular' && shapes.includes('straight')) return 'straight'
  return undefined
}

/** Hung things show their front, others their plan. */
function planeOf(kind: Kind | undefined): 1 | 2 {
  return kind?.mount === 'wall' ? 2 : 1
}

function ratio(a: number, b: number): number {
  return Math.max(a, b) / Math.max(1e-6, Math.min(a, b))
}

/** The outline of a kind that has one form only, by the area of its symbol; undefined: neither round nor straight. */
function naturalShape(kind: Kind | undefined): string | undefined {
  if (!kind || kind.shapes.length > 0 || kind.mount === 'wall') return undefined
  const { typical } = kind.size
  const edge = buildItemSymbol({ category: kind.id, size: typical }).find((path) => path.closed)
  if (!edge) return undefined
  let area = 0
  for (const [k, [x, y]] of edge.points.entries()) {
    const [u, v] = edge.points[(k + 1) % edge.points.length]!
    area += (x * v - u * y) / 2
  }
  const part = Math.abs(area) / (typical[0] * typical[1])
  if (part > 0.93) return 'rectangular'
  if (part > 0.77 && part < 0.8) return ratio(typical[0], typical[1]) < EQUAL ? 'round' : 'oval'
  return undefined
}
