import type { Kind } from '@enfilade/catalogue'
import { distancePointToSegment } from '@enfilade/geometry'
import type { Id, LevelRecord, Pose, Scene, SceneWall } from '@enfilade/scene'
import type { FindingDraft } from '../finding.ts'
import type { ItemShape, ShapeSource } from '../measure/item-shape.ts'
import { boxCorners, boxPoint, toBoxFrame } from '../measure/oriented-box.ts'
import type { Home, HomeRule } from '../rule.ts'
import { metres, metresZh, nameEn, nameZh, sentence } from '../wording.ts'

/** Gap between a thing and what carries it that nobody sees. */
const CONTACT = 0.015
/** A hung thing may stand off its wall by its bracket. */
const WALL_GAP = 0.06
/** Share of a carried thing that may stand over the edge of its support. */
const OVERHANG = 0.3

const SOURCE = 'geometry: what is not carried falls'

/** Nothing floats, nothing sinks, nothing stands over an edge. After a change only what changed and what it carries is judged. */
export const checkSupport: HomeRule = (home) => {
  const { scene, shapes, changes, memo } = home
  const known = memo.supports
  const isKnown = known && changes && known.of === changes.from && isSameShell(known.scene, scene)
  const drafts = new Map(isKnown ? known.drafts : [])
  const judge = (shape: ItemShape, on: Carrier): void => {
    const found = checkOne(shape, on)
    if (found.length > 0) drafts.set(shape, found)
    else drafts.delete(shape)
  }
  if (isKnown) {
    for (const shape of changes.gone) drafts.delete(shape)
    const changed = new Set([...changes.come, ...changes.gone].map(({ id }) => id))
    const isTouched = ({ id, support }: ItemShape) =>
      changed.has(id) || (support.on === 'item' && changed.has(support.id))
    for (const shape of shapes)
      if (isTouched(shape))
        judge(
          shape,
          carrierOf(shape, scene, (id) => shapes.find((other) => other.id === id)),
        )
  } else {
    const byId = new Map(shapes.map((shape) => [shape.id, shape]))
    for (const shape of shapes)
      judge(
        shape,
        carrierOf(shape, scene, (id) => byId.get(id)),
      )
  }
  memo.supports = { of: shapes, scene, drafts }
  return [...drafts.values()].flat()
}

const isSameShell = (a: Scene, b: Scene): boolean => a.walls === b.walls && a.levels === b.levels

type Carrier = SceneWall | LevelRecord | ItemShape | undefined

const carrierOf = ({ support, item }: ItemShape, scene: Scene, find: (id: Id) => ItemShape | undefined): Carrier => {
  if (support.on === 'item') return find(support.id)
  if (support.on === 'ceiling') return scene.levels.find(({ id }) => id === item.level)
  const wall = support.on === 'wall' ? scene.byId.get(support.id) : undefined
  return wall && 'kind' in wall && wall.kind === 'wall' ? wall : undefined
}

const checkOne = (shape: ItemShape, on: Carrier): FindingDraft[] => {
  if (shape.support.on === 'floor') return checkFloor(shape)
  if (!on) return []
  if ('box' in on) return checkCarried(shape, on, shape.support.on === 'item' && shape.support.inside === true)
  return on.kind === 'level' ? checkCeiling(shape, on) : checkWall(shape, on)
}

const checkFloor = (shape: ItemShape): FindingDraft[] => {
  const gap = shape.box.bottom
  if (Math.abs(gap) <= CONTACT || shape.role === 'hung') return []
  return [
    draft('support', shape, Math.abs(gap), {
      en: gap > 0 ? `floats ${metres(gap)} above the floor` : `sinks ${metres(-gap)} into the floor`,
      zh: gap > 0 ? `悬空 ${metresZh(gap)}` : `陷入地面 ${metresZh(-gap)}`,
    }),
  ]
}

const checkCeiling = (shape: ItemShape, level: LevelRecord): FindingDraft[] => {
  const gap = level.height - shape.box.top
  if (Math.abs(gap) <= CONTACT * 2) return []
  return [
    draft('support', shape, Math.abs(gap), {
      en: gap > 0 ? `hangs ${metres(gap)} below the ceiling` : `runs ${metres(-gap)} into the ceiling`,
      zh: gap > 0 ? `距天花板 ${metresZh(gap)}，没有固定` : `穿入天花板 ${metresZh(-gap)}`,
    }),
  ]
}

const checkWall = (shape: ItemShape, wall: SceneWall): FindingDraft[] => {
  let gap = Number.POSITIVE_INFINITY
  const outline = wall.outline
  for (const corner of boxCorners(shape.box)) {
    for (let index = 0, last = outline.length - 1; index < outline.length; last = index++) {
      gap = Math.min(gap, distancePointToSegment(corner, outline[last]!, outline[index]!))
    }
  }
  if (gap <= WALL_GAP) return []
  return [
    draft('support', shape, gap, {
      en: `is hung on a wall that is ${metres(gap)} away`,
      zh: `挂在墙上，却离墙 ${metresZh(gap)}`,
    }),
  ]
}

