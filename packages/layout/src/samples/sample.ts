import { createRandom } from '@enfilade/geometry'
import { documentToScript, quantizeScript } from '@enfilade/language'
import { applyChange, applyOperation, type SceneDocument } from '@enfilade/scene'
import { type Brief, roomTypes } from '../brief.ts'
import { type Placed, placedRecord } from '../placed.ts'
import { type Effort, furnishSample } from './furnish-sample.ts'
import { type Labels, labelSample } from './label-sample.ts'
import { countIds } from './random-room.ts'
import { describeSample, type RequestText } from './request-text.ts'

export const SAMPLE_FORMAT = 'enfilade.sample/1'

/** One line of a data set: a furnished room with what is exactly known of it. Metres, radians. */
export type Sample = {
  readonly format: typeof SAMPLE_FORMAT
  readonly seed: number
  readonly effort: Effort
  readonly form: string
  readonly area: number
  readonly brief: Brief
  /** The solver's cost of the furniture's places. */
  readonly cost: number
  readonly items: readonly SampleItem[]
  readonly labels: Labels
  readonly request: RequestText
  /** The whole room in the script's integer form: walls, doors, windows, boxes. */
  readonly script: string
}

export type SampleItem = {
  readonly id: string
  readonly category: string
  readonly size: readonly [number, number, number]
  readonly at: readonly [x: number, y: number, z: number, yaw: number]
  /** `floor`, `wall`, `ceiling`, or the id of the carrier. */
  readonly on: string
}

/** The sample of a seed: equal seeds and efforts give equal samples. */
export const createSample = (seed: number, effort: Effort): Sample => {
  const { drawn, brief, site, solutions, placed } = furnishSample(seed, effort)
  const labels = labelSample(site, placed)
  const categoryOf = new Map(placed.map(({ id, category }) => [id, category]))
  const random = createRandom(`sample-words:${seed}`)
  return {
    format: SAMPLE_FORMAT,
    seed,
    effort,
    form: drawn.form,
    area: Math.round(site.plan.area * 100) / 100,
    brief,
    cost: Math.round((solutions[0]?.cost ?? 0) * 1e4) / 1e4,
    items: placed.map(toItem),
    labels,
    request: describeSample(drawn.type, brief.density, labels, categoryOf, random),
    script: quantizeScript(documentToScript(furnished(drawn.document, placed, site.room.level)).entities).text,
  }
}

const toItem = ({ id, category, size, pose, support }: Placed): SampleItem => ({
  id,
  category,
  size,
  at: [pose.x, pose.y, pose.z, pose.yaw],
  on: support.on === 'item' ? support.id : support.on,
})

const furnished = (document: SceneDocument, placed: readonly Placed[], level: string): SceneDocument =>
  placed.reduce((current, thing) => {
    const result = applyOperation(
      current,
      { type: 'item-added', item: placedRecord(thing, level) },
      { createId: countIds('o') },
    )
    if (!result.ok) throw new Error(`createSample: ${result.message}`)
    return applyChange(current, result.change)
  }, document)

/** What keeps two samples apart: the room and everything in it, to the centimetre, whatever their seeds. */
export const sampleKey = ({ script }: Sample): string => script

/** What is wrong with a line of a data set; empty when nothing is. */
export const checkSample = (value: unknown): string[] => {
  const sample = value as Partial<Sample> | null
  if (typeof sample !== 'object' || sample === null) return ['is no object']
  const problems: string[] = []
  const need = (holds: boolean, problem: string): void => void (holds || problems.push(problem))
  need(sample.format === SAMPLE_FORMAT, `format is "${sample.format}", needs "${SAMPLE_FORMAT}"`)
  need(Number.isSafeInteger(sample.seed), 'seed is no whole number')
  need(roomTypes.includes(sample.brief?.room?.type as never), 'brief has no known room type')
  const items = Array.isArray(sample.items) ? sample.items : []
  need(items.length > 0, 'has no items')
  const ids = new Set(items.map(({ id }) => id))
  need(ids.size === items.length, 'ids repeat')
  for (const { id, size, at, on } of items) {
    need([...size, ...at].every(Number.isFinite), `${id}: size or place is not finite`)
    need(
      size.every((side: number) => side > 0),
      `${id}: size is not positive`,
    )
    need(
      on === 'floor' || on === 'wall' || on === 'ceiling' || ids.has(on),
      `${id}: stands on "${on}", which is not there`,
    )
  }
  for (const { type, subject, target } of sample.labels?.relations ?? []) {
    need(ids.has(subject) && (target === undefined || ids.has(target)), `${type}: names a thing that is not there`)
  }
  const total = Object.values(sample.labels?.counts ?? {}).reduce((sum, count) => sum + count, 0)
  need(total === items.length, `counts add up to ${total}, there are ${items.length} items`)
  need(
    typeof sample.request?.en === 'string' && typeof sample.request.zh === 'string',
    'has no request in both languages',
  )
  need(
    typeof sample.script === 'string' && sample.script.startsWith('wall_0=Wall('),
    'script does not begin with a wall',
  )
  return problems
}
