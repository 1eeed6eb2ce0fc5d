import type { Id, ItemRecord } from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import { createPlainHost, type PlainHost, pointerAt } from '../plain-host.ts'
import { createSelectTool } from './select-tool.ts'

function room(): PlainHost {
  const host = createPlainHost()
  host.write({
    type: 'walls-added',
    level: host.level(),
    points: [
      [0, 0],
      [6, 0],
      [6, 5],
      [0, 5],
    ],
    closed: true,
    thickness: 0.2,
  })
  return host
}

function put(host: PlainHost, id: Id, category: string, x: number, y: number, more: Partial<ItemRecord> = {}): void {
  const { size = [1, 1, 0.75], support = { on: 'floor' }, ...rest } = more
  host.write({
    type: 'item-added',
    item: { id, level: host.level(), category, pose: { x, y, z: 0, yaw: 0 }, size, support, ...rest },
  })
}

const itemHit = (id: Id) => ({ kind: 'item' as const, id })
const poseOf = (host: PlainHost, id: Id) => host.scene().items.find((item) => item.id === id)!.worldPose

describe('select tool', () => {
  it('picks with a click, adds with Shift, clears on nothing', () => {
    const host = room()
    put(host, 'a', 'coffee_table', 2, 2)
    put(host, 'b', 'coffee_table', 4, 2)
    const tool = createSelectTool(host)
    const click = (x: number, y: number, id: Id | undefined, shift = false) => {
      const event = pointerAt(x, y, { hit: id ? itemHit(id) : undefined, modifiers: { shift, alt: false, mod: false } })
      tool.pointerDown?.(event)
      tool.pointerUp?.(event)
    }
    click(2, 2, 'a')
    expect(host.selection.ids()).toEqual(['a'])
    click(4, 2, 'b', true)
    expect(host.selection.ids()).toEqual(['a', 'b'])
    click(4, 2, 'b')
    expect(host.selection.ids()).toEqual(['b'])
    click(9, 9, undefined)
    expect(host.selection.ids()).toEqual([])
  })

  it('drags as a draft and writes once on release', () => {
    const host = room()
    put(host, 'a', 'coffee_table', 2, 2)
    const tool = createSelectTool(host)
    tool.pointerDown?.(pointerAt(2, 2, { hit: itemHit('a') }))
    for (const x of [2.2, 2.6, 3]) tool.pointerMove?.(pointerAt(x, 2.4, { hit: itemHit('a') }))
    expect(poseOf(host, 'a')).toMatchObject({ x: 2, y: 2 })
    expect(host.preview().items[0]!.worldPose).toMatchObject({ x: expect.closeTo(3), y: expect.closeTo(2.4) })
    expect(host.written).toEqual([])
    tool.pointerUp?.(pointerAt(3, 2.4))
    expect(host.written).toEqual(['items-moved'])
    expect(poseOf(host, 'a')).toMatchObject({ x: expect.closeTo(3), y: expect.closeTo(2.4) })
    expect(host.draft).toBeNull()
  })

  it('gives a drag up without a trace', () => {
    const host = room()
    put(host, 'a', 'coffee_table', 2, 2)
    const tool = createSelectTool(host)
    tool.pointerDown?.(pointerAt(2, 2, { hit: itemHit('a') }))
    tool.pointerMove?.(pointerAt(3, 3))
    expect(tool.cancel()).toBe(true)
    tool.pointerUp?.(pointerAt(3, 3))
    expect(host.written).toEqual([])
    expect(poseOf(host, 'a')).toMatchObject({ x: 2, y: 2 })
  })

  it('survives the deletion of what it holds', () => {
    const host = room()
    put(host, 'a', 'coffee_table', 2, 2)
    const tool = createSelectTool(host)
    tool.pointerDown?.(pointerAt(2, 2, { hit: itemHit('a') }))
    tool.pointerMove?.(pointerAt(3, 3))
    host.write({ type: 'removed', ids: ['a'] })
    expect(() => tool.pointerMove?.(pointerAt(3.2, 3))).not.toThrow()
  })

  it('moves nothing that is locked, and nothing at all for a viewer', () => {
    const host = room()
    put(host, 'a', 'coffee_table', 2, 2, { locked: true })
    put(host, 'b', 'coffee_table', 4, 2)
    const tool = createSelectTool(host)
    tool.pointerDown?.(pointerAt(2, 2, { hit: itemHit('a') }))
    tool.pointerMove?.(pointerAt(3, 3))
    tool.pointerUp?.(pointerAt(3, 3))
    host.editable = false
    tool.pointerDown?.(pointerAt(4, 2, { hit: itemHit('b') }))
    tool.pointerMove?.(pointerAt(3, 3))
    tool.pointerUp?.(pointerAt(3, 3))
    expect(host.written).toEqual([])
    expect(host.selection.ids()).toEqual(['b'])
  })

  it('puts a lamp on the table under it, and takes it along when the table moves', () => {
    const host = room()
    put(host, 'table', 'dining_table', 3, 2.5, { size: [1.6, 0.9, 0.75] })
    put(host, 'lamp', 'table_lamp', 1, 1, { size: [0.3, 0.3, 0.5] })
    const tool = createSelectTool(host)
    tool.pointerDown?.(pointerAt(1, 1, { hit: itemHit('lamp') }))
    tool.pointerMove?.(pointerAt(3, 2.5))
    tool.pointerUp?.(pointerAt(3, 2.5))
    const lamp = host.scene().items.find((item) => item.id === 'lamp')!
    expect(lamp.support).toEqual({ on: 'item', id: 'table' })
    expect(lamp.worldPose.z).toBeCloseTo(0.75, 2)
    tool.pointerDown?.(pointerAt(3, 2.5, { hit: itemHit('table') }))
    tool.pointerMove?.(pointerAt(3.5, 2.7))
    tool.pointerUp?.(pointerAt(3.5, 2.7))
    const table = poseOf(host, 'table')
    expect(poseOf(host, 'lamp').x - table.x).toBeCloseTo(0, 2)
    expect(poseOf(host, 'lamp').z).toBeCloseTo(0.75, 2)
  })

  it('turns in steps of 15 degrees by the grip', () => {
    const host = room()
    put(host, 'a', 'armchair', 2, 2)
    host.selection.select('a')
    const tool = createSelectTool(host)
    tool.pointerDown?.(pointerAt(2, 1, { hit: { kind: 'handle', id: 'a', handle: 'rotate' } }))
    tool.pointerMove?.(pointerAt(2.75, 1.35))
    tool.pointerUp?.(pointerAt(2.75, 1.35))
    expect(host.written).toEqual(['items-turned'])
    const steps = poseOf(host, 'a').yaw / (Math.PI / 12)
    expect(steps).toBeCloseTo(Math.round(steps), 9)
    expect(Math.round(steps)).toBe(3)
  })

  it('selects what a marquee touches', () => {
    const host = room()
    put(host, 'a', 'coffee_table', 2, 2)
    put(host, 'b', 'coffee_table', 4, 2)
    const tool = createSelectTool(host)
    tool.pointerDown?.(pointerAt(1, 1))
    tool.pointerMove?.(pointerAt(2.2, 2.2))
    tool.pointerUp?.(pointerAt(2.2, 2.2))
    expect(host.selection.ids()).toEqual(['a'])
    expect(host.written).toEqual([])
  })

  it('drags a joint, and the walls that meet in it follow', () => {
    const host = room()
    const [wall] = host.scene().walls
    const tool = createSelectTool(host)
    const hit = { kind: 'handle' as const, id: wall!.b, handle: 'corner' as const }
    const [x, y] = wall!.end
    tool.pointerDown?.(pointerAt(x, y, { hit }))
    tool.pointerMove?.(pointerAt(x + 0.5, y + 0.7))
    tool.pointerUp?.(pointerAt(x + 0.5, y + 0.7))
    expect(host.written).toEqual(['corner-moved'])
    const ends = host.scene().walls.filter((w) => w.a === wall!.b || w.b === wall!.b)
    expect(ends).toHaveLength(2)
    expect(host.scene().rooms).toHaveLength(1)
  })

  it('moves a wall only once it is selected', () => {
    const host = room()
    const wall = host.scene().walls.find((w) => w.start[1] === 0 && w.end[1] === 0)!
    const tool = createSelectTool(host)
    const hit = { kind: 'wall' as const, id: wall.id }
    const drag = () => {
      tool.pointerDown?.(pointerAt(3, 0, { hit }))
      tool.pointerMove?.(pointerAt(3, -0.5))
      tool.pointerUp?.(pointerAt(3, -0.5))
    }
    drag()
    expect(host.written).toEqual([])
    host.selection.select(wall.id)
    drag()
    expect(host.written).toEqual(['wall-moved'])
    expect(host.scene().walls.find((w) => w.id === wall.id)!.start[1]).toBeCloseTo(-0.5)
  })
})
