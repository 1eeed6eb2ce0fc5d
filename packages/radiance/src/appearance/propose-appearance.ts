import { findKind, resolveFinish } from '@enfilade/catalogue'
import { type Finish, isEqualJson, type Operation, type Scene, type SceneItem } from '@enfilade/scene'
import type { AppearanceBrief, Text } from './appearance-brief.ts'
import type { AppearanceProposal, Choice, FinishValue, LampValue, Unmet } from './choice.ts'
import { cannotBe, chooseItems } from './choose-items.ts'
import { chooseLamps, chooseLight } from './choose-light.ts'
import { chooseOpenings, chooseRooms, chooseWalls } from './choose-surfaces.ts'
import { choosePalette, type Palette } from './palette.ts'
import type { FullFinish } from './palette-draft.ts'

export type ProposeOptions = {
  /** Another one, another variant. Default: 1. */
  readonly seed?: number
  /** Choices of an earlier proposal that stay as they are; their values may have been changed. */
  readonly locks?: readonly Choice[]
}

/**
 * Ordinary finishes, lamps, sun and exposure that make a scene look as a brief asks. Equal scenes, briefs, seeds and
 * locks give equal proposals. Locked items, walls and openings are left alone.
 */
export function proposeAppearance(
  scene: Scene,
  brief: AppearanceBrief,
  options: ProposeOptions = {},
): AppearanceProposal {
  const { seed = 1, locks = [] } = options
  const unmet: Unmet[] = brief.notUnderstood.map(({ words }) => ({
    words,
    reason: { en: `“${words}” says nothing about looks that is known here`, zh: `未能理解「${words}」` },
  }))
  const locked = new Map(locks.map((choice) => [choice.id, choice]))
  const lockedRoles = new Map(
    locks.flatMap((choice) => (choice.kind === 'palette' ? [[choice.id.slice(8), choice.value] as const] : [])),
  )
  const palette = choosePalette(brief, seed, lockedRoles)
  for (const { words, target, material } of palette.refused) unmet.push({ words, reason: cannotBe(target, material) })
  const fresh = [
    ...paletteChoices(palette),
    ...chooseRooms(scene, palette, unmet),
    ...chooseWalls(scene, palette, seed),
    ...chooseOpenings(scene.openings, palette),
    ...chooseItems(scene, palette, brief, seed, unmet),
    ...chooseLamps(scene, brief, palette.blend, unmet),
    ...scene.levels.map((level) => chooseLight(scene, level, brief, palette.blend, seed)),
  ]
  const choices = fresh.map((choice): Choice => {
    const kept = locked.get(choice.id)
    locked.delete(choice.id)
    return kept?.kind === choice.kind ? { ...kept, locked: true } : choice
  })
  // What is locked stays a choice even where this brief would not make it.
  const rest = [...locked.values()]
    .filter((choice) => isThere(scene, choice))
    .map((choice) => ({ ...choice, locked: true }))
  const all = [...choices, ...rest]
  return { operations: operationsOf(scene, all, palette), choices: all, unmet }
}

const isThere = (scene: Scene, choice: Choice) =>
  choice.kind !== 'palette' && (scene.byId.has(choice.target) || scene.levels.some(({ id }) => id === choice.target))

const NAMES: { readonly [role: string]: Text } = {
  walls: { en: 'Walls', zh: '墙面' },
  floor: { en: 'Floor', zh: '地面' },
  ceiling: { en: 'Ceiling', zh: '天花' },
  feature: { en: 'Feature wall', zh: '主题墙' },
  tile: { en: 'Wet floors', zh: '湿区地面' },
  trim: { en: 'Frames', zh: '门窗套' },
  leaf: { en: 'Doors', zh: '门扇' },
  wood: { en: 'Wood', zh: '木色' },
  painted: { en: 'Painted fronts', zh: '柜门' },
  metal: { en: 'Metal', zh: '金属' },
  fabric: { en: 'Upholstery', zh: '主软包' },
  seat: { en: 'Chairs', zh: '座椅' },
  rug: { en: 'Rug', zh: '地毯' },
  curtain: { en: 'Curtains', zh: '窗帘' },
  stone: { en: 'Stone', zh: '石材' },
  accent: { en: 'First accent', zh: '点缀色一' },
  accent2: { en: 'Second accent', zh: '点缀色二' },
  accent3: { en: 'Third accent', zh: '点缀色三' },
}

