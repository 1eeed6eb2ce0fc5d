import { performance } from 'node:perf_hooks'
import { createRandom } from '@enfilade/geometry'
import {
  applyChange,
  applyOperation,
  createEmptyDocument,
  createSceneReader,
  type ItemRecord,
  type Operation,
  readScene,
  type Scene,
} from '@enfilade/scene'
import { checkScene, createChecker, rulePacks } from '../src/index.ts'
import { createFurnishedFlat } from './furnished-flat.ts'

const ROOMS_A_SIDE = 3
const ROOM = 4
const ITEMS = 200
const ROUNDS = 30

const things: readonly (readonly [string, number, number, number])[] = [
  ['double_bed', 1.58, 2.1, 1],
  ['wardrobe', 1.5, 0.6, 2.2],
  ['desk', 1.25, 0.6, 0.75],
  ['office_chair', 0.66, 0.66, 1],
  ['sofa', 2.1, 0.95, 0.84],
  ['coffee_table', 1, 0.6, 0.43],
  ['bookcase', 0.8, 0.31, 2],
  ['plant', 0.5, 0.5, 1.4],
  ['rug', 2, 1.5, 0.01],
]

/** A flat of nine rooms, each with a door and a window, and things set down at random: many findings, little order. */
const createFlat = (): Scene => {
  let count = 0
  const random = createRandom('flat')
  let document = createEmptyDocument()
  const run = (operation: Operation): void => {
    const result = applyOperation(document, operation, { createId: () => `n${++count}` })
    if (!result.ok) throw new Error(result.message)
    document = applyChange(document, result.change)
  }
  const side = ROOMS_A_SIDE * ROOM
  run({
    type: 'walls-added',
    level: 'level-0',
    points: [
      [0, 0],
      [side, 0],
      [side, side],
      [0, side],
    ],
    closed: true,
  })
  for (let at = ROOM; at < side; at += ROOM) {
    run({
      type: 'walls-added',
      level: 'level-0',
      points: [
        [at, 0],
        [at, side],
      ],
    })
    run({
      type: 'walls-added',
      level: 'level-0',
      points: [
        [0, at],
        [side, at],
      ],
    })
  }
  for (const [index, wall] of readScene(document).walls.entries()) {
    run({
      type: 'opening-added',
      id: `o${index}`,
      wall: wall.id,
      opening: index % 2 === 0 ? 'door' : 'window',
      along: wall.length / 2,
    })
  }
  for (let index = 0; index < ITEMS; index++) {
    const [category, width, depth, height] = things[index % things.length]!
    const pose = { x: random() * side, y: random() * side, z: 0, yaw: (random.int(4) * Math.PI) / 2 }
    run({
      type: 'item-added',
      item: {
        id: `i${index}`,
        level: 'level-0',
        category,
        size: [width, depth, height],
        pose,
        support: { on: 'floor' },
      },
    })
  }
  return readScene(document)
}

const run = async (): Promise<void> => {
  const scene = createFlat()
  console.log(`${scene.rooms.length} rooms, ${scene.items.length} items, ${scene.openings.length} openings`)
  for (const pack of rulePacks) {
    checkScene(scene, { pack })
    const times: number[] = []
    let findings = 0
    for (let round = 0; round < ROUNDS; round++) {
      const begin = performance.now()
      findings = checkScene(scene, { pack }).length
      times.push(performance.now() - begin)
    }
    times.sort((a, b) => a - b)
    console.log(
      `${pack.padEnd(14)} ${findings} findings  p50 ${times[ROUNDS >> 1]!.toFixed(1)} ms  p95 ${times[Math.floor(ROUNDS * 0.95)]!.toFixed(1)} ms`,
    )
  }
  runMoves()
}

/** Things of the furnished flat that are pushed, by the end of their id: what stands on the floor, small and large. */
const MOVED = ['00', '01', '06', '07', '10', '13', '16']
const PUSHES = 10

/** Milliseconds of processor time. */
const timeOf = (work: () => void): number => {
  const begin = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(begin)
  return (user + system) / 1000
}

const medianOf = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!

/** One thing is pushed by 4 cm and back, and the flat is checked after every push: from nothing, and by who knows it. */
const runMoves = (): void => {
  let document = createFurnishedFlat()
  const reader = createSceneReader()
  const checker = createChecker()
  const before = checker.check(reader.read(document))
  console.log(`furnished flat: ${reader.read(document).items.length} items, ${before.length} findings`)
  const ratios: number[] = []
  const whole: number[] = []
  const again: number[] = []
  for (const ending of MOVED) {
    for (const room of ['0-0', '0-1', '1-1', '2-2']) {
      const id = `${room}-${ending}`
      const { pose } = document.get(id) as ItemRecord
      const scenes = Array.from({ length: PUSHES }, (_, push) => {
        const moves = { [id]: { ...pose, x: pose.x + (push % 2 === 0 ? 0.04 : 0) } }
        const result = applyOperation(document, { type: 'items-moved', moves }, { createId: () => id })
        if (!result.ok) throw new Error(result.message)
        document = applyChange(document, result.change)
        return reader.read(document)
      })
      const full = timeOf(() => scenes.map((scene) => checkScene(scene))) / PUSHES
      const incremental = timeOf(() => scenes.map((scene) => checker.check(scene))) / PUSHES
      whole.push(full)
      again.push(incremental)
      ratios.push(full / incremental)
    }
  }
  ratios.sort((a, b) => a - b)
  console.log(
    `after one move   from nothing ${medianOf(whole).toFixed(2)} ms, again ${medianOf(again).toFixed(2)} ms of processor time` +
      `: ${medianOf(ratios).toFixed(1)} times as fast (median of ${ratios.length} things; ${ratios[0]!.toFixed(1)} to ${ratios.at(-1)!.toFixed(1)})`,
  )
}

export default {
  name: 'critic',
  summary: 'a full check of a flat with 200 items by rule pack, and one after a move',
  run,
}
