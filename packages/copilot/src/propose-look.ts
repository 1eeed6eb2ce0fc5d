import type { ProposalGroup, Text, Unmet } from '@enfilade/layout'
import { type AppearanceBrief, type Choice, proposeAppearance } from '@enfilade/radiance/appearance'
import {
  applyChange,
  applyOperation,
  type Change,
  emptyChange,
  type Id,
  isEmptyChange,
  itemsInRoom,
  mergeChanges,
  type Operation,
  readScene,
  type Scene,
  type SceneDocument,
  type SceneRoom,
} from '@enfilade/scene'
import { nameOfRoom } from './names.ts'

export type LookRequest = {
  readonly document: SceneDocument
  readonly brief: AppearanceBrief
  /** Another one, another variant. */
  readonly seed?: number
  /** Choices of an earlier proposal that stay. */
  readonly locks?: readonly Choice[]
  /** Ids of the rooms that are meant. Absent: all of the space. */
  readonly rooms?: readonly Id[]
  readonly language: 'en' | 'zh'
  readonly createId: () => string
}

export type LookProposal = {
  readonly groups: readonly ProposalGroup[]
  readonly choices: readonly Choice[]
  readonly unmet: readonly Unmet[]
}

/** A look as a proposal: a group per room for its surfaces and one for its furniture, the lamps, and the light of day. */
export function proposeLook({ document, brief, seed, locks, rooms, language, createId }: LookRequest): LookProposal {
  const scene = readScene(document)
  const { operations, choices, unmet } = proposeAppearance(scene, brief, {
    ...(seed === undefined ? {} : { seed }),
    ...(locks ? { locks } : {}),
  })
  const drafts = new Map<string, Draft>()
  let current = document
  const isMeant = rooms ? inRooms(scene, new Set(rooms), brief) : () => true
  for (const operation of operations) {
    if (!isMeant(operation)) continue
    const outcome = applyOperation(current, operation, { createId })
    if (!outcome.ok || isEmptyChange(outcome.change)) continue
    current = applyChange(current, outcome.change)
    const part = partOf(operation, scene)
    const draft = drafts.get(part.id) ?? { part, change: emptyChange, items: [], count: 0 }
    draft.change = mergeChanges(draft.change, outcome.change)
    draft.count++
    if (operation.type === 'item-changed') draft.items.push(operation.id)
    drafts.set(part.id, draft)
  }
  return {
    groups: [...drafts.values()]
      .sort((a, b) => (a.part.id < b.part.id ? -1 : 1))
      .map((draft) => toGroup(draft, choices)),
    choices,
    unmet: unmet.map(({ words, reason }) => ({ request: words, reason: reason[language], text: reason })),
  }
}

/** Whether an operation is about one of the rooms; the light of day only where the words speak of it. */
function inRooms(scene: Scene, ids: ReadonlySet<Id>, { light }: AppearanceBrief): (operation: Operation) => boolean {
  const rooms = scene.rooms.filter(({ id, label }) => ids.has(id) || (label && ids.has(label.id)))
  const items = new Set(rooms.flatMap((room) => itemsInRoom(scene, room).map(({ id }) => id)))
  const own = new Set(rooms.flatMap(({ id, label, walls, openings }) => [id, label?.id ?? id, ...walls, ...openings]))
  return (operation) => {
    if (operation.type === 'item-changed') return items.has(operation.id)
    if (operation.type === 'room-changed' || operation.type === 'wall-changed' || operation.type === 'opening-changed')
      return own.has(operation.id)
    return light.time !== undefined || light.sky !== undefined
  }
}

type Part = { readonly id: string; readonly title: Text; readonly kind: 'surfaces' | 'furniture' | 'lamps' | 'light' }
type Draft = { readonly part: Part; change: Change; readonly items: string[]; count: number }

/** Which part of the proposal an operation belongs to. */
function partOf(operation: Operation, scene: Scene): Part {
  if (operation.type === 'item-changed') {
    const isLamp = operation.states !== undefined && operation.finishes === undefined
    if (isLamp) return { id: 'look-lamps', kind: 'lamps', title: { en: 'Lamps', zh: '灯光' } }
    const room = scene.rooms.find((each) => itemsInRoom(scene, each).some(({ id }) => id === operation.id))
    return inRoom('furniture', room, { en: 'furniture', zh: '家具' })
  }
  if (operation.type === 'room-changed')
    return inRoom(
      'surfaces',
      scene.rooms.find(({ id, label }) => (label?.id ?? id) === operation.id),
      surfaces,
    )
  if (operation.type === 'wall-changed')
    return inRoom(
      'surfaces',
      scene.rooms.find(({ walls }) => walls.includes(operation.id)),
      surfaces,
    )
  if (operation.type === 'opening-changed')
    return inRoom(
      'surfaces',
      scene.rooms.find(({ openings }) => openings.includes(operation.id)),
      surfaces,
    )
  return { id: 'look-light', kind: 'light', title: { en: 'Light of day', zh: '自然光' } }
}

const surfaces: Text = { en: 'surfaces', zh: '界面' }

function inRoom(kind: 'surfaces' | 'furniture', room: SceneRoom | undefined, what: Text): Part {
  const en = room ? `${nameOfRoom(room, 'en')}: ${what.en}` : `Elsewhere: ${what.en}`
  const zh = `${room ? nameOfRoom(room, 'zh') : '其他'}：${what.zh}`
  return { id: `look-${room?.id ?? 'elsewhere'}-${kind}`, kind, title: { en, zh } }
}

function toGroup({ part, change, items, count }: Draft, choices: readonly Choice[]): ProposalGroup {
  const why = choices.find((choice) => reasonKinds[part.kind].includes(choice.kind))?.why
  const en = `${count} ${count === 1 ? 'finish changes' : 'finishes change'}; nothing moves.`
  const zh = `改动 ${count} 处外观，不移动任何物品。`
  return {
    id: part.id,
    title: part.title,
    reason: { en: why ? `${why.en}. ${en}` : en, zh: why ? `${why.zh}。${zh}` : zh },
    measurements: [{ name: 'changed', value: count, unit: '' }],
    items: [...new Set(items)].sort(),
    change,
  }
}

/** Whose reason stands for a part. */
const reasonKinds: { readonly [kind in Part['kind']]: readonly Choice['kind'][] } = {
  surfaces: ['room', 'wall', 'opening'],
  furniture: ['palette'],
  lamps: ['lamp'],
  light: ['light'],
}
