import { beds, family, flatThings } from '../categories.ts'
import { accessFacts } from '../facts/access.ts'
import { clearances } from '../facts/clearances.ts'
import type { AccessFact, Fact } from '../facts/fact.ts'
import type { FindingDraft, Severity } from '../finding.ts'
import { largestCircle } from '../measure/free-circle.ts'
import type { ItemShape } from '../measure/item-shape.ts'
import { WAY_SLACK } from '../measure/way-width.ts'
import type { RoomContext } from '../room-context.ts'
import type { RoomRule } from '../rule.ts'
import { metres, metresZh, nameEn, nameZh, sentence } from '../wording.ts'

/** What old age and a wheelchair ask for beyond the general rules. */
export const checkAccess: RoomRule = (room, { pack }) => {
  if (pack === 'wheelchair') return [...checkTurning(room), ...checkDoorWidths(room), ...checkCommon(room)]
  if (pack === 'age-friendly') return [...checkDoorWidths(room), ...checkCommon(room)]
  return []
}

const checkCommon = (room: RoomContext): FindingDraft[] => [
  ...checkBedHeight(room),
  ...checkRugs(room),
  ...checkTallStorage(room),
  ...checkBathroomDoor(room),
]

/** Rooms that somebody turns round in. */
const TURNING: ReadonlySet<string> = new Set([
  'bedroom',
  'kids_room',
  'living_room',
  'dining_room',
  'kitchen',
  'bathroom',
  'study',
  'studio',
  'entrance',
])

const poweredWheelchairs = family('power_wheelchair')
/** The row's larger number is that of a powered wheelchair. */
const poweredTurn = {
  ...clearances.wheelchair_turning_circle,
  minimum: clearances.wheelchair_turning_circle.generous,
}

const checkTurning = (room: RoomContext): FindingDraft[] => {
  if (!TURNING.has(room.plan.room.type)) return []
  const isPowered = room.of(poweredWheelchairs).length > 0
  const fact = isPowered ? poweredTurn : accessFacts.turning_space
  const { clearance } = room.free()
  // A circle that no wheelchair gets to is of no use to it; a room whose doors are not drawn is judged by its floor alone.
  const { doors } = room.plan
  const isOpen = doors.length > 0
  const neck = isOpen ? clearances.wheelchair_passage.minimum / 2 - WAY_SLACK / 2 : 0
  const read = isOpen ? room.floor.rolled(doors, accessFacts.route_width.minimum / 2).reach : clearance
  if (read.some((radius, cell) => radius >= neck && clearance[cell]! * 2 >= fact.minimum)) return []
  const reach = isOpen ? room.floor.rolledExactly(doors, neck) : clearance
  const cells = [...reach.keys()].filter((cell) => reach[cell]! > 0 && reach[cell]! >= neck)
  const diameter = largestCircle(room.plan, room.solids, room.free(), cells, fact.minimum)
  if (diameter >= fact.minimum - WAY_SLACK) return []
  const [en, zh] = isOpen ? [' that a wheelchair reaches', '轮椅可到达的'] : ['', '']
  return [
    roomFinding(room, 'turning-circle', diameter, fact.minimum, 'error', fact, {
      en: `The largest free circle${en} is ${metres(diameter)}; ${metres(fact.minimum)} needed to turn.`,
      zh: `${zh}最大空地直径 ${metresZh(diameter)}，回转需要 ${metresZh(fact.minimum)}。`,
    }),
  ]
}

const checkDoorWidths = (room: RoomContext): FindingDraft[] => {
  const fact = accessFacts.door_clear
  return room.plan.doors.flatMap((door) => {
    // A hinged leaf and its stop take about 5 cm of the opening.
    const clear = door.opening.type === 'door' && door.opening.swing.type === 'hinged' ? door.width - 0.05 : door.width
    if (clear >= fact.minimum - 0.005) return []
    return [
      {
        ...roomFinding(room, 'door-width', clear, fact.minimum, 'warning', fact, {
          en: `The door of ${room.plan.room.name || 'the room'} gives about ${metres(clear)} clear; ${metres(fact.minimum)} needed.`,
          zh: `${room.plan.room.name || '房间'}的门净宽约 ${metresZh(clear)}，需要 ${metresZh(fact.minimum)}。`,
        }),
        elements: [door.id],
      },
    ]
  })
}

