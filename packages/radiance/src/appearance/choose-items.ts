import { findKind, type MaterialName, materialFamily, materials } from '@enfilade/catalogue'
import type { Scene, SceneItem } from '@enfilade/scene'
import type { AppearanceBrief, Text, Wish } from './appearance-brief.ts'
import type { Choice, Unmet } from './choice.ts'
import { shift, standOut } from './harmony.ts'
import { mixColors } from './oklab.ts'
import type { Palette } from './palette.ts'
import { type FullFinish, fullFinish, type PaletteRole } from './palette-draft.ts'
import { wishedFinish } from './palette-wishes.ts'
import { draw } from './seeded.ts'
import { canBeOf, type ItemRole, roleOfSlot } from './slot-role.ts'

/** Small things of one kind that differ from each other: they take turns through the accents. */
const VARIED = /^(cushion|book|picture|vase|potted_plant|plant|pouf|floor_cushion|blanket|towel|candle)$/
const ACCENTS: readonly ItemRole[] = ['accent', 'accent2', 'accent3']

/** Finishes for every slot of every item that has a place in the palette. */
export function chooseItems(
  scene: Scene,
  palette: Palette,
  brief: AppearanceBrief,
  seed: number,
  unmet: Unmet[],
): Choice[] {
  const turns = new Map<string, number>()
  const refused = new Set<Wish>()
  const shown = new Set<Wish>()
  const choices: Choice[] = []
  for (const item of scene.items) {
    if (item.locked) continue
    const kind = findKind(item.category)
    if (!kind) continue
    // A thing may go by an older word for its kind.
    const category = kind.id
    const turn = turns.get(category) ?? 0
    turns.set(category, turn + 1)
    const wishes = brief.wishes.filter(({ target }) => target === category)
    const value: { [slot: string]: FullFinish } = {}
    let why: Text | undefined
    for (const [slot, standard] of Object.entries(kind.finishes)) {
      const role = roleOfSlot(category, slot, standard.material)
      if (!role) continue
      const placed = VARIED.test(category) ? turned(role, turn) : role
      const entry = palette.entries.get(placed)
      if (!entry) continue
      value[slot] = inSlot(item, slot, fullFinish(standard), entry.finish, placed, palette, seed)
      why ??= entry.why
    }
    const wish = wishes[turn % Math.max(1, wishes.length)]
    if (wish) {
      const done = applyWish(category, kind.finishes, value, wish)
      if (done) {
        shown.add(wish)
        why = { en: `as asked: “${wish.words}”`, zh: `按要求：「${wish.words}」` }
      } else refused.add(wish)
    }
    if (Object.keys(value).length === 0) continue
    choices.push({
      kind: 'item',
      id: `item:${item.id}`,
      target: item.id,
      what: { en: item.label ?? kind.names.en[0]!, zh: item.label ?? kind.names.zh[0]! },
      value,
      why: why ?? { en: 'goes with the rest', zh: '与整体搭配' },
      locked: false,
    })
  }
  for (const wish of refused) {
    if (shown.has(wish)) continue
    unmet.push({ words: wish.words, reason: cannotBe(wish.target, wish.material) })
  }
  return choices
}

/** Why a thing does not take a material. */
export function cannotBe(target: string, material: MaterialName | undefined): Text {
  const name = material ? materials[material].name : undefined
  return {
    en: `${target.replaceAll('_', ' ')} cannot be of ${name?.en.toLowerCase() ?? 'that'} here`,
    zh: `${findKind(target)?.names.zh[0] ?? target}不能用${name?.zh ?? '该材料'}`,
  }
}

const turned = (role: ItemRole, turn: number): ItemRole => {
  const at = ACCENTS.indexOf(role)
  if (at >= 0) return ACCENTS[(at + turn) % ACCENTS.length]!
  return role
}

/** The palette's finish as this part of this thing wears it. */
function inSlot(
  item: SceneItem,
  slot: string,
  standard: FullFinish,
  finish: FullFinish,
  role: ItemRole,
  { entries }: Palette,
  seed: number,
): FullFinish {
  const color = (name: PaletteRole) => entries.get(name)!.finish.color
  switch (role) {
    case 'accent':
    case 'accent2':
    case 'accent3':
      return accentOf(standard, finish, color('fabric'))
    case 'ceramic':
      return { material: standard.material, color: ceramicColor(item.id, finish.color, seed) }
    case 'towel':
    case 'bedding':
    case 'blanket':
      return {
        material: standard.material === 'linen' ? 'linen' : 'cotton',
        color: slot.endsWith('2') ? shift(finish.color, { light: 0.05 }) : finish.color,
      }
    case 'fabric':
    case 'seat':
      return upholstered(slot, standard, finish, color('accent'))
    case 'metal':
      return metalOf(standard, finish)
    case 'painted':
      return slot === 'plinth' ? { ...finish, color: shift(finish.color, { light: -0.12 }) } : finish
    case 'wood':
      return woodOf(item, standard, finish, color('walls'))
    case 'rug':
      return slot === 'pile' || slot === 'body'
        ? finish
        : { ...finish, color: shift(mixColors(finish.color, color('accent2'), 0.3), { light: -0.04 }) }
    default:
      return finish
  }
}

