import type { Point2 } from '@enfilade/geometry'
import { type Balcony, placeBalconies } from './home-balconies.ts'
import { judgeTiling } from './home-cost.ts'
import { type Door, placeDoors, stretchBetween, type WallStretch } from './home-doors.ts'
import { createHome, type Home } from './home-rooms.ts'
import { type Found, searchTilings } from './home-search.ts'
import { layOut, type Tiling } from './home-tree.ts'
import { placeWindows } from './home-windows.ts'
import { openingLimits } from './opening-limits.ts'
import type { PlanBrief } from './plan-brief.ts'
import { ringEdges, wallsAround } from './ring-walls.ts'
import { nameRooms } from './room-facts.ts'
import { INNER_WALL, OUTER_WALL, type Shell, type ShellOpening, type ShellWall } from './shell.ts'
import type { PlanProblem } from './single-room.ts'

/** Corrections of areas for the plan that is drawn. */
const FINAL_ROUNDS = 16

type Finished = {
  readonly tiling: Tiling
  readonly access: Found['judged']['access']
  readonly doors: readonly Door[]
  readonly cost: number
}

/** A home of several rooms: the best of the search's plans with its doors, windows and balconies. */
export const planHome = (
  plan: PlanBrief,
  height: number,
  seed: number,
  language: 'en' | 'zh',
): { readonly shell: Shell; readonly problems: readonly PlanProblem[] } => {
  const home = createHome(plan)
  const finished = searchTilings(home, seed).map((found): Finished => {
    const tiling = layOut(home, found.draft, FINAL_ROUNDS, true)
    const { cost, access } = judgeTiling(home, tiling)
    const { doors, cost: doorCost } = placeDoors(home, tiling, access)
    return { tiling, access, doors, cost: cost + doorCost }
  })
  const best = finished.reduce((a, b) => (b.cost < a.cost ? b : a))
  const { tiling, doors } = best
  const balconies = placeBalconies(home, tiling, doors)
  const built = balconies.filter((balcony) => balcony !== undefined)
  const windows = placeWindows(
    home,
    tiling,
    doors,
    built.map(({ taken }) => taken),
    height,
  )
  const names = nameHome(home, tiling, language)
  const shell: Shell = {
    walls: [...outerWalls(tiling), ...innerWalls(home, tiling), ...built.flatMap(({ walls }) => walls)],
    openings: [...doors.map(plainOpening), ...built.map(({ door }) => door), ...windows],
    rooms: [
      ...home.rooms.flatMap(({ key, type, partOf }, index) => {
        if (partOf !== undefined) return []
        const [x0, y0, x1, y1] = tiling.rects[index]!
        return [{ key, type, name: names.rooms[index]!, at: [(x0 + x1) / 2, (y0 + y1) / 2] as Point2 }]
      }),
      ...balconies.flatMap((balcony, index) => (balcony ? [{ ...balcony.room, name: names.annexes[index]! }] : [])),
    ],
  }
  const limits = plan.rooms.flatMap(({ openings }) => openingLimits(openings))
  return { shell, problems: [...home.problems, ...limits, ...reportProblems(home, best, balconies)] }
}

const plainOpening = ({ type, center, width, height, sill, swing, hinge, toward }: Door): ShellOpening => ({
  type,
  center,
  width,
  height,
  sill,
  swing,
  ...(hinge ? { hinge } : {}),
  ...(toward ? { toward } : {}),
})

const outerWalls = ({ width, depth, ring }: Tiling): ShellWall[] => {
  if (ring) return [...wallsAround(ringEdges({ points: ring, bulges: [] }), () => OUTER_WALL).walls]
  const half = OUTER_WALL / 2
  const corners: Point2[] = [
    [-half, -half],
    [width + half, -half],
    [width + half, depth + half],
    [-half, depth + half],
  ]
  return corners.map((a, index) => ({
    a,
    b: corners[(index + 1) % 4]!,
    thickness: OUTER_WALL,
    structure: 'load-bearing',
  }))
}

