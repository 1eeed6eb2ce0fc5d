import { type DefaultFinish, type MaterialName, materialFamily, materials } from '@enfilade/catalogue'
import type { AppearanceBrief, Mood, Text, Wish } from './appearance-brief.ts'
import { agree, inMood, shift, standOut } from './harmony.ts'
import { type NamedPalette, namedPalettes } from './named-palettes.ts'
import { colorDistance, hexOf, lchOf } from './oklab.ts'
import { draw, pick } from './seeded.ts'
import { canBeOf, type ItemRole } from './slot-role.ts'
import { blendStyles, type StyleBlend } from './style-blend.ts'

export type SurfaceRole = 'walls' | 'ceiling' | 'floor' | 'tile' | 'wallTile' | 'trim' | 'leaf' | 'feature'
export type PaletteRole = SurfaceRole | ItemRole

export type FullFinish = { readonly material: MaterialName; readonly color: string }

/** A finish of the palette, why it is this one, and whether somebody said so (then nothing changes it). */
export type PaletteEntry = { readonly finish: FullFinish; readonly why: Text; readonly isFixed: boolean }

/** What a space is made of: 60 % walls and floor, 30 % wood and large cloth, 10 % accents. */
export type Palette = {
  readonly entries: ReadonlyMap<PaletteRole, PaletteEntry>
  readonly blend: StyleBlend
  /** Wishes for surfaces and parts that cannot be of that material. */
  readonly refused: readonly Wish[]
}

type Draft = Map<PaletteRole, PaletteEntry>

/**
 * The palette for a brief.
 *
 * @param locks Roles that are decided already.
 */
export function choosePalette(
  brief: AppearanceBrief,
  seed: number,
  locks: ReadonlyMap<string, FullFinish> = new Map(),
): Palette {
  const blend = blendStyles(brief, seed)
  const draft: Draft = new Map()
  fromStyle(draft, blend, seed)
  fromPicture(draft, brief)
  fromNamedPalettes(draft, brief, seed)
  fromFreeColors(draft, brief)
  fromFreeMaterials(draft, brief)
  const refused = fromWishes(draft, brief.wishes)
  avoid(draft, brief)
  moods(draft, brief.moods)
  for (const [role, finish] of locks) set(draft, role as PaletteRole, finish, LOCKED, true)
  harmonise(draft)
  return { entries: draft, blend, refused }
}

const LOCKED: Text = { en: 'locked', zh: '已锁定' }

export const fullFinish = ({ material, color }: DefaultFinish): FullFinish => ({
  material,
  color: color ?? materials[material].color,
})

function set(draft: Draft, role: PaletteRole, finish: FullFinish, why: Text, isFixed = false): void {
  draft.set(role, { finish, why, isFixed })
}

/** Changes what nobody has fixed. */
function adjust(draft: Draft, role: PaletteRole, color: string, why?: Text): void {
  const entry = draft.get(role)
  if (!entry || entry.isFixed || entry.finish.color === color) return
  draft.set(role, { ...entry, finish: { ...entry.finish, color }, why: why ? both(entry.why, why) : entry.why })
}

const both = (a: Text, b: Text): Text => ({ en: `${a.en}; ${b.en}`, zh: `${a.zh}；${b.zh}` })

const colorAt = (draft: Draft, role: PaletteRole) => draft.get(role)!.finish.color

function fromStyle(draft: Draft, blend: StyleBlend, seed: number): void {
  const { base, other, rest, why, whyOther, whyRest } = blend
  const take = (role: PaletteRole, list: readonly DefaultFinish[], reason: Text) =>
    set(draft, role, fullFinish(pick(list, seed, role)), reason)
  take('walls', base.walls, why)
  take('floor', base.floor, why)
  take('tile', base.tile, why)
  take('trim', base.trim, why)
  take('wood', base.wood, why)
  take('fabric', base.fabric, why)
  take('painted', base.painted, why)
  take('metal', other.metal, whyOther)
  take('seat', other.seat, whyOther)
  take('stone', other.stone, whyOther)
  take('rug', rest.rug, whyRest)
  take('curtain', rest.curtain, whyRest)
  if (base.feature.length > 0) take('feature', base.feature, why)
  const accents = pick(other.accents, seed, 'accents')
  const turn = Math.floor(draw(seed, 'accent order') * 3)
  ;(['accent', 'accent2', 'accent3'] as const).forEach((role, k) => {
    const at = draw(seed, 'accent swap') < 0.5 ? k : (k + turn) % 3
    set(draft, role, { material: 'linen', color: accents[at]! }, whyOther)
  })
  derive(draft, base.trim, why, seed)
}

