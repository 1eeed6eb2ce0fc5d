import {
  divideRoom,
  type MoveTarget,
  moveItem,
  type ResizeInput,
  removeItems,
  resizeItem,
  rotateItem,
  type Text,
} from '@enfilade/layout'
import { itemsInRoom, readScene, type Scene, type SceneItem, type SceneRoom } from '@enfilade/scene'
import { operateItems, operateOpenings, restyleItems, restyleRoom } from './change-items.ts'
import { dressRooms, meansAll } from './edits/dress-rooms.ts'
import { makeSpace } from './edits/make-space.ts'
import { moveAlong } from './edits/move-along.ts'
import { moveByRelations, swapCarried } from './edits/move-things.ts'
import { resolveRelation, resolveTarget } from './edits/resolve-relation.ts'
import { setLight } from './edits/set-light.ts'
import { setMood } from './edits/set-mood.ts'
import { spreadOut } from './edits/spread-out.ts'
import { tuckSeats } from './edits/tuck-seats.ts'
import { findItems, type SearchSpace } from './find-items.ts'
import { bySize, chooseRoom, findRooms, givenRoom, roomOfItem } from './find-rooms.ts'
import { noSuchThing } from './no-such-thing.ts'
import { replaceItem } from './replace-item.ts'
import { contextOf, type Run, refuse, take } from './run.ts'
import type { EditRelation, Intent, Reference, SizeWish } from './understand/intent.ts'

type Edit = Exclude<Intent, { type: 'furnish' | 'add' | 'question' | 'refused' | 'convert' }>
type ItemEdit = Extract<Edit, { readonly reference: Reference }>

/** Most things that one edit moves, turns or resizes one by one. */
const maximumItems = 40

/** Runs an edit of what is there: finds what it speaks of, then changes only that. */
export function runEdit(run: Run, intent: Edit, scene: Scene): void {
  const { words, place } = intent
  const rooms = place ? findRooms(scene, place) : []
  if (place && rooms.length === 0)
    return refuse(run, words, {
      en: `there is no “${place.words}” here: 0 of ${scene.rooms.length} rooms`,
      zh: `这里没有“${place.words}”：${scene.rooms.length} 个房间中 0 个`,
    })
  const given = givenRoom(scene, run.request.roomId, run.selection)
  const named = place?.every ? rooms : place ? [rooms.find(({ id }) => id === given?.id) ?? rooms[0]!] : []
  switch (intent.type) {
    case 'look':
      return take(run, dressRooms(run, words, roomsOfLook(run, words, scene, named, given)))
    case 'restyle-room':
    case 'restyle-all':
    case 'mood':
    case 'make-room':
    case 'divide':
      return runOnRooms(run, intent, scene, named)
    case 'operate-opening': {
      const openings = openingsFor(intent, scene, named, run, given)
      if (openings.length > 0) return take(run, operateOpenings(openings, intent.active, changeContext(run, words)))
      return refuse(run, words, {
        en: `there is no ${intent.part} there: 0 found`,
        zh: `那里没有${intent.part === 'door' ? '门' : '窗'}：找到 0 扇`,
      })
    }
    default: {
      const items = resolve(run, intent, intent.reference, scene, named)
      if (items.length === 0) return
      run.focus = items.map(({ id }) => id)
      return runOnItems(run, intent, items, scene, named)
    }
  }
}

/** The named rooms, else the given one, else the one that is looked at, else all. */
function roomsOfLook(
  run: Run,
  words: string,
  scene: Scene,
  named: readonly SceneRoom[],
  given: SceneRoom | undefined,
): readonly SceneRoom[] {
  if (named.length > 0) return named
  if (scene.rooms.length < 2 || meansAll(words)) return scene.rooms
  const chosen = given ?? chooseRoom(scene, run.request.roomId, run.selection)
  return chosen ? [chosen] : scene.rooms
}

const changeContext = (run: Run, words: string) => ({
  document: run.document,
  language: run.language,
  words,
  createId: run.request.createId,
})

function runOnRooms(
  run: Run,
  intent: Extract<Edit, { type: 'restyle-room' | 'restyle-all' | 'mood' | 'make-room' | 'divide' }>,
  scene: Scene,
  named: readonly SceneRoom[],
): void {
  const { words } = intent
  const chosen = chooseRoom(scene, run.request.roomId, run.selection)
  const targets = named.length > 0 ? named : chosen ? [chosen] : []
  if (targets.length === 0) return refuse(run, words, noRoomYet)
  for (const room of targets) {
    const layout = contextOf(run, room)
    if (intent.type === 'restyle-room')
      take(run, restyleRoom(room, intent.surface, intent.attributes, changeContext(run, words)))
    else if (intent.type === 'mood') take(run, setMood(intent.mood, room, words, layout))
    else if (intent.type === 'divide') take(run, divideRoom({ ...layout, parts: intent.parts, words }))
    else if (intent.type === 'make-room') {
      const space = makeSpace(intent.object, words, layout)
      if ('answer' in space) run.answers.push(space.answer)
      else take(run, space.result)
    } else {
      const items = itemsInRoom(readScene(run.document), room).filter(({ locked }) => !locked)
      if (items.length === 0)
        refuse(run, words, {
          en: 'there is nothing in the room to restyle: 0 things',
          zh: '房间里没有可更换外观的东西：0 件',
        })
      else take(run, restyleItems(items, intent.attributes, changeContext(run, words)))
    }
  }
}

