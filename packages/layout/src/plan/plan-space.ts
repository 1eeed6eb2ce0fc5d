import { type Id, readScene, type SceneDocument } from '@enfilade/scene'
import type { Text, Unmet } from '../result.ts'
import { createUnmet } from '../words.ts'
import { planHome } from './home.ts'
import type { PlanBrief } from './plan-brief.ts'
import { nameRooms } from './room-facts.ts'
import { planSingleRoom } from './single-room.ts'
import { writeShell } from './write-shell.ts'

export type PlanInput = {
  readonly plan: PlanBrief
  /** Absent: an empty storey. Walls that are there stay; the plan is only made where there are none. */
  readonly document: SceneDocument
  readonly seed: number
  readonly createId: () => Id
  readonly language?: 'en' | 'zh'
}

export type PlanResult = {
  readonly document: SceneDocument
  /** The label's id (which is the derived room's) for every room that was made. */
  readonly rooms: { readonly [key: string]: Id }
  readonly unmet: readonly Unmet[]
}

/** Makes the walls, openings and labels of a plan. Equal input gives equal bytes; a given outline is never altered. */
export const planSpace = ({ plan, document, seed, createId, language = 'en' }: PlanInput): PlanResult => {
  const scene = readScene(document)
  const level = scene.levels[0]
  const words = plan.words ?? plan.rooms[0]?.words ?? ''
  if (!level || scene.walls.length > 0 || plan.rooms.length === 0) {
    return {
      document,
      rooms: {},
      unmet: [createUnmet(words, level ? drawnAlready(scene.rooms.length) : noLevel, language)],
    }
  }
  const storey = plan.height ? withHeight(document, level.id, plan.height) : document
  const height = plan.height ?? level.height
  const { shell, problems } =
    plan.rooms.length === 1
      ? planSingleRoom(plan, nameRooms(plan.rooms, [0], language)[0]!, height)
      : planHome(plan, height, seed, language)
  const written = writeShell(storey, level.id, shell, createId)
  return { ...written, unmet: problems.map(({ words: said, text }) => createUnmet(said, text, language)) }
}

const withHeight = (document: SceneDocument, level: Id, height: number): SceneDocument =>
  new Map([...document, [level, { ...document.get(level), height }]])

const drawnAlready = (count: number): Text => ({
  en: `there is an outline already (${count} rooms), and it is not altered`,
  zh: `已有墙体（${count} 个房间），不作改动`,
})

const noLevel: Text = { en: 'there is no storey to draw on: 0 levels', zh: '没有可绘制的楼层：0 层' }