/** Accents keep what they are made of: a cover is paper, a throw is wool. */
function accentOf(standard: FullFinish, finish: FullFinish, sofa: string): FullFinish {
  const isPaper = standard.material === 'paper'
  const color = isPaper ? shift(finish.color, { chroma: 0.75 }) : standOut(finish.color, [sofa], 0.08)
  return { material: standard.material, color }
}

const ceramicColor = (id: string, color: string, seed: number) =>
  shift(color, { light: (draw(seed, `ceramic ${id}`) - 0.35) * 0.3 })

/** Seat cushions are a shade lighter; a chair of wickerwork has cushions of cloth. */
function upholstered(slot: string, standard: FullFinish, finish: FullFinish, accent: string): FullFinish {
  const isHard = ['woven', 'plastic', 'wood'].includes(materialFamily(finish.material))
  if (isHard) return { material: standard.material, color: slot.startsWith('cushion') ? accent : finish.color }
  return /^cushions?$/.test(slot) ? { ...finish, color: shift(finish.color, { light: 0.025 }) } : finish
}

/** Big black frames stay dark in a room of polished brass: only what is small shines. */
function metalOf(standard: FullFinish, finish: FullFinish): FullFinish {
  return standard.material === 'painted_metal' && /gold|silver|chrome/.test(finish.material)
    ? { material: 'painted_metal', color: shift(finish.color, { light: 0.05, chroma: 0.6 }) }
    : finish
}

/** Dark woods stay the darker of the two; what hangs on a wall stands out from it. */
function woodOf(item: SceneItem, standard: FullFinish, finish: FullFinish, wall: string): FullFinish {
  if (item.support.on === 'wall') return { ...finish, color: standOut(finish.color, [wall], 0.07) }
  return standard.material === 'black_oak' && item.size[2] < 0.3 ? standard : finish
}

/** Dresses the parts that a wish about the whole thing means. False: it cannot be of that. */
function applyWish(
  category: string,
  standard: { readonly [slot: string]: { readonly material: MaterialName; readonly color?: string } },
  value: { [slot: string]: FullFinish },
  wish: Wish,
): boolean {
  const slots = Object.keys(standard)
  const roles = new Map(slots.map((slot) => [slot, roleOfSlot(category, slot, standard[slot]!.material)] as const))
  const main = mainRoles(slots, roles, wish.material)
  let done = false
  for (const slot of slots) {
    const role = roles.get(slot)
    if (!role || !main.has(role)) continue
    const next = wishedFinish(role, value[slot] ?? fullFinish(standard[slot]!), wish)
    if (!canBeOf(role, next.material)) continue
    value[slot] = next
    done = true
  }
  return done
}

/** The first part with a role, or the first that can be of the material. */
function mainRoles(
  slots: readonly string[],
  roles: ReadonlyMap<string, ItemRole | undefined>,
  material: MaterialName | undefined,
): ReadonlySet<ItemRole> {
  const found = slots.flatMap((slot) => roles.get(slot) ?? [])
  const able = material ? found.filter((role) => canBeOf(role, material)) : found
  const kindred = material ? able.filter((role) => isUsual(role, material)) : able
  const first = kindred[0] ?? able[0]
  return new Set(first === undefined ? [] : first === 'painted' ? ['painted', 'wood'] : [first])
}

/** Wood is first of all for what is of wood. */
function isUsual(role: ItemRole, material: MaterialName): boolean {
  const family = materialFamily(material)
  const groups: { readonly [family: string]: readonly ItemRole[] } = {
    wood: ['wood', 'painted'],
    painted: ['painted', 'wood'],
    metal: ['metal', 'fittings'],
    fabric: ['fabric', 'seat', 'rug', 'curtain', 'bedding', 'blanket', 'shade', 'accent', 'towel', 'leather'],
    leather: ['fabric', 'seat', 'leather'],
    woven: ['rug', 'seat', 'shade'],
    stone: ['stone', 'ceramic'],
  }
  return (groups[family] ?? []).includes(role)
}
