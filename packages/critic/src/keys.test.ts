import { createRandom } from '@enfilade/geometry'
import {
  applyChange,
  applyOperation,
  createSceneReader,
  type ItemRecord,
  type Operation,
  type SceneDocument,
} from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import { createFurnishedFlat } from '../bench/furnished-flat.ts'
import { type Finding, finishFinding, rulePacks } from './finding.ts'
import { checkScene } from './index.ts'
import { judgeRoom } from './judge-room.ts'
import { planRoom } from './measure/room-plan.ts'
import { createRoomContext } from './room-context.ts'
import { createHomeMemo } from './rule.ts'
import { homeRules } from './rule-list.ts'
import { createShaper } from './shape-scene.ts'

let count = 0
const apply = (document: SceneDocument, operation: Operation): SceneDocument => {
  const result = applyOperation(document, operation, { createId: () => `k${++count}` })
  return result.ok ? applyChange(document, result.change) : document
}

/** The furnished flat after somebody pushed and turned everything. */
const createMess = (): SceneDocument => {
  const random = createRandom('mess')
  let document = createFurnishedFlat()
  for (const [id, record] of document) {
    if (record.kind !== 'item') continue
    const { pose } = record as ItemRecord
    const pushed = { ...pose, x: pose.x + random() - 0.5, y: pose.y + random() - 0.5, yaw: pose.yaw + random() - 0.5 }
    document = apply(document, { type: 'items-moved', moves: { [id]: pushed } })
  }
  return document
}

/** Everything that the rules say, before of two findings with one key the worse is kept. */
const saidOf = (document: SceneDocument, pack: (typeof rulePacks)[number]): Finding[] => {
  const scene = createSceneReader().read(document)
  const { shapes, inRooms, homeless } = createShaper()(scene)
  const settings = { pack, robotRadius: 0.3 }
  const rooms = scene.rooms.map((room, index) => createRoomContext(planRoom(scene, room), inRooms[index]!))
  const home = { scene, rooms, shapes, homeless, memo: createHomeMemo() }
  return [
    ...rooms.flatMap((room) => judgeRoom(room, settings)),
    ...homeRules.flatMap((rule) => rule(home, settings)).map(finishFinding),
  ]
}

const keysOf = (document: SceneDocument): string[] =>
  checkScene(createSceneReader().read(document), { fixes: false }).map(({ key }) => key)

describe('keys of findings', () => {
  const mess = createMess()

  it.each(rulePacks)('are never shared (%s)', (pack) => {
    const keys = saidOf(mess, pack).map(({ key }) => key)
    expect(keys.length).toBeGreaterThan(100)
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  })

  it('tell the sides of a table apart', () => {
    const flat = createFurnishedFlat()
    const table = flat.get('0-1-00') as ItemRecord
    const cramped = ['0-1-10', '0-1-19'].reduce((document, id, at) => {
      const pose = { ...table.pose, y: table.pose.y + (at ? -1 : 1) * (table.size[1] / 2 + 0.6), yaw: 0 }
      return apply(document, { type: 'items-moved', moves: { [id]: pose } })
    }, flat)
    const keys = keysOf(cramped).filter((key) => key.startsWith('table-clearance:0-1-00'))
    expect(keys.length).toBe(2)
  })

  it('stay while things in another room come, go and move', () => {
    const elsewhere = (key: string): boolean => !/0-0-|thing/.test(key)
    const before = keysOf(mess).filter(elsewhere)
    const bed = mess.get('0-0-00') as ItemRecord
    let after = apply(mess, { type: 'removed', ids: ['0-0-10'] })
    after = apply(after, { type: 'item-added', item: { ...bed, id: 'thing' } })
    after = apply(after, { type: 'items-moved', moves: { '0-0-05': { ...bed.pose, x: 1.5, y: 1.5 } } })
    expect(before.length).toBeGreaterThan(80)
    expect(keysOf(after).filter(elsewhere)).toEqual(before)
  })
})
