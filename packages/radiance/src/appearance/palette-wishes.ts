import { type MaterialName, materialFamily, materials } from '@enfilade/catalogue'
import type { AppearanceBrief, Text, Wish } from './appearance-brief.ts'
import { shift } from './harmony.ts'
import { hexOf, lchOf } from './oklab.ts'
import { type Draft, type FullFinish, type PaletteRole, set } from './palette-draft.ts'
import { canBeMadeOf, clothFor } from './plausible-material.ts'

/** Colours without a place: pale ones to the walls, then to large cloths, then to accents. */
export function fromFreeColors(draft: Draft, brief: AppearanceBrief): void {
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

/** Materials without a place go where they are usual. */
export function fromFreeMaterials(draft: Draft, brief: AppearanceBrief): void {
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
export function fromWishes(draft: Draft, wishes: readonly Wish[]): Wish[] {
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
