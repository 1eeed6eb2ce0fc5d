import { findKind } from '@enfilade/catalogue'
import {
  addItems,
  type Brief,
  type Density,
  furnish,
  type LayoutModel,
  type LayoutProgress,
  type ProposalGroup,
  type Unmet,
} from '@enfilade/layout'
import { type Id, itemsInRoom, readScene, type Scene, type SceneDocument, type SceneRoom } from '@enfilade/scene'
import { type Answer, answerQuestion } from './answer.ts'
import { askLayoutModel } from './ask-model.ts'
import { boundIntent } from './bound-intent.ts'
import { clearForUse } from './edits/convert-room.ts'
import { eachOf } from './edits/each-of.ts'
import { resolveRelation } from './edits/resolve-relation.ts'
import { findItems } from './find-items.ts'
import { chooseRoom, findRooms, givenRoom, typeOfRoom } from './find-rooms.ts'
import { furnishPlan } from './furnish-plan.ts'
import { joinDependentGroups } from './join-groups.ts'
import type { LanguageModel } from './language-model/language-model.ts'
import { type ModelUnderstanding, understandWithModel } from './language-model/understand-with-model.ts'
import { itemName, nameOfRoom } from './names.ts'
import { noSuchThing } from './no-such-thing.ts'
import { readPeople } from './people.ts'
import { createUnmet, quote, refusals } from './refusal.ts'
import { writeReport } from './report.ts'
import { contextOf, type Run, refuse, take } from './run.ts'
import { runEdit, spaceOf } from './run-edit.ts'
import type { Intent, RoomReference, Understanding } from './understand/intent.ts'
import { maximumRequestLength } from './understand/tokenize.ts'
import { type UnderstandContext, understand } from './understand/understand.ts'

/** A request in words on a document. `createId`, `seed` and `shouldStop` come from outside: equal input, equal bytes. */
export type CopilotRequest = {
  readonly prompt: string
  readonly document: SceneDocument
  readonly selection?: readonly Id[]
  readonly roomId?: Id
  /** Where the asking person looks from, plan coordinates; tells left from right among things without a front. */
  readonly eye?: readonly [number, number]
  readonly seed: number
  readonly options?: { readonly density?: Density; readonly people?: string; readonly explain?: boolean }
  readonly createId: () => Id
  readonly onProgress?: (progress: LayoutProgress) => void
  readonly shouldStop?: () => boolean
  readonly budgetMs?: number
  /** Learned models; everything works without them too. */
  readonly ports?: CopilotPorts
}

export type CopilotPorts = { readonly layoutModel?: LayoutModel; readonly languageModel?: LanguageModel }

export type CopilotResult = {
  readonly kind: 'proposal' | 'answer' | 'nothing'
  readonly language: 'en' | 'zh'
  readonly brief?: Brief
  readonly understanding: Understanding
  /** Who read the words; what the operator's language model was not followed in stands in the report. */
  readonly understoodBy: 'built-in' | 'language-model'
  readonly groups: readonly ProposalGroup[]
  readonly unmet: readonly Unmet[]
  readonly answer?: Answer
  readonly report: string
  readonly truncated: boolean
}

/** Most intents of one request that are run. */
const maximumIntents = 24

/**
 * Understands a request and turns it into a proposal, an answer or both. Changes nothing: the groups hold the changes.
 * Whatever the prompt, there is a group, an answer or something unmet.
 */
