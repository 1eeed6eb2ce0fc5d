import { performance } from 'node:perf_hooks'
import {
  applyChange,
  applyOperation,
  createEmptyDocument,
  createSceneReader,
  type Operation,
  type Pose,
  readScene,
} from '../src/index.ts'

const ROOMS_A_SIDE = 4
const ITEMS = 200
const ROUNDS = 300

/** A flat of 16 rooms in a grid with 200 items on the floor, and things on every second one. */
function createFlat() {
  let count = 0
  const context = { createId: () => `n${++count}` }
  let document = createEmptyDocument()
  const run = (operation: Operation) => {
    const result = applyOperation(document, operation, context)
    if (!result.ok) throw new Error(result.message)
    document = applyChange(document, result.change)
  }
  const side = ROOMS_A_SIDE * 4
  const frame = [
    [0, 0],
    [side, 0],
    [side, side],
    [0, side],
  ] as const
  run({ type: 'walls-added', level: 'level-0', points: frame, closed: true })
  for (let i = 4; i < side; i += 4) {
    run({
      type: 'walls-added',
      level: 'level-0',
      points: [
        [i, 0],
        [i, side],
      ],
    })
    run({
      type: 'walls-added',
      level: 'level-0',
      points: [
        [0, i],
        [side, i],
      ],
    })
  }
  for (let i = 0; i < ITEMS; i++) {
    const carrier = i % 2 === 1 ? `item-${i - 1}` : undefined
    const pose: Pose = { x: (i % 16) + 0.5, y: Math.floor(i / 16) + 0.5, z: carrier ? 0.75 : 0, yaw: 0 }
    run({
      type: 'item-added',
      item: {
        id: `item-${i}`,
        level: 'level-0',
        category: 'table',
        pose,
        size: [0.6, 0.6, 0.75],
        support: carrier ? { on: 'item', id: carrier } : { on: 'floor' },
      },
    })
  }
  return { document, context }
}

/** Median milliseconds of `work` over the rounds. */
function median(work: (round: number) => void): number {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    work(round)
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[ROUNDS >> 1]!
}

async function run(): Promise<void> {
  const { document, context } = createFlat()
  const scene = readScene(document)
  const whole = median(() => void readScene(document))
  const reader = createSceneReader()
  reader.read(document)
  const move = (round: number) => {
    const pose: Pose = { x: 1 + (round % 100) / 100, y: 1, z: 0, yaw: 0 }
    const result = applyOperation(document, { type: 'items-moved', moves: { 'item-0': pose } }, context)
    if (!result.ok) throw new Error(result.message)
    return applyChange(document, result.change)
  }
  const moved = Array.from({ length: ROUNDS }, (_, round) => move(round))
  const item = median((round) => void reader.read(moved[round]!))
  const wall = scene.walls[0]!
  const pushed = Array.from({ length: ROUNDS }, (_, round) => {
    const result = applyOperation(
      document,
      { type: 'wall-moved', id: wall.id, by: [0.001 * (round + 1), 0.001] },
      context,
    )
    if (!result.ok) throw new Error(result.message)
    return applyChange(document, result.change)
  })
  const walls = median((round) => void reader.read(pushed[round]!))
  const operation = median((round) => void move(round))
  console.table({
    'read a whole flat': { milliseconds: whole.toFixed(3), 'of the whole': '1.00' },
    'read after a wall moved': { milliseconds: walls.toFixed(3), 'of the whole': (walls / whole).toFixed(2) },
    'read after an item moved': { milliseconds: item.toFixed(3), 'of the whole': (item / whole).toFixed(2) },
    'move an item (operation and change)': {
      milliseconds: operation.toFixed(3),
      'of the whole': (operation / whole).toFixed(2),
    },
  })
  console.log(`${scene.rooms.length} rooms, ${scene.walls.length} walls, ${scene.items.length} items`)
}

export default {
  name: 'scene',
  summary: 'reading a 200-item flat whole, after a wall moved and after an item moved',
  run,
}
