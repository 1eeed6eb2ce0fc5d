import { createRandom } from '@enfilade/geometry'
import {
  applyChange,
  applyOperation,
  createEmptyDocument,
  createSceneReader,
  type Operation,
  type SceneDocument,
} from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import { checkScene, createChecker, type Finding } from './index.ts'

let count = 0
const apply = (document: SceneDocument, operation: Operation): SceneDocument => {
  const result = applyOperation(document, operation, { createId: () => `c${++count}` })
  if (!result.ok) throw new Error(result.message)
  return applyChange(document, result.change)
}

const categories = ['double_bed', 'wardrobe', 'desk', 'sofa', 'coffee_table', 'plant', 'rug'] as const

/** Two rooms side by side with a door between them and one outwards, 24 things set down at random. */
const createHome = (seed: string, [dx, dy]: readonly [number, number] = [0, 0]): SceneDocument => {
  const random = createRandom(seed)
  count = 100
  let document = apply(createEmptyDocument(), {
    type: 'walls-added',
    level: 'level-0',
    points: [
      [0 + dx, 0 + dy],
      [8 + dx, 0 + dy],
      [8 + dx, 4 + dy],
      [0 + dx, 4 + dy],
    ],
    closed: true,
  })
  document = apply(document, {
    type: 'walls-added',
    level: 'level-0',
    points: [
      [4 + dx, 0 + dy],
      [4 + dx, 4 + dy],
    ],
  })
  for (const [index, wall] of createSceneReader().read(document).walls.entries())
    document = apply(document, {
      type: 'opening-added',
      id: `o${index}`,
      wall: wall.id,
      opening: index % 2 ? 'window' : 'door',
      along: wall.length / 2,
    })
  for (let index = 0; index < 24; index++)
    document = apply(document, {
      type: 'item-added',
      item: {
        id: `i${index}`,
        level: 'level-0',
        category: categories[index % categories.length]!,
        size: [0.9, 0.5, 0.8],
        pose: { x: random() * 8 + dx, y: random() * 4 + dy, z: 0, yaw: random() * 6 },
        support: { on: 'floor' },
      },
    })
  return document
}

/** Rule and things: rooms are named by where they are. */
const placeless = ({ rule, elements }: Finding): string => `${rule} ${elements.filter((id) => /^[io]\d/.test(id))}`

describe('createChecker', () => {
  it.each(['a', 'b', 'c'])('finds after every edit what a check from nothing finds (seed %s)', (seed) => {
    const random = createRandom(`${seed} edits`)
    const reader = createSceneReader()
    const checker = createChecker()
    let document = createHome(seed)
    for (let edit = 0; edit < 10; edit++) {
      const scene = reader.read(document)
      expect(checker.check(scene)).toEqual(checkScene(scene))
      const pose = { x: random() * 8, y: random() * 4, z: 0, yaw: random() * 6 }
      document = apply(document, { type: 'items-moved', moves: { [`i${edit * 2}`]: pose } })
    }
  })

  it('offers only remedies that remove their finding and bring no error', () => {
    const document = createHome('fixes')
    const reader = createSceneReader()
    const before = checkScene(reader.read(document))
    const errors = new Set(before.filter(({ severity }) => severity === 'error').map(({ key }) => key))
    const mended = before.filter(({ fix }) => fix)
    expect(mended.length).toBeGreaterThan(0)
    for (const finding of mended) {
      const after = checkScene(reader.read(apply(document, finding.fix!)), { fixes: false })
      expect(after.map(({ key }) => key)).not.toContain(finding.key)
      expect(after.filter(({ key, severity }) => severity === 'error' && !errors.has(key))).toEqual([])
    }
  })

  it('tells a robot apart from another by its radius, and refuses what is none', () => {
    const scene = createSceneReader().read(createHome('robot'))
    const ways = (robotRadius: number): number =>
      checkScene(scene, { robotRadius, fixes: false }).filter(({ rule }) => rule === 'robot-way').length
    expect(ways(0.6)).toBeGreaterThan(ways(0.05))
    expect(() => checkScene(scene, { robotRadius: Number.NaN })).toThrow(RangeError)
  })

  it('finds the same in a home that stands elsewhere', () => {
    const found = (document: SceneDocument) => checkScene(createSceneReader().read(document), { fixes: false })
    const here = found(createHome('moved'))
    const there = new Map(found(createHome('moved', [5, -10])).map((finding) => [placeless(finding), finding]))
    expect(here.length).toBeGreaterThan(10)
    expect(there.size).toBe(new Set(here.map(placeless)).size)
    for (const finding of here) {
      const same = there.get(placeless(finding))
      expect(same?.severity).toBe(finding.severity)
      // A cell of the raster.
      expect(Math.abs(same!.measured - finding.measured)).toBeLessThan(0.06)
    }
  })
})
