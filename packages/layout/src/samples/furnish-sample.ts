import { createRandom } from '@enfilade/geometry'
import { readScene } from '@enfilade/scene'
import type { Brief } from '../brief.ts'
import type { Candidate } from '../candidate.ts'
import { dressRoom } from '../dressing/dress-room.ts'
import { Stage } from '../dressing/stage.ts'
import { wayWidthOf } from '../furnish.ts'
import { type Placed, placeCandidate } from '../placed.ts'
import { planRoomProgram } from '../programs/index.ts'
import { createProgram, type Program } from '../programs/program.ts'
import type { Solution } from '../search.ts'
import { createSite, type Site } from '../site.ts'
import { type SolveOptions, solve } from '../solve.ts'
import { drawBrief } from './random-brief.ts'
import { countIds, type DrawnRoom, drawRoom } from './random-room.ts'

/** How long a sample is solved: `quick` for bulk, one thinned start; `long` for targets of placement, the best of many. */
export type Effort = 'quick' | 'long'

const efforts: { readonly [effort in Effort]: Pick<SolveOptions, 'starts' | 'rounds'> & { readonly share: number } } = {
  quick: { starts: 1, rounds: 2, share: 0.2 },
  long: { starts: 8, rounds: 240, share: 1 },
}

export type FurnishedSample = {
  readonly seed: number
  readonly drawn: DrawnRoom
  readonly brief: Brief
  readonly site: Site
  readonly program: Program
  /** Best first. */
  readonly solutions: readonly Solution[]
  /** Furniture, then what was hung and set down. */
  readonly placed: readonly Placed[]
}

/** The site and the program of a seed, before anything is placed. */
export const openSample = (seed: number) => {
  const drawn = drawRoom(seed)
  const brief = drawBrief(seed, drawn.type)
  const scene = readScene(drawn.document)
  const room = [...scene.rooms].sort((a, b) => b.area - a.area)[0]!
  const site = createSite(scene, room, new Set(), wayWidthOf(brief))
  const program = createProgram(site, brief, brief.density)
  planRoomProgram(program)
  return { drawn, brief, site, program }
}

/** A furnished room for a seed: equal seeds and efforts give equal samples. */
export const furnishSample = (seed: number, effort: Effort): FurnishedSample => {
  const { drawn, brief, site, program } = openSample(seed)
  const { share, ...steps } = efforts[effort]
  const thin = createRandom(`sample-thin:${seed}`)
  const { solutions } = solve(site, program.units, {
    seed,
    ...steps,
    ...(share < 1 ? { keepPose: () => thin() < share } : {}),
  })
  const chosen = solutions[0]?.chosen ?? []
  const createId = countIds('i')
  const furniture = chosen.flatMap((candidate: Candidate | undefined) =>
    candidate ? placeCandidate(candidate, createId) : [],
  )
  const stage = new Stage(site, furniture, createRandom(`${seed}:dress`), createId)
  dressRoom(stage, program)
  return { seed, drawn, brief, site, program, solutions, placed: stage.placed }
}