function paletteChoices({ entries }: Palette): Choice[] {
  return Object.keys(NAMES).flatMap((role): Choice[] => {
    const entry = entries.get(role as 'walls')
    if (!entry) return []
    const { finish, why } = entry
    return [{ kind: 'palette', id: `palette:${role}`, what: NAMES[role]!, value: finish, why, locked: false }]
  })
}

/** What has to be done so that the scene shows the choices; nothing for what it shows already. */
function operationsOf(scene: Scene, choices: readonly Choice[], { blend }: Palette): Operation[] {
  const items = new Map(scene.items.map((item) => [item.id, item]))
  const lamps = new Map(choices.flatMap((choice) => (choice.kind === 'lamp' ? [[choice.target, choice.value]] : [])))
  const operations: Operation[] = []
  for (const choice of choices) {
    switch (choice.kind) {
      case 'palette':
        break
      case 'room': {
        const room = scene.rooms.find(({ id }) => id === choice.target)
        const finishes = changed(room?.label?.finishes, choice.value)
        if (finishes) operations.push({ type: 'room-changed', id: choice.target, finishes })
        break
      }
      case 'wall': {
        const wall = scene.walls.find(({ id }) => id === choice.target)
        const finishes = wall?.locked ? undefined : changed(wall?.finishes, choice.value)
        if (finishes) operations.push({ type: 'wall-changed', id: choice.target, finishes })
        break
      }
      case 'opening': {
        const opening = scene.openings.find(({ id }) => id === choice.target)
        const finishes = opening?.locked ? undefined : changed(opening?.finishes, choice.value)
        if (finishes) operations.push({ type: 'opening-changed', id: choice.target, finishes })
        break
      }
      case 'item': {
        const item = items.get(choice.target)
        if (item) operations.push(...itemOperation(item, choice.value, blend.names[0]!, lamps.get(item.id)))
        lamps.delete(choice.target)
        break
      }
      case 'lamp': {
        const item = items.get(choice.target)
        // A lamp with finishes has changed with them.
        if (item && lamps.has(choice.target)) operations.push(...itemOperation(item, {}, undefined, choice.value))
        break
      }
      case 'light': {
        const level = scene.levels.find(({ id }) => id === choice.target)
        if (level && !isEqualJson(level.appearance ?? {}, choice.value)) {
          const gone = Object.keys(level.appearance ?? {}).filter((key) => !(key in choice.value))
          const appearance = { ...Object.fromEntries(gone.map((key) => [key, null])), ...choice.value }
          operations.push({ type: 'level-changed', id: level.id, appearance })
        }
        break
      }
    }
  }
  return operations
}

function changed(before: FinishValue | undefined, value: FinishValue): { [slot: string]: Finish } | undefined {
  const slots = Object.entries(value).filter(([slot, finish]) => !isEqualJson(before?.[slot] ?? {}, finish))
  return slots.length > 0 ? Object.fromEntries(slots) : undefined
}

function itemOperation(
  item: SceneItem,
  value: FinishValue,
  style: string | undefined,
  lamp: LampValue | undefined,
): Operation[] {
  if (item.locked) return []
  const defaults = findKind(item.category)?.finishes ?? {}
  const shown = (finishes: FinishValue | undefined, slot: string): FullFinish => resolveFinish(defaults, finishes, slot)
  const slots = Object.entries(value).filter(
    ([slot, finish]) => !isEqualJson(shown(item.finishes, slot), shown({ [slot]: finish }, slot)),
  )
  const states = Object.fromEntries(
    Object.entries(lamp ?? {}).filter(([key, state]) => item.states?.[key as 'on'] !== state),
  ) as { [key: string]: boolean | number }
  // A toilet with another button is not of a style.
  const isDressed = Object.keys(value).length * 2 >= Object.keys(defaults).length
  const isStyled = style !== undefined && isDressed && item.style !== style
  if (slots.length === 0 && Object.keys(states).length === 0 && !isStyled) return []
  return [
    {
      type: 'item-changed',
      id: item.id,
      ...(slots.length > 0 ? { finishes: Object.fromEntries(slots) } : {}),
      ...(Object.keys(states).length > 0 ? { states } : {}),
      ...(isStyled ? { style } : {}),
    },
  ]
}