/** What follows from the rest: ceilings, tiled walls, doors, bed linen, shades, taps, leather. */
function derive(draft: Draft, trims: readonly DefaultFinish[], why: Text, seed: number): void {
  const walls = colorAt(draft, 'walls')
  const wall = lchOf(walls)
  const ceiling = hexOf({ l: Math.max(0.945, wall.l), c: wall.c * 0.25, h: wall.h })
  const under: Text = { en: 'a light of the walls, so that the room stays high', zh: '取墙面的浅色，显得更高' }
  set(draft, 'ceiling', { material: 'plaster', color: ceiling }, under)
  const tile = draft.get('tile')!.finish
  const pale = lchOf(tile.color)
  const wallTile = hexOf({ l: Math.max(pale.l, 0.86), c: pale.c * 0.6, h: pale.h })
  const isTiled = ['tile', 'terrazzo', 'slate', 'stone'].includes(tile.material)
  set(
    draft,
    'wallTile',
    { material: isTiled ? 'tile' : tile.material, color: wallTile },
    {
      en: 'lighter than the floor below',
      zh: '比地面浅',
    },
  )
  const leaf = fullFinish(pick(trims, seed, 'leaf'))
  set(draft, 'leaf', leaf, why)
  const linen = lchOf(mixTowards(walls, '#fbf8f2'))
  set(
    draft,
    'bedding',
    { material: 'cotton', color: hexOf({ ...linen, l: Math.max(linen.l, 0.93), c: Math.min(linen.c, 0.025) }) },
    {
      en: 'bed linen close to white',
      zh: '接近白色的床品',
    },
  )
  const fabric = draft.get('fabric')!.finish
  const cover = materialFamily(fabric.material) === 'leather' ? draft.get('curtain')!.finish.color : fabric.color
  set(
    draft,
    'blanket',
    { material: 'linen', color: shift(cover, { light: 0.06, chroma: 0.9 }) },
    {
      en: 'goes with the upholstery',
      zh: '与软包呼应',
    },
  )
  const curtain = lchOf(colorAt(draft, 'curtain'))
  set(
    draft,
    'shade',
    { material: 'linen', color: hexOf({ l: Math.max(0.88, curtain.l), c: Math.min(0.04, curtain.c), h: curtain.h }) },
    {
      en: 'light passes a pale shade',
      zh: '浅色灯罩透光',
    },
  )
  const metal = draft.get('metal')!.finish
  const isTapMetal = /brass|gold|bronze|copper|black_metal|chrome|steel|silver/.test(metal.material)
  set(draft, 'fittings', isTapMetal ? metal : fullFinish({ material: 'chrome' }), why)
  const seat = draft.get('seat')!.finish
  const hide = [fabric, seat].find(({ material }) => materialFamily(material) === 'leather')
  set(draft, 'leather', hide ?? { material: 'leather', color: hideBeside(colorAt(draft, 'wood')) }, {
    en: 'leather that goes with the wood',
    zh: '与木色相配的皮革',
  })
  set(
    draft,
    'towel',
    { material: 'cotton', color: shift(colorAt(draft, 'accent'), { light: 0.2, chroma: 0.5 }) },
    {
      en: 'a pale accent',
      zh: '点缀色的浅色',
    },
  )
  set(
    draft,
    'ceramic',
    { material: 'stoneware', color: shift(colorAt(draft, 'accent2'), { chroma: 0.75, light: 0.04 }) },
    {
      en: 'a quiet accent',
      zh: '柔和的点缀色',
    },
  )
}

const mixTowards = (color: string, white: string) =>
  hexOf({ ...lchOf(white), c: lchOf(color).c * 0.4, h: lchOf(color).h })

function hideBeside(wood: string): string {
  const { l, h } = lchOf(wood)
  return hexOf({ l: l > 0.6 ? 0.52 : 0.4, c: 0.075, h: h - 0.12 })
}

