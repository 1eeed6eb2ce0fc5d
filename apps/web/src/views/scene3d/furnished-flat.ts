import { kinds } from '@enfilade/catalogue'
import { createRandom } from '@enfilade/geometry'
import {
  applyChange,
  applyOperation,
  createEmptyDocument,
  type Operation,
  readScene,
  type SceneDocument,
} from '@enfilade/scene'

/** A flat of four rooms with doors, windows and many items, placed on a grid by a seed: for tests of patching. */
export function createFurnishedFlat(itemCount: number, seed: number): SceneDocument {
  const random = createRandom(seed)
  let document = createEmptyDocument()
  let count = 0
  const createId = () => `n-${(count++).toString().padStart(5, '0')}`
  const level = readScene(document).levels[0]!.id
  const run = (operation: Operation) => {
    const outcome = applyOperation(document, operation, { createId })
    if (!outcome.ok) throw new Error(outcome.message)
    document = applyChange(document, outcome.change)
  }
  run({
    type: 'walls-added',
    level,
    points: [
      [0, 0],
      [16, 0],
      [16, 12],
      [0, 12],
    ],
    closed: true,
    thickness: 0.24,
  })
  run({
    type: 'walls-added',
    level,
    points: [
      [8, 0],
      [8, 12],
    ],
    thickness: 0.12,
  })
  run({
    type: 'walls-added',
    level,
    points: [
      [0, 6],
      [16, 6],
    ],
    thickness: 0.12,
  })
  for (const wall of readScene(document).walls) {
    run({ type: 'opening-added', id: createId(), wall: wall.id, opening: 'door', along: wall.length * 0.3 })
    run({
      type: 'opening-added',
      id: createId(),
      wall: wall.id,
      opening: 'window',
      along: wall.length * 0.7,
      width: 1.2,
    })
  }
  const floor = kinds.filter((kind) => kind.mount === 'floor')
  for (let i = 0; i < itemCount; i++) {
    const kind = floor[Math.floor(random() * floor.length)]!
    run({
      type: 'item-added',
      item: {
        id: `item-${i.toString().padStart(3, '0')}`,
        level,
        category: kind.id,
        pose: { x: 0.6 + (i % 20) * 0.78, y: 0.6 + Math.floor(i / 20) * 1.1, z: 0, yaw: random() * Math.PI },
        size: kind.size.typical,
        support: { on: 'floor' },
      },
    })
  }
  return document
}
