import { type Arrangement, arrangementBounds, type Unit } from '../arrangement.ts'
import type { Brief } from '../brief.ts'
import type { Edge, Site } from '../site.ts'
import type { Tensors } from './network.ts'
import { describeUnit, roomIndex, UNIT_WIDTH, unitWord, type Vocabulary, wordIndex } from './tokens.ts'

/** Columns of the room's row: see `describeRoomForSearch`. */
export const SEARCH_ROOM_WIDTH = 34
/** Columns of a unit's row: those of `describeUnit`, then its relations over 3 and its forms over 48. */
export const SEARCH_UNIT_WIDTH = UNIT_WIDTH + 2
/** Columns of a form's row: see `describeForm`. */
export const FORM_WIDTH = 14
/** Forms of a unit that the network is asked about; the rest is left as it is. */
export const MOST_FORMS = 48

/** One question: which forms of these units will stand in this room? */
export type SearchQuestion = { readonly site: Site; readonly brief: Brief; readonly units: readonly Unit[] }

/** Forms of a unit as the search looks at them: the least penalty first. */
export const formsOf = (unit: Unit): readonly Arrangement[] =>
  [...unit.arrangements].sort((a, b) => a.penalty - b.penalty).slice(0, MOST_FORMS)

/** The network's inputs for one room, which has at least one unit. Missing forms are masked rows. */
export const buildSearchInputs = ({ site, brief, units }: SearchQuestion, vocabulary: Vocabulary): Tensors => {
  const walls = measureWalls(site)
  const forms = units.map(formsOf)
  const most = Math.max(1, ...forms.map((list) => list.length))
  const table = new Float32Array(units.length * most * FORM_WIDTH)
  const mask = new Float32Array(units.length * most)
  for (const [unit, list] of forms.entries()) {
    for (const [rank, form] of list.entries()) {
      const row = unit * most + rank
      table.set(describeForm(form, rank, list[0]!.penalty, walls), row * FORM_WIDTH)
      mask[row] = 1
    }
  }
  const unitRows = units.flatMap((unit) => [
    ...describeUnit(unit),
    Math.min(2, unit.objects.reduce((sum, { relations }) => sum + relations.length, 0) / 3),
    Math.min(1, unit.arrangements.length / MOST_FORMS),
  ])
  const count = units.length
  const room = describeRoomForSearch(site, brief, units, walls)
  return {
    room: { data: Float32Array.from(room), shape: [1, SEARCH_ROOM_WIDTH] },
    room_type: { data: BigInt64Array.of(BigInt(roomIndex(vocabulary, brief.room.type))), shape: [1] },
    units: { data: Float32Array.from(unitRows), shape: [1, count, SEARCH_UNIT_WIDTH] },
    unit_words: {
      data: BigInt64Array.from(units, (unit) => BigInt(wordIndex(vocabulary, unitWord(unit)))),
      shape: [1, count],
    },
    unit_mask: { data: new Float32Array(count).fill(1), shape: [1, count] },
    forms: { data: table, shape: [1, count, most, FORM_WIDTH] },
    form_mask: { data: mask, shape: [1, count, most] },
  }
}

/** Stretches of wall, longest first, metres: those that no door takes, and of them those without a window. */
type Walls = { readonly free: readonly number[]; readonly bare: readonly number[] }

const measureWalls = ({ edges }: Site): Walls => {
  const stretches = (isTaken: (sill: number) => boolean): number[] =>
    edges.flatMap((edge) => freeStretches(edge, isTaken)).sort((a, b) => b - a)
  return { free: stretches((sill) => sill < 0.3), bare: stretches(() => true) }
}

const freeStretches = (edge: Edge, isTaken: (sill: number) => boolean): number[] => {
  const taken = edge.openings.filter(({ opening }) => isTaken(opening.sill)).sort((a, b) => a.from - b.from)
  const lengths: number[] = []
  let from = 0
  for (const opening of taken) {
    lengths.push(opening.from - from)
    from = Math.max(from, opening.to)
  }
  return [...lengths, edge.length - from].filter((length) => length > 0.3)
}

/**
 * | columns | meaning |
 * |---|---|
 * | 0–7 | area over 30 m², corners over 8, doors over 2, windows over 3, sparse, normal, full, way's width |
 * | 8–11 | units over 12, floor of their smallest and largest forms over the area, relations over 4 |
 * | 12–14 | sides of the box around the room over 6 m, shorter first, and the share of it that is floor |
 * | 15–17 | distance of floor from walls over 2 m: median, nine tenths, most |
 * | 18–25 | longest stretches of wall without a door over 4 m |
 * | 26–33 | the same without windows |
 */
const describeRoomForSearch = (site: Site, brief: Brief, units: readonly Unit[], walls: Walls): number[] => {
  const { plan, bare } = site
  const { area } = plan
  const floor = (form: Arrangement | undefined): number => {
    if (!form) return 1
    const { minX, maxX, minY, maxY } = arrangementBounds(form)
    return (maxX - minX) * (maxY - minY)
  }
  const total = (pick: 0 | -1): number => units.reduce((sum, unit) => sum + floor(unit.arrangements.at(pick)), 0) / area
  const sides = [bare.columns * bare.cell, bare.rows * bare.cell].sort((a, b) => a - b) as [number, number]
  const away = bare.clearance.filter((distance) => distance > 0).sort()
  const longest = (list: readonly number[]): number[] =>
    Array.from({ length: 8 }, (_, index) => Math.min(1.5, (list[index] ?? 0) / 4))
  return [
    area / 30,
    plan.polygon.length / 8,
    plan.doors.length / 2,
    plan.windows.length / 3,
    ...(['sparse', 'normal', 'full'] as const).map((density) => (brief.density === density ? 1 : 0)),
    site.wayWidth,
    units.length / 12,
    Math.min(2, total(-1)),
    Math.min(3, total(0)),
    brief.objects.reduce((sum, { relations }) => sum + relations.length, 0) / 4,
    sides[0] / 6,
    sides[1] / 6,
    area / (sides[0] * sides[1]),
    ...[0.5, 0.9, 1].map((share) => (away[Math.min(away.length - 1, Math.floor(away.length * share))] ?? 0) / 2),
    ...longest(walls.free),
    ...longest(walls.bare),
  ]
}

/**
 * | columns | meaning |
 * |---|---|
 * | 0–4 | width and depth over 2 m, pieces over 6, penalty and what it is above the best form's over 4 |
 * | 5–8 | wall, corner, free, leaves out something named: 0 or 1 |
 * | 9 | rank over 12 |
 * | 10–13 | stretches of wall it fits along over 4 (without doors; without windows too), spare length of the longest of each over 2 m |
 */
const describeForm = (form: Arrangement, rank: number, least: number, { free, bare }: Walls): number[] => {
  const { minX, maxX, minY, maxY } = arrangementBounds(form)
  const width = maxX - minX
  const fits = (list: readonly number[]): number => Math.min(2, list.filter((length) => length >= width).length / 4)
  const spare = (list: readonly number[]): number => Math.max(-1, Math.min(2, ((list[0] ?? 0) - width) / 2))
  return [
    width / 2,
    (maxY - minY) / 2,
    form.pieces.length / 6,
    Math.min(3, form.penalty / 4),
    Math.min(3, (form.penalty - least) / 4),
    form.placement === 'wall' ? 1 : 0,
    form.placement === 'corner' ? 1 : 0,
    form.placement === 'free' ? 1 : 0,
    form.missing?.length ? 1 : 0,
    rank / 12,
    fits(free),
    fits(bare),
    spare(free),
    spare(bare),
  ]
}