export async function runRequest(request: CopilotRequest): Promise<CopilotResult> {
  const { document, prompt, selection = [] } = request
  const unknown = unknownIds(request)
  if (unknown.length > 0) return refuseUnknown(request, unknown)
  const { understanding, by, note: readingNote } = await understandIn(readScene(document), request)
  const { language, intents } = understanding
  const run: Run = {
    request,
    selection,
    language,
    document,
    focus: [],
    groups: [],
    unmet: [],
    answers: [],
    truncated: false,
  }
  if (prompt.length > maximumRequestLength) refuse(run, prompt, refusals.tooLong)
  for (const whole of intents.slice(0, maximumIntents)) {
    const { intent, left } = boundIntent(whole)
    await runIntent(run, intent)
    if (left !== undefined) refuse(run, left.words, refusals[left.reason])
  }
  if (intents.length > maximumIntents) refuse(run, intents[maximumIntents]!.words, refusals.tooMany)
  for (const word of understanding.notUnderstood.slice(0, maximumIntents)) refuse(run, word, refusals.words)
  if (run.groups.length === 0 && run.answers.length === 0 && run.unmet.length === understanding.notUnderstood.length) {
    const isBare = prompt.trim() === ''
    if (intents.length === 0) run.unmet = [createUnmet(prompt, isBare ? refusals.empty : refusals.nothing, language)]
    else if (run.unmet.length === 0) refuse(run, prompt, nothingToAdd)
  }
  const groups = joinDependentGroups(run.groups, readScene(document), readScene(run.document))
  const answer = run.answers.length > 0 ? mergeAnswers(run.answers) : undefined
  const { unmet, truncated } = run
  const note = readingNote ?? run.note
  return {
    kind: groups.length > 0 ? 'proposal' : answer ? 'answer' : 'nothing',
    language,
    understanding,
    understoodBy: by,
    ...(run.brief ? { brief: run.brief } : {}),
    groups,
    unmet,
    ...(answer ? { answer } : {}),
    report: writeReport({
      language,
      groups,
      unmet,
      truncated,
      ...(answer ? { answer } : {}),
      ...(note ? { note } : {}),
      placeholders: placeholdersIn(readScene(document), readScene(run.document), language),
    }),
    truncated,
  }
}

/** New things that the catalogue has no form for, by their names, each once. */
function placeholdersIn(before: Scene, after: Scene, language: 'en' | 'zh'): string[] {
  const isNew = ({ id }: { readonly id: Id }) => !before.items.some((item) => item.id === id)
  return [
    ...new Set(
      after.items.filter((item) => isNew(item) && !findKind(item.category)).map((item) => itemName(item, language)),
    ),
  ]
}

/** Ids that were given and name nothing in the space. */
function unknownIds({ document, roomId, selection = [] }: CopilotRequest): Id[] {
  const scene = readScene(document)
  const isRoom = (id: Id) => scene.rooms.some((room) => room.id === id)
  return [
    ...(roomId !== undefined && !isRoom(roomId) ? [roomId] : []),
    ...selection.filter((id) => !document.has(id) && !isRoom(id)),
  ]
}

/** Nothing is done about things that are not there: the answer names them. */
function refuseUnknown(
  { prompt, document, roomId, selection = [] }: CopilotRequest,
  ids: readonly Id[],
): CopilotResult {
  const { language, notUnderstood } = understand(prompt, { categories: [] })
  const list = ids.map((id) => quote(id)).join(', ')
  const isRoom = ids[0] === roomId
  const count = isRoom ? readScene(document).rooms.length : selection.length
  const text = isRoom
    ? {
        en: `there is no room “${list}”: the space has ${count} rooms`,
        zh: `没有房间“${list}”：该空间有 ${count} 个房间`,
      }
    : {
        en: `${ids.length} of the ${count} selected things are not in the space: “${list}”`,
        zh: `选中的 ${count} 件中有 ${ids.length} 件不在空间中：“${list}”`,
      }
  const unmet = [createUnmet(prompt, text, language)]
  const understanding = { language, intents: [], notUnderstood }
  const report = writeReport({ language, groups: [], unmet, truncated: false })
  return {
    kind: 'nothing',
    language,
    understanding,
    understoodBy: 'built-in',
    groups: [],
    unmet,
    report,
    truncated: false,
  }
}

const nothingToAdd = {
  en: 'nothing was left to add: 0 changes',
  zh: '没有可再添加的：改动 0 处',
}

async function understandIn(
  scene: Scene,
  { prompt, roomId, selection = [], ports, budgetMs }: CopilotRequest,
): Promise<ModelUnderstanding> {
  const given = givenRoom(scene, roomId, selection)
  const type = given ? typeOfRoom(given) : scene.rooms.length === 1 ? typeOfRoom(scene.rooms[0]!) : undefined
  const context: UnderstandContext = {
    // What is there, by what imported labels stand for.
    categories: scene.items.map(({ category }) => findKind(category)?.id ?? category),
    ...(type ? { roomType: type } : {}),
    hasSelection: selection.length > 0,
    rooms: scene.rooms.map((room) => {
      const ofRoom = typeOfRoom(room)
      return { id: room.id, name: room.name, ...(ofRoom ? { type: ofRoom } : {}) }
    }),
    labels: scene.items.flatMap(({ label, category }) => (label ? [{ label, category }] : [])),
  }
  const { languageModel } = ports ?? {}
  if (!languageModel) return { understanding: understand(prompt, context), by: 'built-in' }
  const items = scene.items.map(({ id, category, label }) => ({ id, category, ...(label ? { label } : {}) }))
  // Half of a budget is left for what follows.
  return understandWithModel(prompt, context, items, languageModel, budgetMs === undefined ? undefined : budgetMs / 2)
}

