import {
  applyChange,
  applyOperation,
  createEmptyDocument,
  type ItemRecord,
  type Operation,
  readScene,
  type SceneDocument,
} from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import { accessFacts, checkScene, clearances, pairFacts, type RulePack, roomMinimums } from './index.ts'

let count = 0
const createId = (): string => `t${++count}`

const apply = (document: SceneDocument, operation: Operation): SceneDocument => {
  const result = applyOperation(document, operation, { createId })
  if (!result.ok) throw new Error(result.message)
  return applyChange(document, result.change)
}

/** A room of 4 × 5 m inside, a door in the south wall that swings in, a window in the north wall. */
const createRoom = (type = 'bedroom'): SceneDocument => {
  let document = apply(createEmptyDocument(), {
    type: 'walls-added',
    level: 'level-0',
    points: [
      [-0.06, -0.06],
      [4.06, -0.06],
      [4.06, 5.06],
      [-0.06, 5.06],
    ],
    closed: true,
    thickness: 0.12,
  })
  const { walls } = readScene(document)
  const south = walls.find(({ start, end }) => start[1] < 0 && end[1] < 0)!
  const north = walls.find(({ start, end }) => start[1] > 5 && end[1] > 5)!
  const along = (wall: typeof south, x: number): number => Math.abs(x - wall.start[0])
  document = apply(document, {
    type: 'opening-added',
    id: 'door',
    wall: south.id,
    opening: 'door',
    along: along(south, 0.7),
    width: 0.9,
    height: 2.1,
    sill: 0,
    swing: { type: 'hinged', hinge: 'a', side: south.start[0] < south.end[0] ? 'left' : 'right' },
  })
  document = apply(document, {
    type: 'opening-added',
    id: 'window',
    wall: north.id,
    opening: 'window',
    along: along(north, 2),
    width: 1.6,
    height: 1.4,
    sill: 0.9,
  })
  return apply(document, {
    type: 'room-labelled',
    id: 'room',
    level: 'level-0',
    at: [2, 2],
    name: 'Room',
    roomType: type,
  })
}

const add = (
  document: SceneDocument,
  category: string,
  x: number,
  y: number,
  yaw: number,
  size: ItemRecord['size'],
  more: Partial<ItemRecord> = {},
): SceneDocument => {
  const z = more.pose?.z ?? 0
  return apply(document, {
    type: 'item-added',
    item: {
      id: `${category}-${x}-${y}`,
      level: 'level-0',
      category,
      size,
      support: { on: 'floor' },
      ...more,
      pose: { x, y, z, yaw },
    },
  })
}

const rulesOf = (document: SceneDocument, pack: RulePack = 'general'): string[] =>
  checkScene(readScene(document), { pack }).map((finding) => finding.rule)

const of = (document: SceneDocument, rule: string, pack: RulePack = 'general') =>
  checkScene(readScene(document), { pack }).find((finding) => finding.rule === rule)

const bed = (document: SceneDocument): SceneDocument =>
  add(document, 'double_bed', 2.95, 2.6, -Math.PI / 2, [1.58, 2.08, 1])