/** A mattress stands at about this share of a bed's height where the catalogue does not say. */
const MATTRESS_SHARE = 0.5

const checkBedHeight = (room: RoomContext): FindingDraft[] => {
  const fact = accessFacts.bed_height
  return room.solids.flatMap((bed) => {
    if (!beds.has(bed.category) || bed.category === 'crib' || bed.category === 'bunk_bed') return []
    const { size, variant, shape } = bed.item
    const surface = bed.kind?.surfaces({ size, variant, shape })[0]
    const height = surface?.z ?? size[2] * MATTRESS_SHARE
    const demanded = height < fact.minimum ? fact.minimum : fact.maximum
    if (height >= fact.minimum - 0.02 && height <= fact.maximum + 0.05) return []
    return [
      itemFinding(bed, 'bed-height', height, demanded, 'warning', fact, {
        en: `The mattress of ${nameEn(bed)} is ${metres(height)} high; ${fact.minimum}–${fact.maximum} m lets the feet stand flat.`,
        zh: `${nameZh(bed)}床面高 ${metresZh(height)}，${fact.minimum}–${fact.maximum} 米便于起坐。`,
      }),
    ]
  })
}

const checkRugs = (room: RoomContext): FindingDraft[] => {
  const fact = accessFacts.rugs
  return room.shapes.flatMap((rug) => {
    if (rug.role !== 'flat' || !flatThings.has(rug.category) || rug.category === 'bath_mat') return []
    return [
      itemFinding(rug, 'loose-rug', rug.box.top, 0.013, rug.box.top > 0.013 ? 'warning' : 'note', fact, {
        en: `${sentence(nameEn(rug))} is a stumbling edge: fix it, or take it off the way.`,
        zh: `${nameZh(rug)}边缘易绊倒：请固定或移出通道。`,
      }),
    ]
  })
}

const checkTallStorage = (room: RoomContext): FindingDraft[] => {
  const fact = accessFacts.furniture_stability
  return room.solids.flatMap((thing) => {
    if (thing.kind?.group !== 'storage') return []
    const slenderness = (thing.box.top - thing.box.bottom) / (Math.min(thing.box.halfDepth, thing.box.halfWidth) * 2)
    if (slenderness <= 3 || thing.box.top < 1) return []
    return [
      itemFinding(thing, 'anchor-tall', slenderness, 3, 'note', fact, {
        en: `${sentence(nameEn(thing))} is ${slenderness.toFixed(1)} times as high as deep: anchor it to the wall.`,
        zh: `${nameZh(thing)}高度是深度的 ${slenderness.toFixed(1)} 倍：请固定到墙上。`,
      }),
    ]
  })
}

const checkBathroomDoor = (room: RoomContext): FindingDraft[] => {
  if (room.plan.room.type !== 'bathroom') return []
  const fact = accessFacts.door_type
  return room.plan.doors.flatMap((door) =>
    door.swingsIn
      ? [
          {
            ...roomFinding(room, 'bathroom-door', 1, 0, 'warning', fact, {
              en: 'The bathroom door opens inwards: a fallen person would block it. Let it open outwards or slide.',
              zh: '卫生间门向内开：有人跌倒时会被挡住。应改为外开或推拉。',
            }),
            unit: 'count',
            elements: [door.id],
          },
        ]
      : [],
  )
}

type Words = { readonly en: string; readonly zh: string }

const roomFinding = (
  room: RoomContext,
  rule: string,
  measured: number,
  demanded: number,
  severity: Severity,
  fact: AccessFact | Fact,
  message: Words,
): FindingDraft => ({
  rule,
  elements: [room.plan.id],
  measured,
  demanded,
  unit: 'm',
  severity,
  source: fact.source,
  standing: fact.standing,
  message,
})

const itemFinding = (
  shape: ItemShape,
  rule: string,
  measured: number,
  demanded: number,
  severity: Severity,
  fact: AccessFact | Fact,
  message: Words,
): FindingDraft => ({
  rule,
  elements: [shape.id],
  measured,
  demanded,
  unit: rule === 'anchor-tall' ? 'ratio' : 'm',
  severity,
  source: fact.source,
  standing: fact.standing,
  message,
})