function fromNamedPalettes(draft: Draft, brief: AppearanceBrief, seed: number): void {
  const [first] = brief.palettes
  if (!first) return
  const { names, ...colors }: NamedPalette = namedPalettes[first]
  const why: Text = { en: `as asked: ${names.en[0]}`, zh: `按要求：${names.zh[0]}` }
  const paint = (role: PaletteRole, color: string) => {
    const { material } = draft.get(role)!.finish
    const cloth = role === 'fabric' || role === 'seat'
    const kept = cloth && ['leather', 'woven', 'plastic'].includes(materialFamily(material)) ? 'linen' : material
    set(draft, role, { material: role === 'walls' ? wallPaint(material) : kept, color }, why)
  }
  paint('walls', pick(colors.walls, seed, 'walls'))
  paint('fabric', pick(colors.cloths, seed, 'fabric'))
  paint('seat', pick(colors.cloths.slice().reverse(), seed, 'seat'))
  paint('painted', pick(colors.fronts, seed, 'painted'))
  const accents = pick(colors.accents, seed, 'accents')
  paint('accent', accents[0])
  paint('accent2', accents[1])
  paint('accent3', accents[2])
  paint('rug', hexOf({ ...lchOf(pick(colors.cloths, seed, 'rug')), l: 0.82 }))
  paint('curtain', hexOf({ ...lchOf(pick(colors.walls, seed, 'curtain')), l: 0.88 }))
  draft.delete('feature')
  derive(draft, [draft.get('trim')!.finish], why, seed)
}

/** Plaster takes any paint; concrete and brick do not. */
const wallPaint = (material: MaterialName): MaterialName =>
  material === 'painted_wood' || material === 'paper' ? material : 'plaster'

function fromPicture(draft: Draft, { picture }: AppearanceBrief): void {
  if (!picture) return
  const why: Text = { en: 'from the picture', zh: '来自参考图' }
  const paint = (role: PaletteRole, color: string | undefined, material?: MaterialName) => {
    if (color) set(draft, role, { material: material ?? draft.get(role)!.finish.material, color }, why)
  }
  const light = (color: string | undefined, least: number) =>
    color && hexOf({ ...lchOf(color), l: Math.max(least, lchOf(color).l) })
  paint('walls', light(picture.walls, 0.3), 'plaster')
  paint('ceiling', light(picture.ceiling ?? picture.walls, 0.85))
  const { floor } = picture
  if (floor) paint('floor', floor, floorMaterial(floor, picture.wood))
  if (picture.woodColor) paint('wood', picture.woodColor, nearestWood(picture.woodColor))
  const { furniture } = picture
  if (furniture) paint('fabric', furniture, isHide(furniture) && picture.fabric < 0.3 ? 'leather' : 'linen')
  const [first, second, third] = picture.accents
  if (first) paint('accent', first)
  if (second) paint('accent2', second)
  if (third) paint('accent3', third)
  const light2 = picture.palette.map(({ color }) => color).filter((color) => lchOf(color).l > 0.6)
  if (light2[1]) paint('rug', light2[1])
  if (light2[0]) paint('curtain', light(light2[0], 0.75))
  if (first) paint('seat', mutedAccent(first), 'velvet')
  draft.delete('feature')
  derive(draft, [draft.get('trim')!.finish], why, 1)
}

const mutedAccent = (color: string) => shift(color, { chroma: 0.8 })

/** Leather is brown to cognac. */
function isHide(color: string): boolean {
  const { l, c, h } = lchOf(color)
  return c > 0.05 && h > 0.6 && h < 1.35 && l < 0.65
}

function isWoody(color: string): boolean {
  const { l, c, h } = lchOf(color)
  return c > 0.025 && c < 0.14 && h > 0.7 && h < 1.65 && l > 0.25 && l < 0.9
}

function floorMaterial(color: string, wood: number): MaterialName {
  if (isWoody(color) && wood > 0.15) return nearestWood(color)
  return lchOf(color).c > 0.05 ? 'tile' : 'sintered_stone'
}

const WOODS = ['birch', 'ash', 'oak', 'teak', 'walnut', 'mahogany', 'black_oak'] as const

export function nearestWood(color: string): MaterialName {
  return WOODS.reduce(
    (best, name) =>
      colorDistance(materials[name].color, color) < colorDistance(materials[best].color, color) ? name : best,
    WOODS[0] as (typeof WOODS)[number],
  )
}

