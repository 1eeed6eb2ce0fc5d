import {
  addItems,
  type Brief,
  type Density,
  furnish,
  type LayoutContext,
  type LayoutProgress,
  type LayoutResult,
  moveItem,
  type ProposalGroup,
  type RoomType,
  removeItems,
  resizeItem,
  roomTypes,
  rotateItem,
  type Unmet,
} from '@enfilade/layout'
import {
  applyChange,
  diffDocuments,
  type Id,
  itemsInRoom,
  readScene,
  type Scene,
  type SceneDocument,
  type SceneItem,
  type SceneRoom,
} from '@enfilade/scene'
import { type Answer, answerQuestion } from './answer.ts'
import { chooseRoom, findItems } from './find-items.ts'
import { joinDependentGroups } from './join-groups.ts'
import { makeRoom } from './make-room.ts'
import { kindLabel, roomName } from './names.ts'
import { readPeople } from './people.ts'
import { writeReport } from './report.ts'
import type { Intent, Reference, Understanding } from './understand/intent.ts'
import { understand } from './understand/understand.ts'

/** A request in words on a document. `createId`, `seed` and `shouldStop` come from outside: equal input, equal bytes. */
export type CopilotRequest = {
  readonly prompt: string
  readonly document: SceneDocument
  readonly selection?: readonly Id[]
  readonly roomId?: Id
  readonly seed: number
  readonly options?: { readonly density?: Density; readonly people?: string; readonly explain?: boolean }
  readonly createId: () => Id
  readonly onProgress?: (progress: LayoutProgress) => void
  readonly shouldStop?: () => boolean
  readonly budgetMs?: number
}

export type CopilotResult = {
  readonly kind: 'proposal' | 'answer' | 'nothing'
  readonly language: 'en' | 'zh'
  readonly brief?: Brief
  readonly understanding: Understanding
  readonly groups: readonly ProposalGroup[]
  readonly unmet: readonly Unmet[]
  readonly answer?: Answer
  readonly report: string
  readonly truncated: boolean
}

/** Understands a request and turns it into a proposal, an answer or both. Changes nothing: the groups hold the changes. */
export function runRequest(request: CopilotRequest): CopilotResult {
  const { document, prompt, selection = [] } = request
  const base = readScene(document)
  const room = chooseRoom(base, request.roomId, selection, undefined, (item) => roomOfItem(base, item))
  const understanding = understand(prompt, {
    categories: (room && !hasOtherRooms(base, selection, request) ? itemsInRoom(base, room) : base.items).map(
      ({ category }) => category,
    ),
    ...(isRoomType(room?.type) ? { roomType: room.type } : {}),
    hasSelection: selection.length > 0,
  })
  const { language } = understanding
  const run: Run = { request, selection, language, document, groups: [], unmet: [], answers: [], truncated: false }
  for (const intent of understanding.intents) runIntent(run, intent)
  for (const word of understanding.notUnderstood) run.unmet.push(notUnderstood(word))
  if (understanding.intents.length === 0 && run.unmet.length === 0)
    run.unmet.push(notUnderstood(prompt.trim().slice(0, 120)))
  const groups = joinDependentGroups(run.groups)
  const answer = run.answers.length > 0 ? mergeAnswers(run.answers) : undefined
  return {
    kind: groups.length > 0 ? 'proposal' : answer ? 'answer' : 'nothing',
    language,
    understanding,
    ...(run.brief ? { brief: run.brief } : {}),
    groups,
    unmet: run.unmet,
    ...(answer ? { answer } : {}),
    report: writeReport({
      language,
      groups,
      unmet: run.unmet,
      truncated: run.truncated,
      ...(answer ? { answer } : {}),
    }),
    truncated: run.truncated,
  }
}

/** What a request has come to so far; `document` holds the groups applied, so that the next intent sees them. */
type Run = {
  readonly request: CopilotRequest
  readonly selection: readonly Id[]
  readonly language: 'en' | 'zh'
  document: SceneDocument
  brief?: Brief
  groups: ProposalGroup[]
  unmet: Unmet[]
  answers: Answer[]
  truncated: boolean
}

function runIntent(run: Run, intent: Intent): void {
  const scene = readScene(run.document)
  const type = intent.type === 'furnish' ? intent.brief.room.type : undefined
  const room = chooseRoom(scene, run.request.roomId, run.selection, type, (item) => roomOfItem(scene, item))
  switch (intent.type) {
    case 'furnish':
      return runFurnish(run, intent, room)
    case 'add':
      return take(run, addItems({ ...contextOf(run, room), objects: intent.objects }))
    case 'question': {
      const roomItems = room ? itemsInRoom(scene, room) : scene.items
      const named = run.selection.length === 0 ? roomNamed(scene, intent.words) : undefined
      const about = named ?? room
      const items = about ? itemsInRoom(scene, about) : roomItems
      run.answers.push(
        answerQuestion(intent, {
          scene,
          roomItems: items,
          selection: run.selection,
          language: run.language,
          ...(about ? { room: about } : {}),
        }),
      )
      return
    }
    default:
      return runEdit(run, intent, scene, room)
  }
}