async function runIntent(run: Run, intent: Intent): Promise<void> {
  const scene = readScene(run.document)
  switch (intent.type) {
    case 'furnish':
      return runFurnish(run, intent, scene)
    case 'add':
      return runAdd(run, intent, scene)
    case 'convert':
      return runConvert(run, intent, scene)
    case 'question':
      return runQuestion(run, intent, scene)
    case 'refused':
      return refuse(run, intent.words, refusals[intent.reason])
    default:
      return runEdit(run, intent, scene)
  }
}

function runAdd(run: Run, intent: Extract<Intent, { type: 'add' }>, scene: Scene): void {
  let { objects } = intent
  if (intent.beside) {
    const resolved = resolveRelation(intent.beside, undefined, spaceOf(run, scene, []))
    if ('missing' in resolved) return refuse(run, intent.words, noSuchThing(resolved.missing, undefined, resolved.few))
    const { relation } = resolved
    objects = objects.map((object) => ({ ...object, relations: [...object.relations, relation] }))
  }
  for (const room of roomsFor(run, scene, { ...intent, objects }) ?? []) {
    const result = addItems({ ...contextOf(run, room), objects: eachOf(objects, scene, room) })
    const added = result.groups.flatMap(({ change }) => Object.keys(change.added))
    take(run, result)
    if (added.length > 0) run.focus = added
  }
}

/** Furnishes a room for another use: what that has no use for goes, what was to be kept stays where it is. */
async function runConvert(run: Run, intent: Extract<Intent, { type: 'convert' }>, scene: Scene): Promise<void> {
  const { keep, words } = intent
  const kept = keep.flatMap((reference) => (reference.kind === 'named' ? reference.categories : []))
  // What stays is not also to come.
  const brief = { ...intent.brief, objects: intent.brief.objects.filter(({ category }) => !kept.includes(category)) }
  const named = intent.place ? findRooms(scene, intent.place) : []
  if (intent.place && named.length === 0) return refuse(run, words, noSuchRoom(scene, intent.place))
  const room = named[0] ?? chooseRoom(scene, run.request.roomId, run.selection)
  if (!room) return runFurnish(run, { type: 'furnish', brief, words }, scene)
  const ids = keep.flatMap((reference) => {
    const found = findItems(reference.kind === 'named' ? { ...reference, isPlural: true } : reference, {
      ...spaceOf(run, scene, []),
      within: itemsInRoom(scene, room),
    })
    if ('items' in found) return found.items.map(({ id }) => id)
    refuse(run, reference.words, noSuchThing(reference, room, found.few))
    return []
  })
  take(run, clearForUse(room, brief.room.type, new Set(ids), words, contextOf(run, room)))
  const hints = await askLayoutModel(run, room.id, brief)
  take(run, furnish({ ...contextOf(run, room), brief, ...hints }))
}

function runQuestion(run: Run, intent: Extract<Intent, { type: 'question' }>, scene: Scene): void {
  const { request, selection, language } = run
  const named = intent.place ? findRooms(scene, intent.place) : []
  if (intent.place && named.length === 0) return refuse(run, intent.words, noSuchRoom(scene, intent.place))
  const room =
    named[0] ?? givenRoom(scene, request.roomId, selection) ?? (scene.rooms.length === 1 ? scene.rooms[0] : undefined)
  run.answers.push(
    answerQuestion(intent, {
      scene,
      rooms: scene.rooms,
      focus: run.focus,
      isNamed: named.length > 0,
      selection,
      language,
      ...(room ? { room } : {}),
    }),
  )
}

/** The rooms that an addition is for; undefined where the words name one that is not there. */
function roomsFor(
  run: Run,
  scene: Scene,
  intent: Extract<Intent, { type: 'add' }>,
): readonly (SceneRoom | undefined)[] | undefined {
  const { place } = intent
  const given = givenRoom(scene, run.request.roomId, run.selection)
  if (!place) return [given ?? roomOfCompany(scene, intent) ?? chooseRoom(scene, undefined, [])]
  const found = findRooms(scene, place)
  if (found.length === 0) {
    const untyped = scene.rooms.length === 1 ? scene.rooms : []
    if (untyped.length > 0) return untyped
    refuse(run, intent.words, noSuchRoom(scene, place))
    return undefined
  }
  if (place.every) return found
  return [found.find(({ id }) => id === given?.id) ?? found[0]]
}

