import { createRandom, type Random } from '@enfilade/geometry'
import { type Judged, judgeTiling } from './home-cost.ts'
import type { Home } from './home-rooms.ts'
import { type Draft, layOut, rectArea, type Tiling, type Tree, vary } from './home-tree.ts'

export type Found = { readonly draft: Draft; readonly tiling: Tiling; readonly judged: Judged }

/** Independent starts; steps of each for a home of that many rooms. */
const STARTS = 4
const stepsFor = (rooms: number): number => 260 + 110 * Math.min(rooms, 14)
/** Corrections of areas while searching. */
const ROUNDS = 3
const HOT = 60
const COLD = 0.6

/** The best tilings of independent starts, best first: simulated annealing over slicings. Counted in steps. */
export const searchTilings = (home: Home, seed: number): Found[] => {
  const found: Found[] = []
  for (let start = 0; start < STARTS; start++) {
    const random = createRandom(`${seed}:home:${start}`)
    found.push(anneal(home, random, start))
  }
  return found.sort((a, b) => a.judged.cost - b.judged.cost)
}

const judge = (home: Home, draft: Draft): Found => {
  const tiling = layOut(home, draft, ROUNDS)
  return { draft, tiling, judged: judgeTiling(home, tiling) }
}

const anneal = (home: Home, random: Random, start: number): Found => {
  let current = judge(home, firstDraft(home, random, start))
  let best = current
  const steps = home.rooms.length === 1 ? 1 : stepsFor(home.rooms.length)
  for (let step = 0; step < steps; step++) {
    const heat = HOT * (COLD / HOT) ** (step / steps)
    const next = judge(home, vary(current.draft, home, random))
    const worse = next.judged.cost - current.judged.cost
    if (worse <= 0 || random() < Math.exp(-worse / heat)) current = next
    if (current.judged.cost < best.judged.cost - 1e-9) best = current
  }
  return best
}

/**
 * Where the search begins: day rooms on one side, night rooms in two rows along a hallway on the other; the starts differ
 * in how they are turned and in which order the rooms stand.
 */
const firstDraft = (home: Home, random: Random, start: number): Draft => {
  const { rooms } = home
  const across = (start % 2) as 0 | 1
  const along = (1 - across) as 0 | 1
  const turned = rooms.map(() => random() < 0.5)
  const own = (index: number): Tree => {
    const parts = [index, ...rooms.flatMap(({ of }, other) => (of === index ? [other] : []))]
    return parts.length === 1 ? index : { axis: random() < 0.5 ? 0 : 1, parts }
  }
  const free = rooms.flatMap(({ of }, index) => (of === undefined ? [index] : []))
  const isDay = (index: number) =>
    ['living_room', 'dining_room', 'kitchen', 'studio', 'entrance'].includes(rooms[index]!.type)
  const halls = free.filter((index) => rooms[index]!.strip !== undefined)
  const day = random.shuffle(free.filter((index) => isDay(index)))
  const night = random.shuffle(free.filter((index) => !isDay(index) && !halls.includes(index)))
  const row = (list: readonly number[], axis: 0 | 1): Tree[] =>
    list.length === 0 ? [] : list.length === 1 ? [own(list[0]!)] : [{ axis, parts: list.map(own) }]
  const half = Math.ceil(night.length / 2)
  const nightParts = [...row(night.slice(0, half), across), ...halls, ...row(night.slice(half), across)]
  const nightTree: Tree[] = nightParts.length > 1 ? [{ axis: along, parts: nightParts }] : nightParts
  if (home.outline) {
    const way = home.outline.ways[start % home.outline.ways.length]!
    const order = start % 2 === 0 ? [...day, ...halls, ...night] : [...night, ...halls, ...day]
    return { tree: fillWings(home, way, order, own, across), way, aspect: 1, turned, scales: rooms.map(() => 1) }
  }
  const parts = [...row(day, along), ...nightTree]
  const tree: Tree = parts.length === 1 ? parts[0]! : { axis: across, parts }
  return { tree, way: 0, aspect: across === 0 ? 1.25 : 0.8, turned, scales: rooms.map(() => 1) }
}

/** Rooms in their order into the rectangles of an outline, each until its floor is taken. */
const fillWings = (
  home: Home,
  way: number,
  order: readonly number[],
  own: (index: number) => Tree,
  axis: 0 | 1,
): Tree => {
  const { cutAt, width = 10, depth = 10 } = home.outline!
  const floors = cutAt(width, depth, way).wings.map(rectArea)
  const floor = floors.reduce((sum, area) => sum + area, 0)
  const need = order.reduce((sum, index) => sum + home.rooms[index]!.target, 0)
  const wings: number[][] = floors.map(() => [])
  let [at, taken] = [0, 0]
  order.forEach((index, rank) => {
    const hasRoom = wings[at]!.length > 0
    const isFull = taken + home.rooms[index]!.target / 2 > (floors[at]! / floor) * need
    // Every rectangle gets a room.
    const isLastCall = order.length - rank <= floors.length - 1 - at
    if (at < floors.length - 1 && hasRoom && (isFull || isLastCall)) {
      at += 1
      taken = 0
    }
    wings[at]!.push(index)
    taken += home.rooms[index]!.target
  })
  return { axis, parts: wings.map((list) => (list.length === 1 ? own(list[0]!) : { axis, parts: list.map(own) })) }
}
