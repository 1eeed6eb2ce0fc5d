import { findKind } from '@enfilade/catalogue'
import {
  applyChange,
  applyOperation,
  createEmptyDocument,
  type Id,
  type ItemRecord,
  type Operation,
  type Point2,
  readScene,
  type SceneDocument,
  type Support,
} from '@enfilade/scene'

/** A two-bedroom flat made by the same operations that the tools use: for looking at the views without a server. */
export function buildSampleFlat(createId: () => Id): SceneDocument {
  let document = createEmptyDocument()
  const level = readScene(document).levels[0]!.id
  const run = (operation: Operation) => {
    const outcome = applyOperation(document, operation, { createId })
    if (!outcome.ok) throw new Error(`${operation.type}: ${outcome.message}`)
    document = applyChange(document, outcome.change)
  }
  const walls = (
    points: readonly Point2[],
    closed: boolean,
    thickness: number,
    structure: 'load-bearing' | 'partition',
  ) => run({ type: 'walls-added', level, points, closed, thickness, structure })
  walls(
    [
      [0, 0],
      [9.6, 0],
      [9.6, 7.4],
      [0, 7.4],
    ],
    true,
    0.24,
    'load-bearing',
  )
  walls(
    [
      [5.6, 0],
      [5.6, 3.2],
    ],
    false,
    0.12,
    'partition',
  )
  walls(
    [
      [5.6, 3.2],
      [9.6, 3.2],
    ],
    false,
    0.12,
    'partition',
  )
  walls(
    [
      [5.6, 3.2],
      [5.6, 4.4],
      [9.6, 4.4],
    ],
    false,
    0.12,
    'partition',
  )
  walls(
    [
      [5.6, 4.4],
      [5.6, 7.4],
    ],
    false,
    0.12,
    'partition',
  )
  walls(
    [
      [2.4, 7.4],
      [2.4, 5.2],
      [0, 5.2],
    ],
    false,
    0.12,
    'partition',
  )

  const wallAt = (point: Point2) => {
    const scene = readScene(document)
    let best = scene.walls[0]!
    let gap = Number.POSITIVE_INFINITY
    for (const wall of scene.walls) {
      const [ax, ay] = wall.start
      const [bx, by] = wall.end
      const t = Math.max(0, Math.min(1, ((point[0] - ax) * (bx - ax) + (point[1] - ay) * (by - ay)) / wall.length ** 2))
      const d = Math.hypot(ax + (bx - ax) * t - point[0], ay + (by - ay) * t - point[1])
      if (d < gap) {
        gap = d
        best = wall
      }
    }
    const [ax, ay] = best.start
    const [bx, by] = best.end
    return { id: best.id, along: ((point[0] - ax) * (bx - ax) + (point[1] - ay) * (by - ay)) / best.length }
  }
  const opening = (kind: 'door' | 'window' | 'passage', at: Point2, width: number, extra: object = {}) => {
    const wall = wallAt(at)
    run({ type: 'opening-added', id: createId(), wall: wall.id, opening: kind, along: wall.along, width, ...extra })
  }
  opening('door', [4.4, 7.4], 1, { swing: { type: 'hinged', hinge: 'a', side: 'left' } })
  opening('door', [5.6, 2.5], 0.9, { swing: { type: 'hinged', hinge: 'a', side: 'right' } })
  opening('door', [5.6, 3.8], 0.8, { swing: { type: 'hinged', hinge: 'a', side: 'left' } })
  opening('door', [5.6, 5.0], 0.9, { swing: { type: 'hinged', hinge: 'b', side: 'right' } })
  opening('passage', [2.4, 6.3], 1.2)
  opening('window', [2.6, 0], 2.4, { sill: 0.3, height: 2 })
  opening('window', [7.6, 0], 1.8, { sill: 0.9, height: 1.4 })
  opening('window', [7.6, 7.4], 1.6, { sill: 0.9, height: 1.4 })
  opening('window', [0, 2.6], 1.6, { sill: 0.9, height: 1.4 })
  opening('window', [1.2, 7.4], 1.0, { sill: 1.1, height: 1.1 })
  opening('window', [9.6, 3.8], 0.6, { sill: 1.4, height: 0.7 })

  const room = (at: Point2, name: string, roomType: string) =>
    run({ type: 'room-labelled', id: createId(), level, at, name, roomType })
  room([3, 3], 'Living room', 'living_room')
  room([7.6, 1.6], 'Bedroom', 'bedroom')
  room([7.6, 6], 'Study', 'study')
  room([8, 3.8], 'Bathroom', 'bathroom')
  room([1.2, 6.3], 'Kitchen', 'kitchen')

  const put = (
    category: string,
    x: number,
    y: number,
    yawDeg: number,
    extra: Partial<ItemRecord> & { z?: number } = {},
  ): Id => {
    const id = createId()
    const { z = 0, ...rest } = extra
    const size = rest.size ?? findKind(category)?.size.typical ?? [0.5, 0.5, 0.5]
    const support: Support = rest.support ?? { on: 'floor' }
    run({
      type: 'item-added',
      item: { id, level, category, ...rest, pose: { x, y, z, yaw: (yawDeg * Math.PI) / 180 }, size, support },
    })
    return id
  }
  put('rug', 2.5, 2.3, 0, { size: [2.6, 1.8, 0.012], finishes: { main: { color: '#b9a98c' } } })
  put('sofa', 2.5, 3.35, 0, { size: [2.3, 0.95, 0.82], finishes: { main: { color: '#7d8f86' } } })
  put('coffee_table', 2.5, 2.2, 0)
  put('armchair', 4.4, 2.3, -80)
  const stand = put('tv_stand', 2.5, 0.36, 180, { size: [1.8, 0.42, 0.45] })
  put('television', 2.5, 0.36, 180, { z: 0.45, support: { on: 'item', id: stand } })
  put('floor_lamp', 0.6, 3.5, 0, { states: { on: true } })
  put('plant', 0.55, 0.6, 0)
  put('bookcase', 0.29, 4.4, 90)
  const table = put('dining_table', 4.2, 5.7, 90, { size: [1.6, 0.9, 0.75] })
  for (const side of [-1, 1])
    for (const along of [-0.4, 0.4]) put('dining_chair', 4.2 + side * 0.62, 5.7 + along, side < 0 ? 90 : -90)
  put('plant', 4.2, 5.7, 0, { z: 0.75, size: [0.22, 0.22, 0.35], support: { on: 'item', id: table } })
  put('double_bed', 7.7, 2.0, 0, { size: [1.8, 2.05, 1] })
  const left = put('nightstand', 6.5, 2.9, 0)
  put('nightstand', 8.9, 2.9, 0)
  put('table_lamp', 6.5, 2.9, 0, {
    z: findKind('nightstand')!.size.typical[2],
    support: { on: 'item', id: left },
    states: { on: true },
  })
  put('wardrobe', 9.15, 0.95, -90, { size: [1.5, 0.6, 2.2] })
  put('rug', 7.7, 1.4, 0, { size: [2.6, 1.6, 0.012] })
  put('desk', 7.6, 6.9, 0, { size: [1.5, 0.7, 0.75] })
  put('office_chair', 7.6, 6.3, 180)
  put('bookcase', 9.3, 5.6, -90)
  put('single_bed', 6.2, 6.2, 0)
  put('toilet', 8.9, 3.62, 0)
  put('vanity', 8.0, 3.5, 0)
  put('shower', 6.2, 3.8, 90)
  put('base_cabinet', 0.45, 7.0, 0, { size: [0.6, 0.6, 0.9] })
  put('sink_cabinet', 1.1, 7.0, 0)
  put('cooker', 1.72, 7.0, 0)
  put('refrigerator', 0.45, 5.65, 90)
  return document
}