const innerWalls = (home: Home, { walls, rects }: Tiling): ShellWall[] => {
  const gaps = home.rooms.flatMap(({ partOf }, index) =>
    partOf === undefined ? [] : (stretchBetween(rects, index, partOf) ?? []),
  )
  return walls.flatMap(({ axis, at, from, to, thickness = INNER_WALL }) => {
    const gap = gaps.find((each) => each.axis !== axis && Math.abs(each.at - at) < 1e-3)
    const pieces = gap ? withoutGap(from, to, gap) : [[from, to] as const]
    return pieces.map(
      ([low, high]): ShellWall => ({
        a: axis === 0 ? [at, low] : [low, at],
        b: axis === 0 ? [at, high] : [high, at],
        thickness,
        structure: thickness === INNER_WALL ? 'partition' : 'load-bearing',
      }),
    )
  })
}

/** What is left of a wall without a stretch; the pieces end on the axes of the walls that bound it. */
const withoutGap = (from: number, to: number, gap: WallStretch): (readonly [number, number])[] => {
  const half = INNER_WALL / 2
  const pieces: (readonly [number, number])[] = [
    [from, gap.from - half],
    [gap.to + half, to],
  ]
  return pieces.filter(([low, high]) => high - low > OUTER_WALL)
}

/** Rooms of one type are told apart in the order of the plan: its first bedroom is the main one. */
const nameHome = (home: Home, { rects }: Tiling, language: 'en' | 'zh') => {
  const all = [...home.rooms, ...home.annexes]
  const names = nameRooms(
    all.map((room) =>
      room.partOf !== undefined
        ? { ...room, name: room.key }
        : room.type === 'bathroom' && room.of !== undefined && !room.name
          ? { ...room, name: suite[language] }
          : room,
    ),
    all.map((_, index) => index),
    language,
  )
  return { rooms: names.slice(0, rects.length), annexes: names.slice(rects.length) }
}

const suite = { en: 'En-suite bathroom', zh: '主卫' } as const

const reportProblems = (
  home: Home,
  { tiling, access }: Finished,
  balconies: readonly (Balcony | undefined)[],
): PlanProblem[] => {
  const problems: PlanProblem[] = []
  for (const index of access.unreached)
    problems.push({
      words: home.rooms[index]!.words,
      text: {
        en: 'it could not be given a door to the rest: 0 m of wall shared',
        zh: '无法与其他房间开门相通：共用墙 0 米',
      },
    })
  home.rooms.forEach((room, index) => {
    if (home.rooms.some(({ partOf }) => partOf === index || room.partOf !== undefined)) return
    const [x0, y0, x1, y1] = tiling.rects[index]!
    const area = (x1 - x0) * (y1 - y0)
    const isSizeMissed =
      room.size &&
      Math.min(
        Math.abs(x1 - x0 - room.size[0]) + Math.abs(y1 - y0 - room.size[1]),
        Math.abs(y1 - y0 - room.size[0]) + Math.abs(x1 - x0 - room.size[1]),
      ) > 0.06
    const { min, max, exact } = room.source.area ?? {}
    const isAreaMissed =
      (exact !== undefined && Math.abs(area / exact - 1) > 0.04) ||
      area < (min ?? 0) * 0.97 ||
      area > (max ?? 1e9) * 1.03
    if (!isSizeMissed && !isAreaMissed) return
    problems.push({
      words: room.words,
      text: {
        en: `it came out as ${(x1 - x0).toFixed(2)} × ${(y1 - y0).toFixed(2)} m, ${area.toFixed(1)} m², for the rooms beside it`,
        zh: `因相邻房间所限，实际为 ${(x1 - x0).toFixed(2)} × ${(y1 - y0).toFixed(2)} 米，${area.toFixed(1)} 平方米`,
      },
    })
  })
  balconies.forEach((balcony, index) => {
    if (balcony) return
    const annex = home.annexes[index]!
    problems.push({
      words: annex.words,
      text: { en: 'no outer wall of 2 m is left for it', zh: '没有剩余的 2 米以上外墙可设' },
    })
  })
  for (const { a, b, type } of home.adjacency) {
    const isLinked = access.links.some(({ room, to }) => (room === a && to === b) || (room === b && to === a))
    if ((type !== 'apart' && isLinked) || (type === 'apart' && !isLinked)) continue
    const [first, second] = [home.rooms[a]!, home.rooms[b]!]
    problems.push({
      words: first.words,
      text: {
        en: `no door between ${first.facts.name.en.toLowerCase()} and ${second.facts.name.en.toLowerCase()}: less than 1.12 m of wall between them`,
        zh: `${first.facts.name.zh}与${second.facts.name.zh}之间没有门：共用墙不足 1.12 米`,
      },
    })
  }
  return problems
}
