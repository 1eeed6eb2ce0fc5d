import { findKind } from '@enfilade/catalogue'
import {
  addItems,
  createBriefObject,
  type LayoutContext,
  type LayoutResult,
  type ProposalGroup,
  removeItems,
} from '@enfilade/layout'
import {
  applyChange,
  applyOperation,
  itemsInRoom,
  readScene,
  type Scene,
  type SceneItem,
  type SceneRoom,
} from '@enfilade/scene'
import type { ChangeContext } from '../change-items.ts'
import { restyleItems } from '../change-items.ts'
import { meaningOf } from '../find-items.ts'
import { createUnmet } from '../refusal.ts'
import type { Mood } from '../understand/intent.ts'
import { setLight } from './set-light.ts'
import { tuckSeats } from './tuck-seats.ts'

/** Runs a wish for a whole room in which no thing is named. */
export function setMood(mood: Mood, room: SceneRoom, words: string, layout: LayoutContext): LayoutResult {
  const scene = readScene(layout.document)
  const items = itemsInRoom(scene, room)
  const context: ChangeContext = {
    document: layout.document,
    language: layout.language ?? 'en',
    words,
    createId: layout.createId,
  }
  switch (mood) {
    case 'tidy':
      return tidy(items, words, layout, context)
    case 'declutter':
      return declutter(items, scene, words, layout)
    case 'cosier':
      return makeCosier(items, room, words, layout, context)
    case 'brighter':
    case 'darker':
      return changeLight(items, mood === 'brighter', room, words, layout, context)
  }
}

/** Chairs under their tables, doors and drawers shut, what stands a little askew set straight. */
function tidy(items: readonly SceneItem[], words: string, layout: LayoutContext, context: ChangeContext): LayoutResult {
  const results: LayoutResult[] = []
  let { document } = layout
  const keep = (result: LayoutResult) => {
    results.push({ ...result, unmet: [] })
    document = result.groups.reduce((before, { change }) => applyChange(before, change), document)
  }
  const seats = items.filter(({ category }) => /(dining|office|desk)_chair|^chair$|stool/.test(meaningOf(category)))
  if (seats.length > 0) keep(tuckSeats(seats, false, words, layout))
  const open = items.filter(({ states, locked }) => (states?.open ?? 0) > 0 && !locked)
  if (open.length > 0) keep(close(open, { ...layout, document }))
  const askew = items.filter((item) => item.support.on === 'floor' && !item.locked && isAskew(item))
  if (askew.length > 0) keep(straighten(askew, { ...layout, document }))
  const groups = results.flatMap((result) => result.groups)
  if (groups.length > 0) return { groups, unmet: [], truncated: false }
  const text = {
    en: `it is tidy: ${seats.length} chairs are in, 0 doors stand open, 0 things stand askew`,
    zh: `已经整齐：${seats.length} 把椅子已推入，0 处柜门打开，0 件物品歪斜`,
  }
  return { groups: [], unmet: [{ ...createUnmet(words, text, context.language), isMet: true }], truncated: false }
}

/** Between 1° and 12° off the axes of the plan counts as askew. */
function isAskew({ worldPose: { yaw } }: SceneItem): boolean {
  const off = Math.abs(offAxis(yaw))
  return off > 0.017 && off < 0.21
}

const offAxis = (yaw: number) => yaw - Math.round(yaw / (Math.PI / 2)) * (Math.PI / 2)

function close(items: readonly SceneItem[], context: LayoutContext): LayoutResult {
  let { document } = context
  const groups = items.flatMap((item) => {
    const outcome = applyOperation(document, { type: 'item-changed', id: item.id, states: { open: 0 } }, context)
    if (!outcome.ok) return []
    document = applyChange(document, outcome.change)
    const title = { en: 'Close what stands open', zh: '关好柜门' }
    const reason = { en: '1 door or drawer closes; nothing moves.', zh: '关上 1 处，不移动任何物品。' }
    return [{ id: `close-${item.id}`, title, reason, measurements: [], items: [item.id], change: outcome.change }]
  })
  return { groups, unmet: [], truncated: false }
}

function straighten(items: readonly SceneItem[], context: LayoutContext): LayoutResult {
  const moves = Object.fromEntries(
    items.map(({ id, worldPose }) => [id, { ...worldPose, yaw: worldPose.yaw - offAxis(worldPose.yaw) }]),
  )
  const outcome = applyOperation(context.document, { type: 'items-moved', moves }, context)
  if (!outcome.ok) return { groups: [], unmet: [], truncated: false }
  return {
    groups: [
      {
        id: 'straighten',
        title: { en: 'Straighten what stands askew', zh: '摆正歪斜的物品' },
        reason: {
          en: `${items.length} turn by less than 12° on their spot.`,
          zh: `${items.length} 件原地转正，不超过 12°。`,
        },
        measurements: [{ name: 'turned', value: items.length, unit: '' }],
        items: items.map(({ id }) => id).sort(),
        change: outcome.change,
      },
    ],
    unmet: [],
    truncated: false,
  }
}