const checkCarried = (shape: ItemShape, carrier: ItemShape, inside: boolean): FindingDraft[] => {
  const findings: FindingDraft[] = []
  const gap = gapToCarrier(shape, carrier)
  const within = shape.box.bottom >= carrier.box.bottom - CONTACT && shape.box.bottom <= carrier.box.top + CONTACT
  if (Math.abs(gap) > CONTACT && !(inside && within)) {
    findings.push(
      draft('support', shape, Math.abs(gap), {
        en:
          gap > 0 ? `floats ${metres(gap)} above ${nameEn(carrier)}` : `sinks ${metres(-gap)} into ${nameEn(carrier)}`,
        zh: gap > 0 ? `悬在${nameZh(carrier)}上方 ${metresZh(gap)}` : `陷入${nameZh(carrier)} ${metresZh(-gap)}`,
      }),
    )
  }
  const [u, v] = toBoxFrame(carrier.box, shape.box.x, shape.box.y)
  const over = Math.max(
    overhang(u, carrier.box.halfWidth, Math.min(shape.box.halfWidth, shape.box.halfDepth)),
    overhang(v, carrier.box.halfDepth, Math.min(shape.box.halfWidth, shape.box.halfDepth)),
  )
  const small = Math.min(shape.box.halfWidth, shape.box.halfDepth) * 2
  if (over > small * OVERHANG) {
    findings.push(
      draft('overhang', shape, over, {
        en: `stands ${metres(over)} over the edge of ${nameEn(carrier)}`,
        zh: `伸出${nameZh(carrier)}边缘 ${metresZh(over)}`,
      }),
    )
  }
  return findings
}

const overhang = (offset: number, half: number, reach: number): number => Math.abs(offset) + reach - half

/** Height of a thing over the nearest plane of its carrier, metres; negative: below it. */
const gapToCarrier = (shape: ItemShape, carrier: ItemShape): number =>
  standingHeights(carrier).reduce(
    (best, z) => (Math.abs(shape.box.bottom - z) < Math.abs(best) ? shape.box.bottom - z : best),
    Number.POSITIVE_INFINITY,
  )

/** Heights on which things can stand: the kind's surfaces, else the top. */
const standingHeights = ({ item, kind, box }: ItemShape): number[] => [
  ...(kind ? surfaceHeights(item, kind) : []).map((height) => box.bottom + height),
  box.top,
]

type Planes = Pick<ShapeSource, 'variant' | 'shape'> & { readonly kind: Kind; readonly heights: readonly number[] }

/** By the size of the thing, which is the same object after it was moved. */
const planes = new WeakMap<ShapeSource['size'], Planes>()

/** Heights of a thing's surfaces over its own foot, metres. */
const surfaceHeights = ({ size, variant, shape }: ShapeSource, kind: Kind): readonly number[] => {
  const known = planes.get(size)
  if (known?.kind === kind && known.variant === variant && known.shape === shape) return known.heights
  const heights = kind.surfaces({ size, variant, shape }).map(({ z }) => z)
  planes.set(size, { kind, variant, shape, heights })
  return heights
}

/** Where a thing would rest on what carries it, moved as little as can be; undefined: it does already, or it is hung. */
export const restingPose = (shape: ItemShape, { scene, shapes }: Home): Pose | undefined => {
  const { support, box, item } = shape
  const { worldPose } = item
  if (support.on === 'wall') return undefined
  if (support.on === 'floor') return box.bottom === 0 ? undefined : { ...worldPose, z: 0 }
  if (support.on === 'ceiling') {
    const level = scene.levels.find(({ id }) => id === item.level)
    return level && { ...worldPose, z: level.height - (box.top - box.bottom) }
  }
  const carrier = shapes.find(({ id }) => id === support.id)
  if (!carrier) return undefined
  const rise = gapToCarrier(shape, carrier)
  const [u, v] = toBoxFrame(carrier.box, box.x, box.y)
  const small = Math.min(box.halfWidth, box.halfDepth)
  const keep = (offset: number, half: number): number => {
    const room = Math.max(0, half - small)
    return Math.max(-room, Math.min(room, offset))
  }
  const [x, y] = boxPoint(carrier.box, keep(u, carrier.box.halfWidth), keep(v, carrier.box.halfDepth))
  return { ...worldPose, x, y, z: worldPose.z - rise }
}

const draft = (rule: string, shape: ItemShape, measured: number, what: { en: string; zh: string }): FindingDraft => ({
  rule,
  elements: [shape.id],
  measured,
  demanded: 0,
  unit: 'm',
  severity: rule === 'support' && measured > 0.05 ? 'error' : 'warning',
  source: SOURCE,
  standing: 'checked',
  message: { en: `${sentence(nameEn(shape))} ${what.en}.`, zh: `${nameZh(shape)}${what.zh}。` },
})