function runFurnish(run: Run, intent: Extract<Intent, { type: 'furnish' }>, found: SceneRoom | undefined): void {
  const { request, language } = run
  const people = readPeople(request.options?.people)
  const brief: Brief = {
    ...intent.brief,
    ...(people
      ? {
          occupants: { ...people.occupants, ...intent.brief.occupants },
          ...(people.pack && !intent.brief.pack ? { pack: people.pack } : {}),
        }
      : {}),
    ...(request.options?.density ? { density: request.options.density } : {}),
  }
  let room = found
  if (!room) {
    const type = brief.room.type
    const made = makeRoom(run.document, type, roomName(type, language), intent.size, request)
    const change = diffDocuments(run.document, made)
    room = readScene(made).rooms[0]
    if (!room) {
      const text = { en: 'there is no closed room, and none could be made here', zh: '没有围合的房间，也无法在此新建' }
      run.unmet.push({ request: intent.words, reason: text[language], text })
      return
    }
    const area = Math.round(room.area * 100) / 100
    take(run, {
      groups: [
        {
          id: 'room',
          title: { en: roomName(type, 'en'), zh: roomName(type, 'zh') },
          reason: { en: `There was no room yet; this one has ${area} m².`, zh: `原先没有房间；新建 ${area} m²。` },
          measurements: [{ name: 'area', value: area, unit: 'm²' }],
          items: [],
          change,
        },
      ],
      unmet: [],
      truncated: false,
    })
  }
  run.brief = brief
  take(run, furnish({ ...contextOf(run, room), brief }))
}

function runEdit(
  run: Run,
  intent: Exclude<Intent, { type: 'furnish' | 'add' | 'question' }>,
  scene: Scene,
  room: SceneRoom | undefined,
): void {
  const roomItems = room ? itemsInRoom(scene, room) : scene.items
  const resolve = (reference: Reference): readonly SceneItem[] => {
    const found = findItems(scene, reference, run.selection, roomItems)
    if ('items' in found) return found.items
    run.unmet.push(notThere(reference, intent.words))
    return []
  }
  const items = resolve(intent.reference)
  const context = contextOf(run, items[0] ? (roomOfItem(scene, items[0]) ?? room) : room)
  const { words } = intent
  if (items.length === 0) return
  if (intent.type === 'remove') return take(run, removeItems({ ...context, ids: items.map(({ id }) => id), words }))
  if (intent.type === 'swap') {
    const other = resolve(intent.other)[0]
    if (other) take(run, moveItem({ ...context, id: items[0]!.id, to: { swapWith: other.id }, words }))
    return
  }
  for (const { id } of items) {
    const fresh = { ...context, document: run.document }
    if (intent.type === 'move') take(run, moveItem({ ...fresh, id, to: intent.to, words }))
    else if (intent.type === 'rotate') take(run, rotateItem({ ...fresh, id, turn: intent.turn, words }))
    else take(run, resizeItem({ ...fresh, id, size: intent.size, words }))
  }
}

function contextOf({ request, document, language }: Run, room: SceneRoom | undefined): LayoutContext {
  const { seed, createId, onProgress, shouldStop, budgetMs } = request
  return {
    document,
    seed,
    createId,
    language,
    ...(room ? { roomId: room.id } : {}),
    ...(onProgress ? { onProgress } : {}),
    ...(shouldStop ? { shouldStop } : {}),
    ...(budgetMs === undefined ? {} : { budgetMs }),
  }
}

/** Keeps a result and lets the next intent start from it. */
function take(run: Run, { groups, unmet, truncated }: LayoutResult): void {
  for (const group of groups) {
    run.document = applyChange(run.document, group.change)
    run.groups.push({ ...group, id: uniqueId(run.groups, group.id) })
  }
  run.unmet.push(...unmet)
  run.truncated ||= truncated
}

function uniqueId(groups: readonly ProposalGroup[], id: string): string {
  let unique = id
  for (let number = 2; groups.some((group) => group.id === unique); number += 1) unique = `${id}-${number}`
  return unique
}

function roomOfItem(scene: Scene, item: SceneItem): SceneRoom | undefined {
  return scene.rooms.find((room) => itemsInRoom(scene, room).some(({ id }) => id === item.id))
}

/** A room that a question names ("how big is the kitchen"), by its name or type. */
function roomNamed(scene: Scene, words: string): SceneRoom | undefined {
  const text = words.toLowerCase()
  return scene.rooms.find(
    (room) =>
      text.includes(room.name.toLowerCase()) ||
      text.includes(room.type.replaceAll('_', ' ')) ||
      (isRoomType(room.type) && text.includes(roomName(room.type, 'zh'))),
  )
}

const hasOtherRooms = (scene: Scene, selection: readonly Id[], request: CopilotRequest) =>
  scene.rooms.length > 1 && selection.length === 0 && request.roomId === undefined

const isRoomType = (type: string | undefined): type is RoomType => (roomTypes as readonly string[]).includes(type ?? '')

function notUnderstood(word: string): Unmet {
  const text = { en: 'these words were not understood', zh: '没有理解这些词' }
  return { request: word, reason: text.en, text }
}

function notThere(reference: Reference, words: string): Unmet {
  const name = reference.kind === 'named' ? reference : undefined
  const text =
    reference.kind === 'pronoun'
      ? { en: 'nothing is selected, so it is unclear what is meant', zh: '没有选中任何东西，不清楚指的是什么' }
      : { en: `there is no ${kindLabel(name!.category, 'en')} here`, zh: `这里没有${kindLabel(name!.category, 'zh')}` }
  return { request: words, reason: text.en, text }
}

function mergeAnswers(answers: readonly Answer[]): Answer {
  return {
    text: answers.map(({ text }) => text).join('\n'),
    elements: [...new Set(answers.flatMap(({ elements }) => elements))],
    measurements: answers.flatMap(({ measurements }) => measurements),
  }
}
