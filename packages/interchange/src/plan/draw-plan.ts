import type { Id, Scene } from '@enfilade/scene'
import { DIMENSION_MARGIN, drawDimensions } from './draw-dimensions.ts'
import { drawItems } from './draw-items.ts'
import { drawOpenings } from './draw-openings.ts'
import { drawRoomLabels } from './draw-room-labels.ts'
import { drawTitle, TITLE_HEIGHT } from './draw-title.ts'
import { drawFloors, drawWalls } from './draw-walls.ts'
import { WORDS } from './labels.ts'
import { boundsOf, createSheet, storeyOf } from './sheet.ts'
import { STYLE } from './style.ts'
import { escapeText, mm, textAt } from './svg.ts'

export type PlanOptions = {
  /** 50 draws a metre 20 mm long. */
  readonly scale?: number
  readonly locale?: 'en' | 'zh'
  /** One storey. Absent: all that have something on them, side by side. */
  readonly level?: Id
  readonly title?: string
}

const DEFAULTS: Required<Omit<PlanOptions, 'level' | 'title'>> = { scale: 50, locale: 'en' }

/** White round the drawing and between storeys, millimetres. */
const MARGIN = 12
const GAP = 14
/** Names of storeys stand above them where there are several, millimetres. */
const CAPTION = 8
/** Narrower pages have no space for title and scale bar side by side, millimetres. */
const MIN_WIDTH = 175

/**
 * The plan of a scene to scale, as SVG in page millimetres: walls filled, doors with their swing, windows, furniture,
 * room names with areas, dimensions of rooms and whole, scale bar, title. Equal scenes give equal bytes.
 */
export function drawPlan(scene: Scene, options: PlanOptions = {}): string {
  const { scale, locale } = { ...DEFAULTS, ...options }
  const storeys = chooseLevels(scene, options.level).map((level) => storeyOf(scene, level))
  const hasCaptions = storeys.length > 1
  const top = MARGIN + (hasCaptions ? CAPTION : 0)
  let left = MARGIN
  let height = 0
  const drawings = storeys.map((storey) => {
    const bounds = boundsOf(storey)
    const sheet = createSheet(bounds, scale, left + DIMENSION_MARGIN, top)
    const caption = hasCaptions
      ? [
          textAt([left + DIMENSION_MARGIN, MARGIN + 3], storey.level.name || storey.level.id, {
            size: 3.6,
            anchor: 'start',
            className: 'name',
          }),
        ]
      : []
    left += DIMENSION_MARGIN + sheet.length(bounds.maxX - bounds.minX) + GAP
    height = Math.max(height, sheet.length(bounds.maxY - bounds.minY))
    const parts = [
      ...drawFloors(storey, sheet),
      ...drawWalls(storey, sheet),
      ...drawOpenings(scene, storey, sheet),
      ...drawItems(storey, sheet),
      ...drawRoomLabels(storey, sheet, locale),
      ...drawDimensions(storey, sheet),
    ]
    return `<g class="storey">\n${[...caption, ...parts].join('\n')}\n</g>`
  })
  const width = Math.max(MIN_WIDTH, left - GAP + MARGIN)
  const titleTop = top + height + DIMENSION_MARGIN
  const area = storeys.flatMap(({ rooms }) => rooms).reduce((sum, room) => sum + room.area, 0)
  const title = options.title ?? WORDS[locale].title
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${mm(width)}mm" height="${mm(titleTop + TITLE_HEIGHT)}mm" viewBox="0 0 ${mm(width)} ${mm(titleTop + TITLE_HEIGHT)}" lang="${locale === 'zh' ? 'zh-CN' : 'en'}">`,
    `<title>${escapeText(title)}</title>`,
    `<style>${STYLE}</style>`,
    `<rect width="100%" height="100%" style="fill:#fff"/>`,
    ...drawings,
    ...drawTitle({ title, scale, area, locale }, MARGIN, width - MARGIN, titleTop),
    '</svg>\n',
  ].join('\n')
}

/** The storey asked for, or those with something on them by height; the lowest one of an empty building. */
function chooseLevels(scene: Scene, id: Id | undefined) {
  const levels = [...scene.levels].sort((a, b) => a.elevation - b.elevation || (a.id < b.id ? -1 : 1))
  if (id !== undefined) return levels.filter((level) => level.id === id)
  const used = levels.filter((level) => [...scene.walls, ...scene.items].some((part) => part.level === level.id))
  return used.length > 0 ? used : levels.slice(0, 1)
}