/** Colours without a place: pale ones to the walls, then to large cloths, then to accents. */
function fromFreeColors(draft: Draft, brief: AppearanceBrief): void {
  const why: Text = { en: 'one of the colours asked for', zh: '要求的颜色之一' }
  const places: { readonly [kind: string]: PaletteRole[] } = {
    pale: ['walls', 'curtain', 'rug'],
    strong: ['fabric', 'accent', 'accent2', 'accent3'],
  }
  for (const color of brief.colors) {
    const { l, c } = lchOf(color)
    const kind = l > 0.8 && c < 0.06 ? 'pale' : 'strong'
    const role = places[kind]!.shift()
    if (!role) continue
    const { material } = draft.get(role)!.finish
    set(draft, role, { material: clothFor(role, material, color), color }, why, true)
    // A bedroom has no sofa: there the bed wears it.
    if (role === 'fabric') set(draft, 'blanket', { material: 'linen', color }, why)
    // A strong colour that is seen once only looks like a mistake.
    if (role === 'fabric')
      set(
        draft,
        places.strong!.includes('accent') ? 'accent3' : 'accent',
        { material: 'linen', color: shift(color, { light: 0.1 }) },
        why,
      )
    if (role === 'accent')
      set(
        draft,
        'seat',
        {
          material: clothFor('seat', draft.get('seat')!.finish.material, color),
          color: shift(color, { chroma: 0.85 }),
        },
        why,
      )
  }
}

/** The material that can have a colour: leather has its own browns, concrete its greys. */
function clothFor(role: PaletteRole, material: MaterialName, color: string): MaterialName {
  if (role === 'walls' || role === 'feature' || role === 'ceiling') return wallPaint(material)
  if (role === 'wood' || role === 'painted' || role === 'leaf' || role === 'trim')
    return isWoody(color) && materialFamily(material) === 'wood' ? material : 'painted_wood'
  if (role === 'metal') return lchOf(color).l < 0.35 ? 'black_metal' : 'painted_metal'
  if (role === 'floor')
    return materialFamily(material) === 'wood' && !isWoody(color) && lchOf(color).c > 0.05 ? 'tile' : material
  const family = materialFamily(material)
  if (family === 'woven') return isWoody(color) ? material : 'linen'
  if (family === 'leather') return isHide(color) || lchOf(color).c < 0.03 ? material : 'velvet'
  return material
}

/** Materials without a place go where they are usual. */
function fromFreeMaterials(draft: Draft, brief: AppearanceBrief): void {
  let woods = 0
  for (const material of brief.materials) {
    const name = materials[material].name
    const why: Text = { en: `as asked: ${name.en.toLowerCase()}`, zh: `按要求：${name.zh}` }
    for (const role of placesOf(material, woods)) {
      const now = draft.get(role)?.finish
      const isSameFamily =
        now && materialFamily(now.material) === materialFamily(material) && materialFamily(material) === 'fabric'
      set(draft, role, { material, color: isSameFamily ? now.color : materials[material].color }, why, !isSameFamily)
    }
    if (materialFamily(material) === 'wood') woods++
  }
}

function placesOf(material: MaterialName, woods: number): readonly PaletteRole[] {
  switch (materialFamily(material)) {
    case 'wood':
      return woods === 0 ? ['wood'] : woods === 1 ? ['floor'] : ['leaf']
    case 'painted':
      return ['painted']
    case 'fabric':
      if (/plush/.test(material)) return ['rug']
      return /velvet|boucle|corduroy|linen|wool|felt|canvas/.test(material) ? ['fabric'] : ['curtain', 'blanket']
    case 'leather':
      return ['fabric', 'leather']
    case 'woven':
      return material === 'jute' ? ['rug'] : ['seat']
    case 'stone':
      if (material === 'brick') return ['feature']
      if (material === 'plaster') return ['walls']
      return material === 'concrete' ? ['floor', 'tile', 'stone'] : ['stone', 'tile']
    case 'ceramic':
      return material === 'tile' ? ['tile', 'wallTile'] : ['ceramic']
    case 'metal':
      return ['metal', 'fittings']
    default:
      return material === 'paper' ? ['shade'] : []
  }
}

/** Roles of the palette that the words for surfaces and parts stand for. */
const ROLES_OF: { readonly [target: string]: readonly PaletteRole[] } = {
  floor: ['floor'],
  walls: ['walls'],
  ceiling: ['ceiling'],
  feature: ['feature'],
  doors: ['leaf'],
  windows: ['trim'],
  trim: ['trim', 'leaf'],
  wood: ['wood'],
  metal: ['metal', 'fittings'],
  fittings: ['fittings'],
  upholstery: ['fabric', 'seat'],
  textiles: ['curtain', 'rug', 'blanket', 'accent'],
  accents: ['accent', 'accent2'],
  cushions: ['accent'],
  cabinets: ['painted'],
  furniture: ['wood', 'painted'],
  curtains: ['curtain'],
  rugs: ['rug'],
  worktops: ['stone'],
  bedding: ['bedding', 'blanket'],
  shades: ['shade'],
}

