import { createRoomContext } from '@enfilade/critic'
import { createRandom } from '@enfilade/geometry'
import { type Id, readScene, type Scene, type SceneRoom } from '@enfilade/scene'
import type { Brief, BriefObject } from './brief.ts'
import { createDeadline } from './deadline.ts'
import { dressRoom } from './dressing/dress-room.ts'
import { Stage } from './dressing/stage.ts'
import { chooseSolution } from './judge.ts'
import { placeCandidate } from './placed.ts'
import { planRoomProgram } from './programs/index.ts'
import { createProgram } from './programs/program.ts'
import { proposeGroups } from './propose.ts'
import type { FurnishInput, LayoutResult, Unmet } from './result.ts'
import { createSite } from './site.ts'
import { solve } from './solve.ts'
import { missingObjects, unmetCounts, unmetDemands, unmetRelations } from './unmet.ts'
import { createUnmet } from './words.ts'

/** Independent starts of the search, and rounds of improvement for each. */
const STARTS = 4
const ROUNDS = 60

/** Raster cells of an ordinary large room; in a hall every round costs more. */
const USUAL_CELLS = 24_000

/** Many units and vast floors cost more a round, and gain less by it. Counted in steps, never in time. */
const effortFor = (units: number, cells: number): { starts: number; rounds: number } => {
  const starts = cells > USUAL_CELLS * 1.5 || units > 16 ? (units > 26 ? 1 : 2) : STARTS
  const rounds = units > 26 ? 40 : units > 16 ? 50 : ROUNDS
  return { starts, rounds: Math.max(8, Math.round(rounds * Math.min(1, USUAL_CELLS / cells))) }
}

/**
 * Furnishes one room by a brief: what to put in, where it goes, and why. The outline, openings and everything that is
 * there already stay as they are. Equal input gives equal bytes unless `truncated`.
 */
export const furnish = (input: FurnishInput): LayoutResult => {
  const { document, brief, seed, createId, onProgress, language } = input
  const scene = readScene(document)
  const room = findRoom(scene, input.roomId)
  if (!room) return { groups: [], unmet: noRoom(brief, language), truncated: false }
  const shouldStop = createDeadline(input)
  const pack = brief.pack ?? 'general'
  onProgress?.({ stage: 'inventory', done: 0, total: 1 })
  const site = createSite(scene, room, new Set(), wayWidthOf(brief))
  const program = createProgram(site, brief, input.density ?? brief.density)
  planRoomProgram(program)
  const { units } = program
  const solved = solve(site, units, {
    seed,
    ...effortFor(units.length, site.bare.clearance.length),
    shouldStop,
    onStep: (done, total) => onProgress?.({ stage: 'places', done, total }),
  })
  const best = chooseSolution(site, solved.solutions, pack)
  const chosen = best?.chosen ?? []
  const furniture = chosen.flatMap((candidate) => (candidate ? placeCandidate(candidate, createId) : []))
  onProgress?.({ stage: 'details', done: 0, total: 1 })
  const stage = new Stage(site, furniture, createRandom(`${seed}:dress`), createId)
  const leftOver = dressRoom(stage, program)
  const context = createRoomContext(site.plan, stage.shapes())
  const groups = proposeGroups(site, context, document, units, stage.placed, createId)
  const missing = missingObjects(units, (unit) => chosen[unit] !== undefined)
  for (const candidate of chosen) {
    for (const { object, count } of candidate?.arrangement.missing ?? []) add(missing, object, count)
  }
  for (const { object, count } of [...leftOver, ...program.tooMany]) add(missing, object, count)
  const unmet: Unmet[] = [
    ...unmetCounts(site, stage.shapes(), missing, language),
    ...unmetRelations(site, brief, stage.placed, language),
    ...unmetDemands(brief, context, language),
  ]
  onProgress?.({ stage: 'done', done: 1, total: 1 })
  return { groups, unmet, truncated: solved.truncated }
}

const add = (missing: Map<BriefObject, number>, object: BriefObject, count: number): void => {
  missing.set(object, (missing.get(object) ?? 0) + count)
}

/** Width of the ways that must stay, by who lives there and what was asked. */
export const wayWidthOf = (brief: Brief): number => {
  const said = brief.demands?.find((demand) => demand.type === 'path_width')?.value
  const isWheelchair = brief.pack === 'wheelchair' || (brief.occupants?.wheelchair ?? 0) > 0
  return Math.min(1.5, Math.max(0.6, said ?? 0, isWheelchair ? 0.9 : 0))
}

/** The named room, else the one of the brief's type, else the largest. */
export const findRoom = (scene: Scene, id: Id | undefined, type?: string): SceneRoom | undefined => {
  if (id !== undefined) return scene.rooms.find((room) => room.id === id)
  const bySize = [...scene.rooms].sort((a, b) => b.area - a.area || (a.id < b.id ? -1 : 1))
  return bySize.find((room) => room.type === type) ?? bySize[0]
}

const noRoom = (brief: Brief, language?: 'en' | 'zh'): Unmet[] => {
  const text = { en: 'there is no closed room to furnish: 0 rooms found', zh: '没有可布置的封闭房间：找到 0 个房间' }
  const named = brief.objects.map((object) => createUnmet(object.words, text, language))
  return named.length > 0 ? named : [createUnmet(brief.words ?? brief.room.type, text, language)]
}
