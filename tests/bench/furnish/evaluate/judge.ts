import { findKind } from '@enfilade/catalogue'
import type { SceneJson } from '@enfilade/language'
import type { BenchRequest, Expectation, What } from '../request.ts'
import { looksAgainst } from './attributes.ts'
import { judgeBuilding } from './building-relations.ts'
import { judgeKept, judgeMoved, judgeOthersKept, judgeResized, judgeState, judgeTurned } from './judge-edit.ts'
import { judgeRelation } from './judge-relation.ts'
import {
  countAgainst,
  isRoomCalled,
  judgeAdjacent,
  judgeFurnished,
  judgeOpenings,
  judgeOutline,
  judgeRoom,
  judgeTotalArea,
} from './judge-space.ts'
import { kindCalled, kindsMeant } from './nouns.ts'
import { type Model, readModel, type Thing } from './scene-model.ts'
import { describeWhat, select, wordsOf } from './select.ts'
import { against, fail, pass, quantify, type Row, type Verdict } from './verdict.ts'

export type Judged = { readonly expectation: Expectation; readonly row: Row } & Verdict

export type Outcome = {
  /** Absent: the request came with no scene. */
  readonly before?: SceneJson
  readonly after: SceneJson
  readonly report: string
}

const rows: { readonly [Type in Expectation['type']]: Row } = {
  count: 'counts',
  absent: 'counts',
  only: 'counts',
  relation: 'relations',
  building: 'building',
  attribute: 'attributes',
  room: 'space',
  'total-area': 'space',
  adjacent: 'space',
  outline: 'space',
  openings: 'space',
  furnished: 'space',
  unmet: 'unmet',
  moved: 'edits',
  kept: 'edits',
  'others-kept': 'edits',
  resized: 'edits',
  turned: 'edits',
  state: 'edits',
}

const emptyScene = { levels: [], rooms: [], walls: [], openings: [], objects: [], unmet: [] }

/** Judges every expectation of a request on the Scene JSON before and after; neither solver nor critic is asked. */
export function judgeRequest(request: BenchRequest, outcome: Outcome): Judged[] {
  const after = readModel(outcome.after)
  const before = readModel(outcome.before ?? { ...outcome.after, ...emptyScene })
  return request.expect.map((expectation) => ({
    expectation,
    row: rows[expectation.type] ?? 'space',
    ...judge(expectation, request.expect, before, after, outcome),
  }))
}

function judge(
  expectation: Expectation,
  all: readonly Expectation[],
  before: Model,
  after: Model,
  { report }: Outcome,
): Verdict {
  switch (expectation.type) {
    case 'count':
      return judgeCount(after, expectation)
    case 'absent':
      return judgeCount(after, { ...expectation, type: 'count', exact: 0 })
    case 'only':
      return judgeOnly(after, expectation.what)
    case 'relation':
      return judgeRelation(after, expectation, all)
    case 'building':
      return judgeBuilding(after, expectation)
    case 'attribute': {
      const things = select(after, expectation.what).filter((thing) => isInRoom(thing, expectation.room))
      if (things.length === 0) return fail(`no ${describeWhat(expectation.what)}`)
      return quantify(things, expectation.every, (thing) => against(looksAgainst(thing, expectation)))
    }
    case 'room':
      return judgeRoom(after, expectation)
    case 'total-area':
      return judgeTotalArea(after, expectation)
    case 'adjacent':
      return judgeAdjacent(after, expectation)
    case 'outline':
      return judgeOutline(after, expectation)
    case 'openings':
      return judgeOpenings(after, expectation)
    case 'furnished':
      return judgeFurnished(after, expectation)
    case 'unmet':
      return judgeUnmet(after, expectation, report)
    case 'moved':
      return judgeMoved(before, after, expectation)
    case 'kept':
      return judgeKept(before, after, expectation)
    case 'others-kept':
      return judgeOthersKept(before, after, expectation)
    case 'resized':
      return judgeResized(before, after, expectation)
    case 'turned':
      return judgeTurned(before, after, expectation)
    case 'state':
      return judgeState(after, expectation)
    default:
      return fail(`no such expectation: ${(expectation as { type: string }).type}`)
  }
}

const isInRoom = ({ room }: Thing, type: string | undefined): boolean =>
  type === undefined || (room !== undefined && isRoomCalled(room, type))

type Count = Extract<Expectation, { type: 'count' }>

/**
 * Names in a list are alternatives: the count holds for all of them together, for those that the words name most
 * narrowly, or for the first of them that is there at all.
 */
function judgeCount(model: Model, expectation: Count): Verdict {
  const all = select(model, expectation.what).filter((thing) => isInRoom(thing, expectation.room))
  const words = wordsOf(expectation.what)
  const named = (list: readonly string[]) => {
    const kinds = new Set(list.flatMap(kindCalled))
    return all.filter(({ category }) => kinds.has(category) || kinds.has(findKind(category)?.id ?? ''))
  }
  const first = words.map((word) => named([word])).find((things) => things.length > 0) ?? []
  const readings = [all, named(words), first].filter((things, index) => index === 0 || things.length > 0)
  const held = readings.find((things) => countAgainst(things.length, expectation).length === 0)
  if (held) return pass(`${held.length}`)
  const wrong = countAgainst(all.length, expectation)
  const placeholders = model.things.filter(
    ({ object, category }) => object?.placeholder && words.some((word) => kindsMeant(word).includes(category)),
  )
  const note = placeholders.length > 0 ? ` (${placeholders.length} placeholders do not count)` : ''
  return fail(`${wrong.join()}${note}`)
}

function judgeOnly(model: Model, what: What | readonly What[]): Verdict {
  const list = (Array.isArray(what) ? what : [what]) as readonly What[]
  const allowed = new Set(list.flatMap((each) => select(model, each)))
  const others = model.things.filter((thing) => !allowed.has(thing)).map(({ category }) => category)
  return others.length === 0 ? pass() : fail(`also ${others.join(', ')}`)
}

function judgeUnmet(model: Model, { mentions }: Extract<Expectation, { type: 'unmet' }>, report: string): Verdict {
  const words = typeof mentions === 'string' ? [mentions] : mentions
  const entries = model.json.unmet.map(({ request, reason }) => `${request} ${reason}`)
  const text = [...entries, report].join('\n').toLowerCase()
  if (entries.length === 0) return fail('nothing is unmet')
  return words.some((word) => text.includes(word.toLowerCase()))
    ? pass()
    : fail(`unmet: ${entries.join(' | ').slice(0, 200)}`)
}
