import { moveItem, type ResizeInput, removeItems, resizeItem, rotateItem } from '@enfilade/layout'
import { itemsInRoom, readScene, type Scene, type SceneItem, type SceneRoom } from '@enfilade/scene'
import { operateItems, operateOpenings, restyleItems, restyleRoom } from './change-items.ts'
import { findItems } from './find-items.ts'
import { bySize, chooseRoom, findRooms, givenRoom, roomOfItem } from './find-rooms.ts'
import { kindLabel, nameOfRoom } from './names.ts'
import { refusals } from './refusal.ts'
import { replaceItem } from './replace-item.ts'
import { contextOf, type Run, refuse, take } from './run.ts'
import type { Intent, Reference, SizeWish } from './understand/intent.ts'

type Edit = Exclude<Intent, { type: 'furnish' | 'add' | 'question' | 'refused' }>

/** Most things that one edit moves, turns or resizes one by one. */
const maximumItems = 40

/** Runs an edit of what is there: finds what it speaks of, then changes only that. */
export function runEdit(run: Run, intent: Edit, scene: Scene): void {
  const { words, place } = intent
  const rooms =
    place && place.every !== true
      ? findRooms(scene, place).slice(0, place.type ? undefined : 1)
      : place
        ? findRooms(scene, place)
        : []
  if (place && rooms.length === 0)
    return refuse(run, words, {
      en: `there is no “${place.words}” here: 0 of ${scene.rooms.length} rooms`,
      zh: `这里没有“${place.words}”：${scene.rooms.length} 个房间中 0 个`,
    })
  const given = givenRoom(scene, run.request.roomId, run.selection)
  const named = place?.every ? rooms : place ? [rooms.find(({ id }) => id === given?.id) ?? rooms[0]!] : []
  const context = { document: run.document, language: run.language, words, createId: run.request.createId }
  if (intent.type === 'restyle-room') {
    const targets = named.length > 0 ? named : [chooseRoom(scene, run.request.roomId, run.selection)]
    for (const room of targets)
      if (room) take(run, restyleRoom(room, intent.surface, intent.attributes, { ...context, document: run.document }))
    if (targets[0] === undefined) refuse(run, words, noRoomYet)
    return
  }
  if (intent.type === 'operate-opening') {
    const openings = openingsFor(intent, scene, named, run, given)
    if (openings.length === 0)
      return refuse(run, words, {
        en: `there is no ${intent.part} there: 0 found`,
        zh: `那里没有${intent.part === 'door' ? '门' : '窗'}：找到 0 扇`,
      })
    return take(run, operateOpenings(openings, intent.active, context))
  }
  const items = resolve(run, intent, intent.reference, scene, named)
  if (items.length === 0) return
  runOnItems(run, intent, items, scene, named)
}

function runOnItems(
  run: Run,
  intent: Exclude<Edit, { type: 'restyle-room' | 'operate-opening' }>,
  items: readonly SceneItem[],
  scene: Scene,
  named: readonly SceneRoom[],
): void {
  const { words } = intent
  const context = { document: run.document, language: run.language, words, createId: run.request.createId }
  const layout = contextOf(run, roomOfItem(scene, items[0]!) ?? named[0])
  switch (intent.type) {
    case 'remove':
      return take(run, removeItems({ ...layout, ids: items.map(({ id }) => id), words }))
    case 'restyle':
      return take(run, restyleItems(items, intent.attributes, context))
    case 'operate':
      return take(run, operateItems(preferState(items, intent, scene, named, run), intent.active, context))
    case 'replace':
      return take(run, replaceItem(items[0]!, intent.object, words, layout))
    case 'swap': {
      const other = resolve(run, intent, intent.other, scene, named).find(({ id }) => id !== items[0]!.id)
      if (other) take(run, moveItem({ ...layout, id: items[0]!.id, to: { swapWith: other.id }, words }))
      return
    }
  }
  for (const item of items.slice(0, maximumItems)) {
    const fresh = { ...contextOf(run, roomOfItem(scene, item)), id: item.id, words }
    if (intent.type === 'rotate') take(run, rotateItem({ ...fresh, turn: intent.turn }))
    else if (intent.type === 'resize') take(run, resizeItem({ ...fresh, size: sizeFrom(item, intent.size) }))
    else if (!('roomNamed' in intent.to)) take(run, moveItem({ ...fresh, to: intent.to }))
    else {
      const room = findRooms(readScene(run.document), intent.to.roomNamed)[0]
      if (room) take(run, moveItem({ ...fresh, to: { room: room.id } }))
      else
        refuse(run, words, {
          en: `there is no “${intent.to.roomNamed.words}” here: 0 of ${scene.rooms.length} rooms`,
          zh: `这里没有“${intent.to.roomNamed.words}”：${scene.rooms.length} 个房间中 0 个`,
        })
    }
  }
}