/** Small things that nobody uses go; lamps, plants, screens and what hangs stays. One of a kind may stay on each support. */
function declutter(items: readonly SceneItem[], scene: Scene, words: string, layout: LayoutContext): LayoutResult {
  const small = items.filter((item) => {
    const kind = findKind(item.category)
    const isLoose = item.support.on === 'item' || (item.support.on === 'floor' && item.size[0] * item.size[1] < 0.12)
    const isUseful =
      !kind ||
      kind.light !== undefined ||
      ['electronics', 'lighting', 'kitchen', 'bathroom', 'care'].includes(kind.group)
    return isLoose && !isUseful && !/plant|clock|mirror|bin|toilet|pillow|cushion/.test(kind.id) && !item.locked
  })
  const kept = new Set<string>()
  const surplus = small.filter((item) => {
    const place = item.support.on === 'item' ? item.support.id : item.id
    if (item.support.on !== 'item' || kept.has(place)) return true
    kept.add(place)
    return false
  })
  const ids = (surplus.length > 0 ? surplus : small).map(({ id }) => id)
  if (ids.length === 0) {
    const text = {
      en: `no small things lie about: 0 of ${scene.items.length}`,
      zh: `没有散放的小物件：${scene.items.length} 件中 0 件`,
    }
    return { groups: [], unmet: [createUnmet(words, text, layout.language ?? 'en')], truncated: false }
  }
  return removeItems({ ...layout, ids, words })
}

const warmTextiles: { readonly [category: string]: { readonly color: string; readonly colorName: string } } = {
  sofa: { color: '#c8b39a', colorName: 'warm beige' },
  armchair: { color: '#b9654a', colorName: 'terracotta' },
  rug: { color: '#d9c7a8', colorName: 'beige' },
  curtain: { color: '#e9dfcf', colorName: 'cream' },
  double_bed: { color: '#d9c7a8', colorName: 'beige' },
  single_bed: { color: '#d9c7a8', colorName: 'beige' },
}

/** What a cosier room gets, where it has none of the kind. */
const cosyThings = ['rug', 'floor_lamp', 'potted_plant'] as const

/** Warm, softer light; warm textiles; a rug, a lamp and a plant where there are none. Nothing moves or goes. */
function makeCosier(
  items: readonly SceneItem[],
  room: SceneRoom,
  words: string,
  layout: LayoutContext,
  context: ChangeContext,
): LayoutResult {
  const groups: ProposalGroup[] = []
  let { document } = layout
  const keep = (result: LayoutResult) => {
    groups.push(...result.groups)
    document = result.groups.reduce((before, { change }) => applyChange(before, change), document)
  }
  const lamps = items.filter(({ category }) => findKind(category)?.light)
  if (lamps.length > 0) keep(setLight(lamps, { kelvin: 2700, factor: 0.8 }, { ...context, document }))
  for (const [category, attributes] of Object.entries(warmTextiles)) {
    const cloth = items.filter((item) => meaningOf(item.category) === category && !item.locked)
    if (cloth.length > 0) keep(restyleItems(cloth, attributes, { ...context, document }))
  }
  for (const wanted of cosyThings) {
    const category = findKind(wanted)?.id ?? 'plant'
    if (
      items.some(
        (item) =>
          meaningOf(item.category) === category ||
          (category === 'floor_lamp' && meaningOf(item.category) === 'table_lamp'),
      )
    )
      continue
    keep(addItems({ ...layout, document, roomId: room.id, objects: [createBriefObject(category, { words })] }))
  }
  if (groups.length > 0) return { groups, unmet: [], truncated: false }
  const text = { en: 'it is warm already: 0 changes', zh: '已经很温馨：改动 0 处' }
  return { groups: [], unmet: [createUnmet(words, text, context.language)], truncated: false }
}

function changeLight(
  items: readonly SceneItem[],
  isBrighter: boolean,
  room: SceneRoom,
  words: string,
  layout: LayoutContext,
  context: ChangeContext,
): LayoutResult {
  const lamps = items.filter(({ category }) => findKind(category)?.light)
  if (lamps.length > 0) return setLight(lamps, { factor: isBrighter ? 1.5 : 0.6 }, context)
  if (isBrighter) return addItems({ ...layout, roomId: room.id, objects: [createBriefObject('floor_lamp', { words })] })
  const text = { en: 'there is no lamp here: 0 found', zh: '这里没有灯：找到 0 盏' }
  return { groups: [], unmet: [createUnmet(words, text, context.language)], truncated: false }
}
