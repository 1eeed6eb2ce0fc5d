import { checkScene } from '@enfilade/critic'
import { applyChange, applyOperation, readScene, type Scene, type SceneDocument } from '@enfilade/scene'
import { beforeAll, describe, expect, it } from 'vitest'
import { findBarFailures } from '../../bench/bars.ts'
import { createIds, createRoomDocument } from '../../bench/rooms.ts'
import {
  addItems,
  createBrief,
  createBriefObject,
  furnish,
  type LayoutResult,
  moveItem,
  removeItems,
  resizeItem,
  rotateItem,
} from '../index.ts'

let document: SceneDocument
let scene: Scene
const idOf = (category: string): string => scene.items.find((item) => item.category === category)!.id
const context = () => ({ document, seed: 3, createId: createIds('edit') })
const after = (result: LayoutResult): Scene =>
  readScene(result.groups.reduce((current, group) => applyChange(current, group.change), document))

/** Items that stand more than 1 cm from where they stood. */
const movedIn = (result: LayoutResult): string[] => {
  const now = after(result)
  return scene.items.flatMap((item) => {
    const other = now.items.find((entry) => entry.id === item.id)
    const isMoved =
      !other || Math.hypot(other.worldPose.x - item.worldPose.x, other.worldPose.y - item.worldPose.y) > 0.01
    return isMoved ? [item.category] : []
  })
}

beforeAll(() => {
  const bare = createRoomDocument(
    [
      [0, 0],
      [5, 0],
      [5, 4.6],
      [0, 4.6],
    ],
    [
      { wall: 0, kind: 'door', at: 0.8 },
      { wall: 2, kind: 'window', at: 2.2, width: 2 },
    ],
  )
  const brief = createBrief('bedroom', {
    objects: [createBriefObject('desk', { relations: [{ type: 'away_from_window' }] })],
  })
  document = furnish({ document: bare, brief, seed: 2, createId: createIds() }).groups.reduce(
    (current, group) => applyChange(current, group.change),
    bare,
  )
  scene = readScene(document)
})

describe('edit tools', () => {
  it('moves a desk to the window with its chair and what stands on it, and nothing else', () => {
    const result = moveItem({
      ...context(),
      id: idOf('desk'),
      to: { relations: [{ type: 'by_window' }] },
      words: 'the desk by the window',
    })
    if (result.groups.length === 0) {
      expect(result.unmet[0]!.reason).toMatch(/\d/)
      return
    }
    expect(
      movedIn(result).every((category) =>
        [
          'desk',
          'office_chair',
          'monitor',
          'laptop',
          'desk_lamp',
          'desk_organiser',
          'potted_plant',
          'cup',
          'book',
        ].includes(category),
      ),
    ).toBe(true)
    expect(findBarFailures(after(result), after(result).rooms[0]!)).toEqual([])
  })

  it('says how far a thing can go when the way asked for is too long', () => {
    const result = moveItem({ ...context(), id: idOf('wardrobe'), to: { direction: 'back', distance: 3 } })
    expect(result.groups).toEqual([])
    expect(result.unmet[0]!.reason).toMatch(/can go \d+\.\d\d m/)
  })

  it('moves by a small distance exactly', () => {
    const bed = idOf('double_bed')
    const result = moveItem({ ...context(), id: bed, to: { direction: 'forward', distance: 0.02 } })
    expect(result.groups.length).toBe(1)
    const [was, is] = [scene, after(result)].map((entry) => entry.items.find((item) => item.id === bed)!.worldPose)
    expect(Math.hypot(is!.x - was!.x, is!.y - was!.y)).toBeCloseTo(0.02, 3)
  })

  it('makes a wardrobe narrower with its back on the wall', () => {
    const id = idOf('wardrobe')
    const result = resizeItem({ ...context(), id, size: { width: 1 } })
    const item = after(result).items.find((entry) => entry.id === id)!
    expect(item.size[0]).toBe(1)
    expect(movedIn(result)).toEqual([])
    expect(findBarFailures(after(result), after(result).rooms[0]!)).toEqual([])
  })

  it('refuses a size that does not fit and tells the largest that does', () => {
    const result = resizeItem({ ...context(), id: idOf('double_bed'), size: { width: 6 } })
    expect(result.groups).toEqual([])
    expect(result.unmet[0]!.reason).toMatch(/is the most that fits, 6\.00 m/)
  })

  it('keeps the gap of the nightstands when the bed grows', () => {
    const bed = idOf('double_bed')
    const size = scene.items.find((item) => item.id === bed)!.size
    const result = resizeItem({ ...context(), id: bed, size: { width: size[0] + 0.06 } })
    expect(result.groups.length).toBe(1)
    expect(findBarFailures(after(result), after(result).rooms[0]!)).toEqual([])
    expect(movedIn(result).every((category) => ['nightstand', 'table_lamp', 'book', 'clock'].includes(category))).toBe(
      true,
    )
  })

  it('turns a thing or says why not', () => {
    for (const id of scene.items.filter((item) => item.support.on === 'floor').map((item) => item.id)) {
      const result = rotateItem({ ...context(), id, turn: { by: Math.PI / 2 } })
      if (result.groups.length === 0) expect(result.unmet[0]!.reason).toMatch(/\d/)
      else expect(findBarFailures(after(result), after(result).rooms[0]!)).toEqual([])
    }
  })

  it('takes away a nightstand with its lamp', () => {
    const id = idOf('nightstand')
    const result = removeItems({ ...context(), ids: [id] })
    const gone = scene.items.filter((item) => item.id === id || (item.support.on === 'item' && item.support.id === id))
    expect(after(result).items.length).toBe(scene.items.length - gone.length)
  })

  it('adds by name where it fits and moves nothing', () => {
    const lamp = createBriefObject('table_lamp', {
      relations: [{ type: 'on', target: { kind: 'category', category: 'desk' } }],
    })
    for (const objects of [
      [createBriefObject('plant')],
      [createBriefObject('basket')],
      [lamp],
      [createBriefObject('picture')],
    ]) {
      const result = addItems({ ...context(), objects })
      expect(movedIn(result)).toEqual([])
      const added = after(result).items.length - scene.items.length
      expect(added + result.unmet.length).toBe(1)
      const errors = (entry: Scene) => checkScene(entry).filter((finding) => finding.severity === 'error').length
      expect(errors(after(result))).toBeLessThanOrEqual(errors(scene))
    }
  })

  it('leaves locked things alone', () => {
    const id = idOf('wardrobe')
    const locked = applyOperation(document, { type: 'item-changed', id, locked: true }, { createId: createIds('lock') })
    if (!locked.ok) throw new Error(locked.message)
    const input = { ...context(), document: applyChange(document, locked.change), id }
    for (const result of [
      moveItem({ ...input, to: { direction: 'left', distance: 0.1 } }),
      rotateItem({ ...input, turn: { by: 1 } }),
      resizeItem({ ...input, size: { factor: 0.9 } }),
      removeItems({ ...input, ids: [id] }),
    ]) {
      expect(result.groups).toEqual([])
      expect(result.unmet[0]!.reason).toContain('locked')
    }
  })

  it('answers with a reason for things that are not there', () => {
    const result = moveItem({ ...context(), id: 'nothing', to: { direction: 'left', distance: 1 } })
    expect(result.unmet[0]!.reason).toContain('no item')
  })
})
