import { applyChange, applyOperation, type Id, readScene, type Scene, type SceneRoom } from '@enfilade/scene'
import { placeCandidate, placedRecord } from './placed.ts'
import { planRoomProgram } from './programs/index.ts'
import { createProgram } from './programs/program.ts'
import type { FurnishInput, LayoutResult, ProposalGroup } from './result.ts'
import { createSite } from './site.ts'
import { solve } from './solve.ts'

export const furnish = (input: FurnishInput): LayoutResult => {
  const scene = readScene(input.document)
  const room = findRoom(scene, input.roomId)
  if (!room) return { groups: [], unmet: [], truncated: false }
  const site = createSite(scene, room, new Set(), 0.6)
  const program = createProgram(site, input.brief, input.density ?? input.brief.density)
  planRoomProgram(program)
  const solved = solve(site, program.units, { seed: input.seed, starts: 4, rounds: 60, shouldStop: input.shouldStop })
  const best = solved.solutions[0]!
  const groups: ProposalGroup[] = []
  for (const [index, candidate] of best.chosen.entries()) {
    if (!candidate) continue
    let document = input.document
    const items: Id[] = []
    for (const placed of placeCandidate(candidate, input.createId)) {
      const result = applyOperation(
        document,
        { type: 'item-added', item: placedRecord(placed, room.level) },
        { createId: input.createId },
      )
      if (!result.ok) throw new Error(result.message)
      document = applyChange(document, result.change)
      items.push(placed.id)
      groups.push({
        id: `${index}`,
        title: { en: '', zh: '' },
        reason: { en: '', zh: '' },
        measurements: [],
        items,
        change: result.change,
      })
    }
  }
  return { groups, unmet: [], truncated: solved.truncated }
}

const findRoom = (scene: Scene, id?: Id): SceneRoom | undefined =>
  id !== undefined ? scene.rooms.find((room) => room.id === id) : [...scene.rooms].sort((a, b) => b.area - a.area)[0]
