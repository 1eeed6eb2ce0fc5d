import type { PlanOpening } from './plan-brief.ts'
import type { PlanProblem } from './single-room.ts'

/** What is asked of openings and cannot be recorded: an opening is in a wall, and has one leaf. */
export const openingLimits = (openings: readonly PlanOpening[] = []): PlanProblem[] =>
  openings.flatMap((opening): PlanProblem[] => {
    if (opening.roof) return [{ words: opening.words, text: inRoof }]
    if (opening.leaves === 2) return [{ words: opening.words, text: oneLeaf(opening.width) }]
    return []
  })

const inRoof = {
  en: 'openings are drawn in walls; 0 can be drawn in a roof or ceiling',
  zh: '洞口只能画在墙上，屋顶上可画 0 个',
}

const oneLeaf = (width = 1.5) => ({
  en: `a door is recorded with 1 leaf; it was drawn ${width.toFixed(2)} m wide, as wide as the two leaves`,
  zh: `门的记录只有 1 扇门扇；按双扇的宽度画成 ${width.toFixed(2)} 米`,
})
