import { createSceneReader } from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import { createPlainHost } from '../tools/plain-host.ts'
import { createFurnishedFlat } from '../views/scene3d/furnished-flat.ts'
import { deleteOperations, duplicateOperation, nudgeOperations, operateOperations, turnOperations } from './commands.ts'
import { createDisplayReader, peerOperations } from './display-scene.ts'
import { draftForPeers } from './draft.ts'
import { createGhostReader, ghostAt } from './ghosts.ts'
import { collectHandles } from './handles.ts'
import { pickPlan } from './pick-plan.ts'
import { matchShortcut } from './shortcuts.ts'

const press = (key: string, more: object = {}) => ({ key, code: '', shift: false, alt: false, mod: false, ...more })

function furnished() {
  const host = createPlainHost()
  const level = host.level()
  host.write({
    type: 'walls-added',
    level,
    points: [
      [0, 0],
      [6, 0],
      [6, 5],
      [0, 5],
    ],
    closed: true,
    thickness: 0.2,
  })
  const put = (id: string, category: string, x: number, y: number, size: [number, number, number]) =>
    host.write({
      type: 'item-added',
      item: { id, level, category, pose: { x, y, z: 0, yaw: 0 }, size, support: { on: 'floor' } },
    })
  put('rug', 'rug', 3, 2.5, [3, 2, 0.01])
  put('table', 'coffee_table', 3, 2.5, [1, 0.6, 0.4])
  put('lamp', 'floor_lamp', 1, 1, [0.4, 0.4, 1.5])
  return { host, level }
}

describe('display scene', () => {
  it('keeps the identity of everything a gesture does not touch, of 200 items too', () => {
    const document = createFurnishedFlat(200, 3)
    const read = createDisplayReader()
    const before = read(document, [])
    const item = before.items[42]!
    const after = read(document, [{ type: 'items-moved', moves: { [item.id]: { ...item.worldPose, x: 1 } } }])
    const changed = after.items.filter((candidate, index) => candidate !== before.items[index])
    expect(changed.map((candidate) => candidate.id)).toEqual([item.id])
    expect(after.walls.every((wall, index) => wall === before.walls[index])).toBe(true)
    expect(after.rooms.every((room, index) => room === before.rooms[index])).toBe(true)
  })

  it('ignores gestures of peers on things that are gone', () => {
    const { host, level } = furnished()
    const operations = peerOperations(
      { moves: { ghost: { x: 0, y: 0, z: 0, yaw: 0 } }, corners: { none: [1, 1] } },
      level,
      4,
    )
    expect(createDisplayReader()(host.document, operations).items).toHaveLength(3)
  })

  it('tells peers of moves and chains and keeps guides at home', () => {
    expect(draftForPeers({ guides: [], marquee: { from: [0, 0], to: [1, 1] } })).toBeNull()
    const chain = {
      points: [[0, 0]] as [number, number][],
      cursor: [1, 0] as [number, number],
      closing: false,
      typed: '',
    }
    expect(draftForPeers({ chain })).toEqual({
      walls: [
        [0, 0],
        [1, 0],
      ],
    })
  })
})

describe('ghosts', () => {
  it('show what a proposal adds and what it would take away', () => {
    const { host, level } = furnished()
    const chair = {
      kind: 'item',
      level,
      category: 'armchair',
      pose: { x: 2, y: 2, z: 0, yaw: 0 },
      size: [0.8, 0.8, 0.8],
      support: { on: 'floor' },
    }
    const text = { en: '', zh: '' }
    const group = { id: 'g', title: text, reason: text, measurements: [], items: ['chair'] }
    const change = { added: { chair }, removed: { lamp: host.document.get('lamp')! }, updated: {} }
    const ghosts = createGhostReader()(host.document, [{ ...group, change }])
    expect(ghosts.shown).toMatchObject([{ key: 'chair', kind: 'item', group: 'g', isNew: true }])
    expect([...ghosts.removed]).toEqual([['lamp', 'g']])
    expect(host.scene().items).toHaveLength(3)
    expect(ghostAt(ghosts, [2.1, 2])).toBe('g')
    expect(ghostAt(ghosts, [4, 4])).toBeUndefined()
  })
})

describe('picking in the plan', () => {
  const options = { metresPerPixel: 0.01, touch: false }

  it('finds the smallest thing, then walls, then rooms, then nothing', () => {
    const { host, level } = furnished()
    const scene = host.scene()
    expect(pickPlan(scene, level, [3, 2.5], [], options)).toEqual({ kind: 'item', id: 'table' })
    expect(pickPlan(scene, level, [4.2, 2.5], [], options)).toEqual({ kind: 'item', id: 'rug' })
    expect(pickPlan(scene, level, [3, 0.02], [], options)?.kind).toBe('wall')
    expect(pickPlan(scene, level, [5, 4.5], [], options)?.kind).toBe('room')
    expect(pickPlan(scene, level, [9, 9], [], options)).toBeUndefined()
  })

  it('finds grips before what lies under them, but not what is in hand', () => {
    const { host, level } = furnished()
    const scene = host.scene()
    const handles = collectHandles(scene, ['table'], 0.01)
    const grip = handles.find((handle) => handle.handle === 'rotate')!
    expect(pickPlan(scene, level, grip.at, handles, options)).toEqual({ kind: 'handle', id: 'table', handle: 'rotate' })
    expect(pickPlan(scene, level, [3, 2.5], [], { ...options, without: new Set(['table']) })?.id).toBe('rug')
  })
})

describe('commands', () => {
  it('nudge, turn, duplicate, delete and operate what they can', () => {
    const { host } = furnished()
    const scene = host.scene()
    expect(nudgeOperations(scene, ['table'], [0.01, 0])).toMatchObject([
      { moves: { table: { x: expect.closeTo(3.01) } } },
    ])
    expect(turnOperations(scene, ['table'], 1, false)).toMatchObject([
      { moves: { table: { yaw: expect.closeTo(Math.PI / 2) } } },
    ])
    expect(duplicateOperation(scene, ['table'], () => 'copy')?.copies).toEqual(['copy'])
    expect(operateOperations(scene, ['lamp'])).toMatchObject([{ states: { on: true } }])
    expect(operateOperations(scene, ['table'])).toEqual([])
    expect(deleteOperations(scene, ['table', scene.rooms[0]!.id, 'nobody'])).toEqual([
      { type: 'removed', ids: ['table'] },
    ])
  })
})

describe('shortcuts', () => {
  it('match keys, and letters only while letters are on', () => {
    expect(matchShortcut(press('w'), true)).toEqual({ type: 'tool', tool: 'wall' })
    expect(matchShortcut(press('w'), false)).toBeUndefined()
    expect(matchShortcut(press('ArrowUp', { shift: true }), false)).toEqual({ type: 'nudge', by: [0, 0.1] })
    expect(matchShortcut(press('!', { shift: true, code: 'Digit1' }), true)).toEqual({ type: 'fit' })
    expect(matchShortcut(press('R', { shift: true, code: 'KeyR' }), true)).toEqual({
      type: 'turn',
      direction: -1,
      fine: false,
    })
    expect(matchShortcut(press('d', { mod: true }), true)).toEqual({ type: 'duplicate' })
    expect(matchShortcut(press('z', { mod: true }), true)).toBeUndefined()
  })
})

describe('readers', () => {
  it('agree with a plain read', () => {
    const { host } = furnished()
    expect(createDisplayReader()(host.document, [])).toEqual(createSceneReader().read(host.document))
  })
})