function runOnItems(
  run: Run,
  intent: ItemEdit,
  items: readonly SceneItem[],
  scene: Scene,
  named: readonly SceneRoom[],
): void {
  const { words } = intent
  const context = changeContext(run, words)
  const layout = contextOf(run, roomOfItem(scene, items[0]!) ?? named[0])
  switch (intent.type) {
    case 'find':
      return
    case 'remove':
      return take(run, removeItems({ ...layout, ids: items.map(({ id }) => id), words }))
    case 'restyle':
      return take(run, restyleItems(items, intent.attributes, context))
    case 'operate':
      return take(run, operateItems(preferState(items, intent, scene, named, run), intent.active, context))
    case 'light':
      return take(run, setLight(items, intent, context))
    case 'tuck':
      return take(run, tuckSeats(allLike(intent.reference, items, scene, run, named), intent.isOut, words, layout))
    case 'spread':
      return take(run, spreadOut(items[0]!, intent.distance, words, layout))
    case 'replace':
      return runReplace(run, intent, items, scene)
    case 'swap':
      return runSwap(run, intent, items[0]!, scene, named)
  }
  for (const item of items.slice(0, maximumItems)) runOnItem(run, intent, item)
}

/** One for one where the new things are as many as the old, else all of the old ones for what is asked. */
function runReplace(
  run: Run,
  { object, words }: Extract<Edit, { type: 'replace' }>,
  items: readonly SceneItem[],
  scene: Scene,
): void {
  const each = { ...object, count: { min: 1, max: 1 } }
  const isOneForOne = object.count.max === undefined || object.count.max >= items.length || items.length === 1
  const many = object.count.max !== undefined && object.count.max > items.length
  const [first, ...others] = items.slice(0, maximumItems)
  if (many) return take(run, replaceItem(first!, object, words, contextOf(run, roomOfItem(scene, first!))))
  take(run, replaceItem(first!, each, words, contextOf(run, roomOfItem(scene, first!)), isOneForOne ? [] : others))
  if (isOneForOne)
    for (const item of others) take(run, replaceItem(item, each, words, contextOf(run, roomOfItem(scene, item))))
}

function runSwap(
  run: Run,
  intent: Extract<Edit, { type: 'swap' }>,
  item: SceneItem,
  scene: Scene,
  named: readonly SceneRoom[],
): void {
  const other = resolve(run, intent, intent.other, scene, named, [item.id]).find(({ id }) => id !== item.id)
  if (!other) return
  run.focus = [item.id, other.id]
  const layout = contextOf(run, roomOfItem(scene, item))
  take(
    run,
    swapCarried(item, other, layout) ??
      moveItem({ ...layout, id: item.id, to: { swapWith: other.id }, words: intent.words }),
  )
}

function runOnItem(run: Run, intent: Extract<Edit, { type: 'move' | 'rotate' | 'resize' }>, before: SceneItem): void {
  const { words } = intent
  const scene = readScene(run.document)
  const item = scene.items.find(({ id }) => id === before.id)
  if (!item) return
  const layout = { ...contextOf(run, roomOfItem(scene, item)), id: item.id, words }
  if (intent.type === 'resize') return take(run, resizeItem({ ...layout, size: sizeFrom(item, intent.size) }))
  if (intent.type === 'rotate') {
    const { turn } = intent
    if (!('facing' in turn)) return take(run, rotateItem({ ...layout, turn }))
    const [facing] = resolveAll(run, [turn.facing], item, scene, words) ?? []
    if (facing) take(run, rotateItem({ ...layout, turn: { facing } }))
    return
  }
  const { to } = intent
  if ('relations' in to) {
    const relations = resolveAll(run, to.relations, item, scene, words)
    if (relations) take(run, moveByRelations(item, relations, words, layout))
    return
  }
  if ('roomNamed' in to) {
    const room = findRooms(scene, to.roomNamed)[0]
    if (room) return take(run, moveItem({ ...layout, to: { room: room.id } }))
    return refuse(run, words, {
      en: `there is no “${to.roomNamed.words}” here: 0 of ${scene.rooms.length} rooms`,
      zh: `这里没有“${to.roomNamed.words}”：${scene.rooms.length} 个房间中 0 个`,
    })
  }
  if ('along' in to) {
    const found = resolveTarget(to.along, item, spaceOf(run, scene, [], item), false)
    if ('missing' in found) return refuse(run, words, noSuchThing(found.missing, undefined, found.few))
    const moved = moveAlong(item, found.targets[0]!, to.isAway, to.distance, words, layout)
    return moved ? take(run, moved) : refuse(run, words, noWay)
  }
  if ('placeOf' in to) {
    const found = findItems(to.placeOf, { ...spaceOf(run, scene, [], item), except: [item.id] })
    if ('missing' in found) return refuse(run, words, noSuchThing(to.placeOf, undefined, found.few))
    const { x, y, yaw } = found.items[0]!.worldPose
    return take(run, moveItem({ ...layout, to: { to: [x, y], yaw } }))
  }
  take(run, moveItem({ ...layout, to: to satisfies MoveTarget }))
}