/** @returns Wishes for what no part of the role can be made of. */
function fromWishes(draft: Draft, wishes: readonly Wish[]): Wish[] {
  const used = new Set<PaletteRole>()
  const refused: Wish[] = []
  for (const wish of wishes) {
    const why: Text = { en: `as asked: “${wish.words}”`, zh: `按要求：「${wish.words}」` }
    const roles = ROLES_OF[wish.target] ?? []
    const able = roles.filter((role) => !wish.material || canBeMadeOf(role, wish.material))
    if (roles.length > 0 && able.length === 0) refused.push(wish)
    for (const role of able) {
      // "green and blue cushions": the second colour goes to the next accent.
      const place = used.has(role) && role === 'accent' ? (used.has('accent2') ? 'accent3' : 'accent2') : role
      used.add(place)
      const now = draft.get(place)?.finish ?? { material: 'plaster', color: '#efece6' }
      set(draft, place, wishedFinish(place, now, wish), why, true)
    }
  }
  if (used.has('walls') && !used.has('feature')) draft.delete('feature')
  return refused
}

/** Families that surfaces of the building are made of. */
const SURFACE_FAMILIES: { readonly [role in SurfaceRole]: readonly string[] } = {
  floor: ['wood', 'stone', 'ceramic', 'woven', 'fabric', 'plastic', 'painted', 'leather'],
  tile: ['stone', 'ceramic'],
  wallTile: ['stone', 'ceramic', 'painted', 'wood'],
  walls: ['stone', 'ceramic', 'painted', 'wood', 'fabric', 'other', 'woven', 'leather', 'metal'],
  feature: ['stone', 'ceramic', 'painted', 'wood', 'fabric', 'other', 'woven', 'leather', 'metal', 'glass'],
  ceiling: ['stone', 'painted', 'wood', 'other', 'woven', 'metal'],
  trim: ['wood', 'painted', 'metal', 'stone', 'plastic'],
  leaf: ['wood', 'painted', 'metal', 'glass', 'plastic', 'woven'],
}

function canBeMadeOf(role: PaletteRole, material: MaterialName): boolean {
  const families = SURFACE_FAMILIES[role as SurfaceRole]
  return families ? families.includes(materialFamily(material)) : canBeOf(role as ItemRole, material)
}

/** A wish over what a part would be. */
export function wishedFinish(role: PaletteRole, now: FullFinish, wish: Wish): FullFinish {
  const material = wish.material ?? (wish.color ? clothFor(role, now.material, wish.color) : now.material)
  const color = wish.color ?? (wish.material ? usualColor(role, wish.material, now) : now.color)
  if (!wish.tone) return { material, color }
  const { l, c, h } = lchOf(color)
  const isDark = wish.tone === 'dark'
  return { material, color: hexOf({ l: isDark ? Math.min(l - 0.08, 0.45) : Math.max(l + 0.06, 0.8), c, h }) }
}

/** Cloth of another weave keeps its colour; all else brings its own. */
function usualColor(role: PaletteRole, material: MaterialName, now: FullFinish): string {
  const isCloth = materialFamily(material) === 'fabric' && materialFamily(now.material) === 'fabric'
  if (isCloth) return now.color
  if (material === 'plaster' && role === 'walls') return now.color
  return materials[material].color
}

/** Metals that look like each other are refused together. */
const ALIKE: readonly (readonly MaterialName[])[] = [
  ['gold', 'brass'],
  ['chrome', 'silver', 'steel', 'aluminium'],
  ['leather', 'faux_leather'],
]

function avoid(draft: Draft, { avoid: { colors, materials: refused } }: AppearanceBrief): void {
  const gone = new Set(refused.flatMap((name) => ALIKE.find((group) => group.includes(name)) ?? [name]))
  const why: Text = { en: 'instead of what is not wanted', zh: '替代不想要的' }
  for (const [role, entry] of draft) {
    if (entry.isFixed) continue
    let { finish } = entry
    if (gone.has(finish.material)) finish = insteadOf(finish, gone)
    const hit = colors.some((color) => isOfHue(finish.color, color))
    if (hit) finish = { ...finish, color: shift(finish.color, { chroma: 0.1 }) }
    if (finish !== entry.finish) set(draft, role, finish, why)
  }
}