describe('checkScene', () => {
  it('has nothing to say about a bed with room around it', () => {
    expect(checkScene(readScene(bed(createRoom()))).filter((finding) => finding.severity !== 'note')).toEqual([])
  })

  it('measures how deep two things overlap and offers a push that was tried', () => {
    const document = add(bed(createRoom()), 'wardrobe', 2.5, 1.6, 0, [1.5, 0.6, 2.2])
    const finding = of(document, 'overlap')!
    expect(finding.measured).toBeCloseTo(0.09, 2)
    expect(finding.severity).toBe('error')
    expect(finding.fix).toBeDefined()
    expect(rulesOf(apply(document, finding.fix!))).not.toContain('overlap')
  })

  it('lets a chair under a table, a rug under both and a lamp on top', () => {
    let document = add(createRoom('dining_room'), 'rug', 2.4, 3, 0, [2.4, 1.7, 0.01])
    document = add(document, 'dining_table', 2.4, 3, 0, [1.4, 0.8, 0.75])
    document = add(document, 'dining_chair', 2.4, 3.55, 0, [0.45, 0.5, 0.8])
    document = add(document, 'table_lamp', 2.4, 3, 0, [0.25, 0.25, 0.4], {
      pose: { x: 2.4, y: 3, z: 0.75, yaw: 0 },
      support: { on: 'item', id: 'dining_table-2.4-3' },
    })
    expect(rulesOf(document)).not.toContain('overlap')
    expect(rulesOf(document)).not.toContain('support')
  })

  it('treats a corner sofa as its two arms', () => {
    const sofa = add(createRoom('living_room'), 'sofa', 2.4, 3.6, 0, [2.7, 1.65, 0.85], { shape: 'l', variant: 'left' })
    expect(rulesOf(add(sofa, 'coffee_table', 2.9, 3.0, 0, [0.7, 0.4, 0.4]))).not.toContain('overlap')
    expect(rulesOf(add(sofa, 'coffee_table', 1.5, 3.0, 0, [0.7, 0.4, 0.4]))).toContain('overlap')
  })

  it('finds what sticks into a wall and what stands outside', () => {
    const finding = of(add(createRoom(), 'bookcase', 3.9, 3, -Math.PI / 2, [0.8, 0.3, 2]), 'bounds')!
    expect(finding.measured).toBeCloseTo(0.05, 3)
    expect(rulesOf(add(createRoom(), 'bookcase', 9, 3, 0, [0.8, 0.3, 2]))).toContain('outside')
  })

  it('keeps the swing and the way before a door', () => {
    const finding = of(add(createRoom(), 'plant', 0.6, 0.5, 0, [0.4, 0.4, 1]), 'door-swing')!
    expect(finding.elements).toEqual(['plant-0.6-0.5', 'door'])
    expect(finding.measured).toBeLessThan(finding.demanded)
    expect(rulesOf(add(createRoom(), 'plant', 2.4, 0.5, 0, [0.4, 0.4, 1]))).not.toContain('door-swing')
  })

  it('says when furniture hides a window, and lets low things and curtains be', () => {
    expect(of(add(createRoom(), 'wardrobe', 2, 4.7, 0, [1.5, 0.6, 2.2]), 'window-light')!.measured).toBeGreaterThan(0.5)
    expect(rulesOf(add(createRoom(), 'desk', 2, 4.6, 0, [1.4, 0.6, 0.75]))).not.toContain('window-light')
  })

  it('tells how narrow the way is', () => {
    // A row of cupboards across the room with a gap of 0.45 m.
    let document = add(createRoom(), 'cabinet', 1.775, 2, 0, [3.55, 0.4, 1])
    document = add(document, 'armchair', 2, 4, 0, [0.8, 0.8, 0.8])
    const finding = checkScene(readScene(document)).find((entry) => entry.key === 'unreachable:armchair-2-4')!
    expect(finding.measured).toBeGreaterThan(0.35)
    expect(finding.measured).toBeLessThanOrEqual(0.45)
    expect(finding.demanded).toBe(0.6)
  })

  it('asks for room before a wardrobe and beside a bed', () => {
    let document = bed(createRoom())
    document = add(document, 'wardrobe', 3.2, 1.1, Math.PI, [1.4, 0.6, 2.2])
    expect(of(document, 'front-clearance')!.measured).toBeCloseTo(0.41, 1)
    const cornered = add(createRoom(), 'double_bed', 2.95, 4.2, -Math.PI / 2, [1.58, 2.08, 1])
    expect(of(cornered, 'bed-second-side')!.severity).toBe('warning')
  })

  it('finds what floats', () => {
    const finding = of(
      add(createRoom(), 'armchair', 2, 2, 0, [0.8, 0.8, 0.8], { pose: { x: 2, y: 2, z: 0.4, yaw: 0 } }),
      'support',
    )!
    expect(finding.measured).toBeCloseTo(0.4, 3)
    expect(finding.fix).toBeDefined()
  })

  it('asks more for a wheelchair than for a walker', () => {
    let document = bed(createRoom())
    document = add(document, 'wardrobe', 0.31, 3.6, Math.PI / 2, [1.8, 0.6, 2.2])
    document = add(document, 'cabinet', 1.2, 1.9, 0, [0.6, 0.5, 1])
    document = add(document, 'sideboard', 2.5, 0.45, Math.PI, [2.6, 0.8, 0.85])
    document = add(document, 'chest_of_drawers', 2.5, 4.7, 0, [1.2, 0.5, 0.85])
    expect(rulesOf(document).filter((rule) => rule === 'turning-circle' || rule === 'door-width')).toEqual([])
    expect(rulesOf(document, 'wheelchair')).toContain('turning-circle')
  })

  it('judges the floor alone where no door is drawn', () => {
    const closed = apply(createRoom(), { type: 'removed', ids: ['door'] })
    expect(rulesOf(closed, 'wheelchair')).not.toContain('turning-circle')
    const filled = add(closed, 'sideboard', 2, 2.2, 0, [3.6, 4, 0.85])
    const { measured } = of(filled, 'turning-circle', 'wheelchair')!
    expect(measured).toBeGreaterThan(0.7)
    expect(measured).toBeLessThan(1)
  })

  it('keeps cribs from windows in the child pack', () => {
    const document = add(createRoom('kids_room'), 'crib', 2, 4.6, 0, [1.3, 0.7, 0.95])
    expect(rulesOf(document, 'child')).toContain('bed-at-window')
    expect(rulesOf(document)).not.toContain('bed-at-window')
  })

  it('gives equal findings for equal scenes, worst first, each with its source', () => {
    let document = bed(createRoom())
    for (let index = 0; index < 6; index++)
      document = add(document, 'bookcase', 0.5 + index * 0.6, 4 - (index % 3) * 0.3, index, [0.8, 0.3, 2])
    const [first, second] = [checkScene(readScene(document)), checkScene(readScene(new Map(document)))]
    expect(first).toEqual(second)
    expect(new Set(first.map((finding) => finding.key)).size).toBe(first.length)
    const ranks = first.map((finding) => ['error', 'warning', 'note'].indexOf(finding.severity))
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
    for (const finding of first) {
      expect(finding.source).not.toBe('')
      expect(Number.isFinite(finding.measured) && Number.isFinite(finding.demanded)).toBe(true)
      expect(finding.message.en.length > 5 && finding.message.zh.length > 3).toBe(true)
    }
  })

  it('judges only the rooms that it is asked about', () => {
    const document = add(createRoom(), 'bookcase', 3.9, 3, -Math.PI / 2, [0.8, 0.3, 2])
    expect(checkScene(readScene(document), { rooms: [] })).toEqual([])
  })
})

describe('facts', () => {
  it('name a source and a standing in every row', () => {
    const rows = [
      ...Object.values(clearances),
      ...pairFacts,
      ...Object.values(roomMinimums),
      ...Object.values(accessFacts),
    ]
    expect(rows.length).toBeGreaterThan(150)
    for (const row of rows) {
      expect(row.source).not.toBe('')
      expect(['checked', 'recalled']).toContain(row.standing)
    }
  })
})
