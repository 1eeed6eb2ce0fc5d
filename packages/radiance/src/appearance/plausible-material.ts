import { type MaterialName, materialFamily, materials } from '@enfilade/catalogue'
import { colorDistance, lchOf } from './oklab.ts'
import type { PaletteRole, SurfaceRole } from './palette-draft.ts'
import { canBeOf, type ItemRole } from './slot-role.ts'

/** Plaster takes any paint; concrete and brick do not. */
export const wallPaint = (material: MaterialName): MaterialName =>
  material === 'painted_wood' || material === 'paper' ? material : 'plaster'

/** Leather is brown to cognac. */
export function isHide(color: string): boolean {
  const { l, c, h } = lchOf(color)
  return c > 0.05 && h > 0.6 && h < 1.35 && l < 0.65
}

export function isWoody(color: string): boolean {
  const { l, c, h } = lchOf(color)
  return c > 0.025 && c < 0.14 && h > 0.7 && h < 1.65 && l > 0.25 && l < 0.9
}

const WOODS = ['birch', 'ash', 'oak', 'teak', 'walnut', 'mahogany', 'black_oak'] as const

export function nearestWood(color: string): MaterialName {
  return WOODS.reduce(
    (best, name) =>
      colorDistance(materials[name].color, color) < colorDistance(materials[best].color, color) ? name : best,
    WOODS[0] as (typeof WOODS)[number],
  )
}

/** The material that can have a colour: leather has its own browns, concrete its greys. */
export function clothFor(role: PaletteRole, material: MaterialName, color: string): MaterialName {
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

export function canBeMadeOf(role: PaletteRole, material: MaterialName): boolean {
  const families = SURFACE_FAMILIES[role as SurfaceRole]
  return families ? families.includes(materialFamily(material)) : canBeOf(role as ItemRole, material)
}