const STANDINS: { readonly [family: string]: readonly MaterialName[] } = {
  metal: ['black_metal', 'bronze', 'chrome', 'brass'],
  wood: ['oak', 'walnut', 'ash', 'black_oak'],
  fabric: ['linen', 'cotton', 'wool', 'velvet'],
  leather: ['linen', 'wool'],
  woven: ['linen', 'wool'],
  stone: ['sintered_stone', 'quartz', 'travertine', 'tile', 'plaster'],
  painted: ['painted_wood', 'oak'],
  ceramic: ['sintered_stone', 'terrazzo'],
  other: ['linen', 'plaster'],
}

function insteadOf({ material, color }: FullFinish, gone: ReadonlySet<MaterialName>): FullFinish {
  const family = materialFamily(material)
  const found = (STANDINS[family] ?? []).find((name) => !gone.has(name)) ?? 'painted_wood'
  const keepsColor = ['fabric', 'leather', 'painted'].includes(family) && !isHide(color)
  return { material: found, color: keepsColor ? color : materials[found].color }
}

/** Nearly the colour itself, or of its hue and as lively. */
function isOfHue(color: string, refused: string): boolean {
  if (colorDistance(color, refused) < 0.09) return true
  const [a, b] = [lchOf(color), lchOf(refused)]
  const apart = Math.abs(Math.atan2(Math.sin(a.h - b.h), Math.cos(a.h - b.h)))
  return b.c > 0.04 && a.c > 0.045 && apart < 0.42 && Math.abs(a.l - b.l) < 0.35
}

/** How far moods reach into a role: paint and cloth follow, wood and stone hardly. */
const REACH: { readonly [role in PaletteRole]?: number } = {
  walls: 1,
  feature: 0.5,
  fabric: 0.8,
  seat: 0.8,
  rug: 0.8,
  curtain: 0.8,
  painted: 0.7,
  accent: 1,
  accent2: 1,
  accent3: 1,
  blanket: 0.8,
  wood: 0.25,
  floor: 0.3,
  tile: 0.4,
}

function moods(draft: Draft, list: readonly Mood[]): void {
  if (list.length === 0) return
  for (const [role, share] of Object.entries(REACH) as [PaletteRole, number][]) {
    const entry = draft.get(role)
    if (entry) adjust(draft, role, inMood(entry.finish.color, list, share, role === 'walls'))
  }
}

/** Least distances in OKLab between what stands before what. */
const APART = { wall: 0.062, floor: 0.09, front: 0.05, rug: 0.078, sofa: 0.065, curtain: 0.035 }

/**
 * Neighbours are set apart in an order that keeps a pale room pale: the sofa from the wall, the floor from the sofa, the
 * rug from both; only then does the sofa give way.
 */
function harmonise(draft: Draft): void {
  const at = (role: PaletteRole) => colorAt(draft, role)
  const clear: Text = { en: 'moved a little to stand out from what is behind it', zh: '略作调整，与背景拉开层次' }
  const part = (role: PaletteRole, from: readonly PaletteRole[], apart: number) =>
    adjust(draft, role, standOut(at(role), from.map(at), apart), clear)
  part('fabric', ['walls'], APART.wall)
  part('floor', ['fabric'], APART.floor)
  if (isBoards(draft) && !agree(at('wood'), at('floor'))) agreeWoods(draft)
  part('rug', ['floor', 'fabric'], APART.rug)
  if (colorDistance(at('fabric'), at('floor')) < APART.sofa) part('fabric', ['walls', 'floor', 'rug'], APART.floor)
  if (colorDistance(at('fabric'), at('rug')) < APART.sofa) part('fabric', ['walls', 'floor', 'rug'], APART.sofa)
  part('seat', ['walls', 'floor', 'fabric'], APART.front)
  part('painted', ['walls', 'floor'], APART.front)
  part('curtain', ['walls'], APART.curtain)
  part('accent', ['fabric'], 0.1)
  part('accent2', ['fabric'], 0.08)
  part('blanket', ['bedding'], 0.06)
}

const isBoards = (draft: Draft) => materialFamily(draft.get('floor')!.finish.material) === 'wood'

/** The floor gives way: to the very wood of the furniture when they nearly are it, else further from it. */
function agreeWoods(draft: Draft): void {
  const [wood, floor] = [draft.get('wood')!, draft.get('floor')!]
  const why: Text = { en: 'set apart from the furniture’s wood', zh: '与家具木色拉开' }
  const moved = standOut(floor.finish.color, [wood.finish.color, colorAt(draft, 'fabric')], 0.095)
  if (!floor.isFixed) adjust(draft, 'floor', moved, why)
  else adjust(draft, 'wood', standOut(wood.finish.color, [floor.finish.color], 0.1), why)
}