function resolve(
  run: Run,
  intent: Edit,
  reference: Reference,
  scene: Scene,
  named: readonly SceneRoom[],
): readonly SceneItem[] {
  const given = givenRoom(scene, run.request.roomId, run.selection)
  if (reference.kind === 'all' && named.length === 0 && !given && scene.rooms.length > 1) {
    refuse(run, intent.words, {
      en: `it is unclear in which of the ${scene.rooms.length} rooms; name one`,
      zh: `共有 ${scene.rooms.length} 个房间，请说明是哪一个`,
    })
    return []
  }
  const found = findItems(reference, {
    scene,
    selection: run.selection,
    ...(named.length > 0 ? { within: named.flatMap((room) => itemsInRoom(scene, room)) } : {}),
    ...(given ? { preferred: itemsInRoom(scene, given) } : {}),
  })
  if ('items' in found) return found.items
  const where = named[0]
  refuse(run, intent.words, notThere(reference, where))
  return []
}

function notThere(reference: Reference, room: SceneRoom | undefined) {
  if (reference.kind === 'pronoun') return refusals.pronoun
  const [inEn, inZh] = room ? [`in “${nameOfRoom(room, 'en')}”`, nameOfRoom(room, 'zh')] : ['here', '这里']
  if (reference.kind === 'all') return { en: `there is nothing ${inEn}: 0 found`, zh: `${inZh}没有东西：找到 0 件` }
  const [en, zh] = [
    reference.label ?? kindLabel(reference.category, 'en'),
    reference.label ?? kindLabel(reference.category, 'zh'),
  ]
  return { en: `there is no ${en} ${inEn}: 0 found`, zh: `${inZh}没有${zh}：找到 0 件` }
}

/** "Turn off the lamp" means one that is on: where the first is as asked already, another of its kind is meant. */
function preferState(
  items: readonly SceneItem[],
  { reference, active }: Extract<Edit, { type: 'operate' }>,
  scene: Scene,
  named: readonly SceneRoom[],
  run: Run,
): readonly SceneItem[] {
  if (reference.kind !== 'named' || reference.isPlural || items.length > 1) return items
  const isDone = (item: SceneItem) =>
    (item.states?.on ?? (item.states?.open === undefined ? true : item.states.open > 0.5)) === active
  if (!isDone(items[0]!)) return items
  const others = findItems(
    { ...reference, isPlural: true },
    {
      scene,
      selection: run.selection,
      ...(named.length > 0 ? { within: named.flatMap((room) => itemsInRoom(scene, room)) } : {}),
    },
  )
  const other = 'items' in others ? others.items.find((item) => !isDone(item)) : undefined
  return other ? [other] : items
}

/** Doors of the named room, else of the given one, else of the home: the one nearest to being meant, or all of them. */
function openingsFor(
  { part, isPlural }: Extract<Edit, { type: 'operate-opening' }>,
  scene: Scene,
  named: readonly SceneRoom[],
  run: Run,
  given: SceneRoom | undefined,
) {
  const selected = scene.openings.filter(({ id, type }) => run.selection.includes(id) && type === part)
  if (selected.length > 0) return selected
  const rooms = named.length > 0 ? named : given ? [given] : isPlural ? [] : bySize(scene).slice(0, 1)
  const own = scene.openings.filter(
    ({ id, type }) => type === part && (rooms.length === 0 || rooms.some(({ openings }) => openings.includes(id))),
  )
  const found = own.length > 0 ? own : scene.openings.filter(({ type }) => type === part)
  return isPlural ? found : found.slice(0, 1)
}

/** A wish as lengths: "20 cm longer" and "wider" start from the size that is there. */
function sizeFrom(item: SceneItem, wish: SizeWish): ResizeInput['size'] {
  if (!('axis' in wish)) return wish
  const index = { width: 0, depth: 1, height: 2 }[wish.axis]
  const now = item.size[index]!
  const value = 'by' in wish ? now + wish.by : now * (wish.step === 'bigger' ? 1.15 : 0.87)
  return { [wish.axis]: Math.max(0.05, Math.round(value * 1000) / 1000) }
}

const noRoomYet = { en: 'there is no closed room yet: 0 rooms', zh: '还没有围合的房间：0 个' }
