import { applyChange, type Point2, readScene, type SceneDocument, type SceneItem } from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import { createIds, createRoomDocument } from '../bench/rooms.ts'
import { type Brief, type BriefObject, createBrief, createBriefObject, furnish, type RoomType } from './index.ts'

const room = (width: number, depth: number): SceneDocument =>
  createRoomDocument(
    [
      [0, 0],
      [width, 0],
      [width, depth],
      [0, depth],
    ] as Point2[],
    [
      { wall: 0, at: 0.7, kind: 'door' },
      { wall: 2, at: width / 2, kind: 'window', width: 1.5 },
    ],
  )

const run = (document: SceneDocument, type: RoomType, objects: readonly BriefObject[], more: Partial<Brief> = {}) => {
  const brief = createBrief(type, { objects, ...more })
  const { groups, unmet } = furnish({ document, brief, seed: 3, createId: createIds() })
  const { items } = readScene(groups.reduce((current, { change }) => applyChange(current, change), document))
  return { items, unmet, of: (category: string) => items.filter((item) => item.category === category) }
}

const some = (category: string, number: number, more: Partial<BriefObject> = {}): BriefObject =>
  createBriefObject(category, { count: { min: number, max: number }, ...more })

const to = (key: string) => ({ kind: 'object', key }) as const

/** How far the straight look from a thing passes by a point, metres; Infinity when it lies behind. */
const lookPast = ({ worldPose: { x, y, yaw } }: SceneItem, at: SceneItem): number => {
  const [dx, dy] = [at.worldPose.x - x, at.worldPose.y - y]
  const ahead = dx * Math.sin(yaw) - dy * Math.cos(yaw)
  return ahead > 0 ? Math.abs(dx * Math.cos(yaw) + dy * Math.sin(yaw)) : Number.POSITIVE_INFINITY
}

const middle = (a: SceneItem, b: SceneItem): Point2 => [
  (a.worldPose.x + b.worldPose.x) / 2,
  (a.worldPose.y + b.worldPose.y) / 2,
]

describe('places that were asked for', () => {
  it('seats six at a round table in the middle that all look at it', () => {
    const table = some('dining_table', 1, { attributes: { shape: 'round' }, relations: [{ type: 'centred' }] })
    const chairs = some('dining_chair', 6, { relations: [{ type: 'around', target: to('dining_table') }] })
    const { of, unmet } = run(room(4.4, 4), 'dining_room', [table, chairs])
    const [center] = of('dining_table')
    expect(of('dining_chair')).toHaveLength(6)
    for (const chair of of('dining_chair')) expect(lookPast(chair, center!)).toBeLessThan(center!.size[0] / 2)
    expect(unmet).toEqual([])
  })

  it('gathers four armchairs around a coffee table rather than a sofa of its own', () => {
    const chairs = some('armchair', 4, { relations: [{ type: 'around', target: to('coffee_table') }] })
    const { of, unmet } = run(room(5.5, 4.5), 'living_room', [some('coffee_table', 1), chairs])
    const [center] = of('coffee_table')
    expect(of('armchair')).toHaveLength(4)
    for (const chair of of('armchair')) expect(lookPast(chair, center!)).toBeLessThan(center!.size[0] / 2)
    expect(unmet).toEqual([])
  })

  it('hangs a screen between the two things that were said to flank it', () => {
    const screen = some('television', 1, { relations: [{ type: 'on_wall' }] })
    const speakers = some('speaker', 2, { relations: [{ type: 'flanking', target: to('television') }] })
    const { of, unmet } = run(room(5, 4.2), 'living_room', [screen, speakers], { only: true })
    const [television] = of('television')
    const [a, b] = of('speaker')
    const [x, y] = middle(a!, b!)
    expect(Math.hypot(television!.worldPose.x - x, television!.worldPose.y - y)).toBeLessThan(0.5)
    expect(unmet).toEqual([])
  })

  it('puts what comes between a pair in the middle of the two', () => {
    const table = some('side_table', 1, { relations: [{ type: 'between', target: to('armchair') }] })
    const { of, unmet } = run(room(5.5, 4.5), 'living_room', [some('armchair', 2), table])
    const [a, b] = of('armchair')
    const [x, y] = middle(a!, b!)
    const [between] = of('side_table').sort(
      (p, q) => Math.hypot(p.worldPose.x - x, p.worldPose.y - y) - Math.hypot(q.worldPose.x - x, q.worldPose.y - y),
    )
    expect(Math.hypot(between!.worldPose.x - x, between!.worldPose.y - y)).toBeLessThan(0.35)
    expect(unmet).toEqual([])
  })

  it('stands furniture "on" a wall against that wall', () => {
    const wall = { kind: 'building', part: 'wall', side: 'west' } as const
    const board = some('sideboard', 1, { relations: [{ type: 'on_wall', target: wall }] })
    const { of, unmet } = run(room(4.5, 4), 'dining_room', [board])
    const [{ worldPose, size }] = of('sideboard') as [SceneItem]
    expect(worldPose.x - size[1] / 2).toBeLessThan(0.1)
    expect(unmet).toEqual([])
  })

  it('keeps the floor before a window clear when that is asked', () => {
    const about = { kind: 'building', part: 'window' } as const
    const demands = [{ type: 'keep_clear', about, words: 'keep the window clear' }] as const
    const { items, unmet } = run(room(5, 4.2), 'living_room', [], { demands })
    const before = items.filter(
      ({ support, size, worldPose: { x, y } }) =>
        support.on === 'floor' && size[2] > 0.1 && y > 4.2 - 0.6 && Math.abs(x - 2.5) < 0.75,
    )
    expect(before.map(({ category }) => category)).toEqual([])
    expect(unmet).toEqual([])
  })

  it('tells by how much asked free floor around a thing falls short', () => {
    const about = { kind: 'object', key: 'double_bed' } as const
    const demands = [{ type: 'clearance', about, value: 1.5, words: '1.5 m around the bed' }] as const
    const { unmet } = run(room(3, 3.2), 'bedroom', [some('double_bed', 1)], { demands })
    expect(unmet.map(({ request }) => request)).toContain('1.5 m around the bed')
    expect(unmet.find(({ request }) => request === '1.5 m around the bed')?.reason).toMatch(/1\.50 m/)
  })

  it('slides a basket under a bench', () => {
    const basket = some('basket', 1, { relations: [{ type: 'under', target: to('bench') }] })
    const { of, unmet } = run(room(3, 2.4), 'entrance', [some('bench', 1), basket])
    const [bench] = of('bench')
    const [below] = of('basket')
    expect(Math.hypot(bench!.worldPose.x - below!.worldPose.x, bench!.worldPose.y - below!.worldPose.y)).toBeLessThan(
      bench!.size[0] / 2,
    )
    expect(below!.size[2]).toBeLessThan(bench!.size[2] - 0.1)
    expect(unmet).toEqual([])
  })
})
