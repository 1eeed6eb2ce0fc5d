import { isPointInRegion } from '@enfilade/geometry'
import type { Scene, SceneRoom } from '@enfilade/scene'
import type { LookChoice, LookChoiceKind } from '../../api/looks.ts'

const headings = ['palette', 'rooms', 'items', 'lamps', 'light'] as const

export type ChoiceGroup = { readonly id: (typeof headings)[number]; readonly choices: readonly LookChoice[] }

const headingOf: { readonly [kind in LookChoiceKind]: ChoiceGroup['id'] } = {
  palette: 'palette',
  room: 'rooms',
  wall: 'rooms',
  opening: 'rooms',
  item: 'items',
  lamp: 'lamps',
  light: 'light',
}

/** Choices under their headings, room by room, else in the look's own order; headings without choices are absent. */
export function groupChoices(choices: readonly LookChoice[], scene: Scene): readonly ChoiceGroup[] {
  const places = new Map(choices.map((choice) => [choice.id, placeOf(choice, scene)]))
  return headings
    .map((id) => ({
      id,
      choices: choices
        .filter(({ kind }) => headingOf[kind] === id)
        .sort((a, b) => places.get(a.id)! - places.get(b.id)!),
    }))
    .filter((group) => group.choices.length > 0)
}

/** The room that a choice's thing is in, or the first that it bounds; undefined: none, or it is about more than one room. */
export function roomOf({ kind, target }: LookChoice, scene: Scene): SceneRoom | undefined {
  if (target === undefined) return undefined
  if (kind === 'room') return scene.rooms.find(({ id, label }) => id === target || label?.id === target)
  if (kind === 'wall') return scene.rooms.find(({ walls }) => walls.includes(target))
  if (kind === 'opening') return scene.rooms.find(({ openings }) => openings.includes(target))
  const item = scene.items.find(({ id }) => id === target)
  if (!item) return undefined
  const { x, y } = item.worldPose
  return scene.rooms.find((room) => room.level === item.level && isPointInRegion([x, y], room.polygon, room.holes))
}

function placeOf(choice: LookChoice, scene: Scene): number {
  const room = roomOf(choice, scene)
  return room ? scene.rooms.indexOf(room) : scene.rooms.length
}
