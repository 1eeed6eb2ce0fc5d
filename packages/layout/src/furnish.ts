import { createRoomContext } from '@enfilade/critic'
import { type Id, readScene, type Scene, type SceneRoom } from '@enfilade/scene'
import { type Attempt, type AttemptInput, attempt, isComplete, looseAfter } from './attempt.ts'
import type { Brief } from './brief.ts'
import { createDeadline } from './deadline.ts'
import { unmetDemands } from './demands.ts'
import { proposeGroups } from './propose.ts'
import type { FurnishInput, LayoutResult, Unmet } from './result.ts'
import { standAtWalls } from './settle-brief.ts'
import { createSite } from './site.ts'
import { unmetCounts, unmetRelations } from './unmet.ts'
import { createUnmet } from './words.ts'

/**
 * Furnishes one room by a brief: what to put in, where it goes, and why. The outline, openings and everything that is
 * there already stay as they are. Equal input gives equal bytes unless `truncated`.
 */
export const furnish = (input: FurnishInput): LayoutResult => {
  const { document, createId, onProgress, language } = input
  const brief = standAtWalls(input.brief)
  const scene = readScene(document)
  const room = findRoom(scene, input.roomId)
  if (!room) return { groups: [], unmet: noRoom(brief, language), truncated: false }
  onProgress?.({ stage: 'inventory', done: 0, total: 1 })
  const site = createSite(scene, room, new Set(), wayWidthOf(brief))
  const best = bestAttempt(
    {
      site,
      brief,
      density: input.density ?? brief.density,
      seed: input.seed,
      createId,
      shouldStop: createDeadline(input),
      onStep: (done, total) => onProgress?.({ stage: 'places', done, total }),
      hints: input.hints,
    },
    input.effort ?? 1,
  )
  onProgress?.({ stage: 'details', done: 0, total: 1 })
  const context = createRoomContext(site.plan, best.shapes)
  const groups = proposeGroups(site, context, document, best.program.units, best.placed, createId, brief.style)
  const unmet: Unmet[] = [
    ...unmetCounts(site, best.shapes, brief, best.missing, language),
    ...unmetRelations(best.judged, language),
    ...unmetDemands(site, brief, context, best.placed, language),
  ]
  onProgress?.({ stage: 'done', done: 1, total: 1 })
  return { groups, unmet, truncated: best.truncated, cost: best.score }
}

/** What a further try may take of the first one's search. */
const AGAIN = 0.5
/** Less than this is no step towards what was asked. */
const GAIN = 1

/**
 * The room as usual; where something asked for is left undone, once more with what failed standing by itself and nothing
 * of our own that takes floor. Where that helps, a last time with the more useful of our own things.
 */
const bestAttempt = (input: AttemptInput, effort: number): Attempt => {
  const first = attempt(input, { loose: new Set(), thrift: 0, effort })
  if (isComplete(first)) return first
  if (input.shouldStop()) return { ...first, truncated: true }
  const loose = looseAfter(first)
  const bare = attempt(input, { loose, thrift: 2, effort: effort * AGAIN })
  // What did not get better by giving way will not by giving way less.
  if (bare.undone > first.undone - GAIN) return bare.score < first.score && bare.undone < first.undone ? bare : first
  if (input.shouldStop()) return { ...bare, truncated: true }
  const richer = attempt(input, { loose, thrift: 1, effort: effort * AGAIN }, bare)
  return richer.undone <= bare.undone + GAIN ? richer : bare
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