/** The room of what the new things go with: a chair "at the desk" belongs where the desk is; a plain one with its like. */
function roomOfCompany(scene: Scene, { objects }: Extract<Intent, { type: 'add' }>): SceneRoom | undefined {
  const targets = objects.flatMap(({ relations }) =>
    relations.flatMap(({ target }) => (target?.kind === 'category' ? [target.category] : [])),
  )
  const wanted = targets.length > 0 ? targets : objects.map(({ category }) => category)
  const rooms = chooseOrder(scene)
  return rooms.find((room) => {
    const here = itemsInRoom(scene, room).map(({ category }) => category)
    return wanted.some((category) => here.includes(category))
  })
}

const chooseOrder = (scene: Scene) => scene.rooms.toSorted((a, b) => b.area - a.area || (a.id < b.id ? -1 : 1))

async function runFurnish(run: Run, intent: Extract<Intent, { type: 'furnish' }>, scene: Scene): Promise<void> {
  if (scene.rooms.length === 0) return furnishPlan(run, intent)
  const rooms = roomsToFurnish(run, intent, scene)
  if (!rooms) return refuse(run, intent.words, noSuchRoom(scene, intent.place!))
  const people = readPeople(run.request.options?.people)
  for (const found of rooms) {
    const own = rooms.length > 1 && found ? typeOfRoom(found) : undefined
    const brief: Brief = {
      ...intent.brief,
      ...(own ? { room: { ...intent.brief.room, type: own } } : {}),
      ...(people
        ? {
            occupants: { ...people.occupants, ...intent.brief.occupants },
            ...(people.pack && !intent.brief.pack ? { pack: people.pack } : {}),
          }
        : {}),
      ...(run.request.options?.density ? { density: run.request.options.density } : {}),
    }
    const room = found ?? scene.rooms[0]
    if (!room) return
    run.brief ??= brief
    const hints = await askLayoutModel(run, room.id, brief)
    take(run, furnish({ ...contextOf(run, room), brief, ...hints }))
  }
}

/**
 * The rooms that the words mean: as named, else as given, else the one without a type, the only one. Undefined where the named one is missing.
 */
function roomsToFurnish(
  run: Run,
  { place }: Extract<Intent, { type: 'furnish' }>,
  scene: Scene,
): readonly (SceneRoom | undefined)[] | undefined {
  const given = givenRoom(scene, run.request.roomId, run.selection)
  if (!place) return [given ?? emptiest(scene, scene.rooms)]
  const found = findRooms(scene, place)
  if (place.every && found.length > 0) return found
  if (given && (found.some(({ id }) => id === given.id) || (!typeOfRoom(given) && found.length === 0))) return [given]
  if (found.length > 0) return [place.rank ? found[0] : emptiest(scene, found)]
  const untyped = scene.rooms.filter((room) => !typeOfRoom(room))
  if (untyped.length > 0) return [emptiest(scene, untyped)]
  return scene.rooms.length === 1 ? [scene.rooms[0]] : undefined
}

/** A room with nothing in it before others, then the largest. */
function emptiest(scene: Scene, rooms: readonly SceneRoom[]): SceneRoom | undefined {
  const isFull = (room: SceneRoom) => Number(itemsInRoom(scene, room).length > 0)
  return rooms.toSorted((a, b) => isFull(a) - isFull(b) || b.area - a.area || (a.id < b.id ? -1 : 1))[0]
}

function noSuchRoom(scene: Scene, { words }: RoomReference) {
  const list = (language: 'en' | 'zh') => scene.rooms.map((room) => nameOfRoom(room, language))
  const count = scene.rooms.length
  return {
    en: `there is no “${words}” here; the ${count} ${count === 1 ? 'room is' : 'rooms are'}: ${list('en').join(', ') || 'none'}`,
    zh: `这里没有“${words}”；现有 ${count} 个房间：${list('zh').join('、') || '无'}`,
  }
}

function mergeAnswers(answers: readonly Answer[]): Answer {
  return {
    text: answers.map(({ text }) => text).join('\n'),
    elements: [...new Set(answers.flatMap(({ elements }) => elements))],
    measurements: answers.flatMap(({ measurements }) => measurements),
  }
}
