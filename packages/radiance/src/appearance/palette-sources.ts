import { type DefaultFinish, type MaterialName, materialFamily } from '@enfilade/catalogue'
import type { AppearanceBrief, Text } from './appearance-brief.ts'
import { shift } from './harmony.ts'
import { type NamedPalette, namedPalettes } from './named-palettes.ts'
import { hexOf, lchOf } from './oklab.ts'
import { colorAt, type Draft, fullFinish, type PaletteRole, set } from './palette-draft.ts'
import { isHide, isWoody, nearestWood, wallPaint } from './plausible-material.ts'
import { draw, pick } from './seeded.ts'
import type { StyleBlend } from './style-blend.ts'

export function fromStyle(draft: Draft, blend: StyleBlend, seed: number): void {
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

export function fromNamedPalettes(draft: Draft, brief: AppearanceBrief, seed: number): void {
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

export function fromPicture(draft: Draft, { picture }: AppearanceBrief): void {
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

function floorMaterial(color: string, wood: number): MaterialName {
  if (isWoody(color) && wood > 0.15) return nearestWood(color)
  return lchOf(color).c > 0.05 ? 'tile' : 'sintered_stone'
}