/** The relations with their targets found; undefined after a refusal. */
function resolveAll(run: Run, relations: readonly EditRelation[], item: SceneItem, scene: Scene, words: string) {
  const resolved = relations.map((relation) => resolveRelation(relation, item, spaceOf(run, scene, [], item)))
  const lost = resolved.find((each) => 'missing' in each)
  if (lost && 'missing' in lost) {
    refuse(run, words, noSuchThing(lost.missing, undefined, lost.few))
    return undefined
  }
  return resolved.flatMap((each) => ('relation' in each ? [each.relation] : []))
}

/** Where to look for what the words mean: the named rooms alone, else the room of the thing or the given one first. */
export function spaceOf(run: Run, scene: Scene, named: readonly SceneRoom[], item?: SceneItem): SearchSpace {
  const given = (item && roomOfItem(scene, item)) ?? givenRoom(scene, run.request.roomId, run.selection)
  const { eye } = run.request
  return {
    scene,
    selection: run.selection,
    focus: run.focus,
    ...(named.length > 0 ? { within: named.flatMap((room) => itemsInRoom(scene, room)) } : {}),
    ...(given ? { preferred: itemsInRoom(scene, given) } : {}),
    ...(eye ? { eye } : {}),
  }
}

function resolve(
  run: Run,
  intent: Edit,
  reference: Reference,
  scene: Scene,
  named: readonly SceneRoom[],
  except: readonly string[] = [],
): readonly SceneItem[] {
  const given = givenRoom(scene, run.request.roomId, run.selection)
  if (reference.kind === 'all' && !reference.which && named.length === 0 && !given && scene.rooms.length > 1) {
    refuse(run, intent.words, {
      en: `it is unclear in which of the ${scene.rooms.length} rooms; name one`,
      zh: `共有 ${scene.rooms.length} 个房间，请说明是哪一个`,
    })
    return []
  }
  const found = findItems(reference, { ...spaceOf(run, scene, named), except })
  if ('items' in found) return found.items
  refuse(run, intent.words, noSuchThing(reference, named[0], found.few))
  return []
}

/** Seats go by the set: "push in the chair" that is one of six means the six, unless one was singled out. */
function allLike(
  reference: Reference,
  items: readonly SceneItem[],
  scene: Scene,
  run: Run,
  named: readonly SceneRoom[],
): readonly SceneItem[] {
  if (reference.kind !== 'named' || reference.which || reference.isThis || reference.count) return items
  const all = findItems({ ...reference, isPlural: true }, spaceOf(run, scene, named))
  return 'items' in all ? all.items : items
}

/** "Turn off the lamp" means one that is on: where the first is as asked already, another of its kind is meant. */
function preferState(
  items: readonly SceneItem[],
  { reference, active }: Extract<Edit, { type: 'operate' }>,
  scene: Scene,
  named: readonly SceneRoom[],
  run: Run,
): readonly SceneItem[] {
  if (reference.kind !== 'named' || reference.isPlural || reference.which || items.length > 1) return items
  const isDone = (item: SceneItem) =>
    (item.states?.on ?? (item.states?.open === undefined ? true : item.states.open > 0.5)) === active
  if (!isDone(items[0]!)) return items
  const others = findItems({ ...reference, isPlural: true }, spaceOf(run, scene, named))
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

/** What is long in plan: "longer" of it means its longer side. */
function sizeFrom(item: SceneItem, wish: SizeWish): ResizeInput['size'] {
  if (!('axis' in wish)) return wish
  const index = { width: 0, depth: 1, height: 2 }[wish.axis]
  const now = item.size[index]!
  const value =
    'by' in wish ? now + wish.by : 'factor' in wish ? now * wish.factor : now * (wish.step === 'bigger' ? 1.15 : 0.87)
  return { [wish.axis]: Math.max(0.05, Math.round(value * 1000) / 1000) }
}

const noRoomYet: Text = { en: 'there is no closed room yet: 0 rooms', zh: '还没有围合的房间：0 个' }
const noWay: Text = { en: 'there is no way to go: it is 0 m off', zh: '无法沿该方向移动：相距 0 米' }
