import type { RoomContext } from '@enfilade/critic'
import {
  applyChange,
  applyOperation,
  type Change,
  emptyChange,
  type Id,
  mergeChanges,
  type SceneDocument,
} from '@enfilade/scene'
import type { Purpose, Unit } from './arrangement.ts'
import type { BriefStyle } from './brief.ts'
import { ROOM_UNIT } from './dressing/stage.ts'
import { type Placed, placedRecord } from './placed.ts'
import { explainGroup } from './reasons.ts'
import type { ProposalGroup, Text } from './result.ts'
import type { Site } from './site.ts'
import { kindName } from './words.ts'

/** Groups of the proposal: one per unit, one for all plants, one each for light, windows and walls. */
export const proposeGroups = (
  site: Site,
  room: RoomContext,
  document: SceneDocument,
  units: readonly Unit[],
  placed: readonly Placed[],
  createId: () => Id,
  style?: BriefStyle,
): ProposalGroup[] => {
  const buckets = new Map<
    string,
    { title: Text; purpose: Purpose | 'light' | 'windows' | 'walls' | 'floor'; things: Placed[] }
  >()
  const homes = new Map<Id, string>()
  for (const thing of placed) {
    const bucket = titledFor(site.room.type, bucketOf(thing, units, placed, homes))
    homes.set(thing.id, bucket.key)
    const known = buckets.get(bucket.key)
    if (known) known.things.push(thing)
    else buckets.set(bucket.key, { title: bucket.title, purpose: bucket.purpose, things: [thing] })
  }
  return [...buckets].map(([key, { title, purpose, things }]) => {
    const ids = things.map((thing) => thing.id)
    const shapes = room.shapes.filter((shape) => ids.includes(shape.id))
    const { reason, measurements } =
      purpose === 'light' || purpose === 'windows' || purpose === 'walls' || purpose === 'floor'
        ? explainFittings(site, purpose, things)
        : explainGroup(site, room, purpose, shapes)
    return {
      id: key,
      title,
      reason,
      measurements,
      items: [...ids].sort(),
      change: addAll(document, things, site.room.level, createId, style),
    }
  })
}

type Bucket = {
  readonly key: string
  readonly title: Text
  readonly purpose: Purpose | 'light' | 'windows' | 'walls' | 'floor'
}

const bucketOf = (
  thing: Placed,
  units: readonly Unit[],
  placed: readonly Placed[],
  homes: ReadonlyMap<Id, string>,
): Bucket => {
  if (thing.support.on === 'item') {
    const home = homes.get(thing.support.id)
    if (home) return { key: home, title: titles.other!, purpose: 'other' }
  }
  const unit = thing.unit === ROOM_UNIT ? undefined : units[thing.unit]
  if (!unit) {
    if (thing.support.on === 'ceiling') return { key: 'light', title: titles.light!, purpose: 'light' }
    if (thing.category === 'curtain') return { key: 'windows', title: titles.windows!, purpose: 'windows' }
    if (thing.support.on === 'wall') return { key: 'walls', title: titles.walls!, purpose: 'walls' }
    if (thing.support.on === 'item')
      return { key: `on-${thing.support.id}`, title: kindTitle(thing.category), purpose: 'other' }
    return { key: 'floor', title: titles.floor!, purpose: 'floor' }
  }
  if (unit.purpose === 'green') return { key: 'green', title: titles.green!, purpose: 'green' }
  const isPlain =
    unit.purpose === 'store' || unit.purpose === 'other' || unit.purpose === 'wash' || unit.purpose === 'enter'
  const anchor = isPlain ? placed.find((other) => other.unit === thing.unit) : undefined
  return {
    key: unit.key,
    title: anchor ? kindTitle(anchor.category) : (titles[unit.purpose] ?? titles.other!),
    purpose: unit.purpose,
  }
}

/** Round the table of an office people meet. */
const titledFor = (room: string, bucket: Bucket): Bucket =>
  bucket.purpose === 'dine' && (room === 'office' || room === 'study') ? { ...bucket, title: titles.meet! } : bucket

const kindTitle = (category: string): Text => {
  const name = kindName(category)
  return { en: name.en.charAt(0).toUpperCase() + name.en.slice(1), zh: name.zh }
}

const titles: { readonly [key: string]: Text } = {
  sleep: { en: 'Sleeping', zh: '睡眠区' },
  work: { en: 'Working', zh: '工作区' },
  lounge: { en: 'Sitting together', zh: '会客区' },
  media: { en: 'Screen', zh: '影音' },
  dine: { en: 'Eating', zh: '用餐区' },
  meet: { en: 'Meeting', zh: '会议区' },
  read: { en: 'Reading corner', zh: '阅读角' },
  dress: { en: 'Dressing', zh: '梳妆区' },
  play: { en: 'Playing', zh: '游戏区' },
  cook: { en: 'Cooking', zh: '烹饪区' },
  green: { en: 'Green', zh: '绿植' },
  light: { en: 'Light', zh: '照明' },
  windows: { en: 'Curtains', zh: '窗帘' },
  walls: { en: 'On the walls', zh: '墙面' },
  floor: { en: 'Underfoot', zh: '地面' },
  other: { en: 'More', zh: '其他' },
}

const explainFittings = (
  site: Site,
  purpose: 'light' | 'windows' | 'walls' | 'floor',
  things: readonly Placed[],
): Pick<ProposalGroup, 'reason' | 'measurements'> => {
  const count = things.length
  const number = { name: 'count', value: count, unit: 'count' }
  if (purpose === 'light') {
    const per = site.plan.area / count
    return {
      reason: {
        en: `${count} ${count === 1 ? 'light' : 'lights'} for ${site.plan.area.toFixed(1)} m², one for ${per.toFixed(1)} m² each.`,
        zh: `${site.plan.area.toFixed(1)} 平方米布置 ${count} 盏灯，每盏约 ${per.toFixed(1)} 平方米。`,
      },
      measurements: [number, { name: 'area_per_light', value: Math.round(per * 10) / 10, unit: 'm²' }],
    }
  }
  if (purpose === 'windows') {
    const least = Math.min(...things.map((thing) => thing.pose.z))
    return {
      reason: {
        en: `${count === 1 ? 'The window gets a curtain' : `${count} windows get curtains`}; the hem ends ${least.toFixed(2)} m above the floor at its lowest, clear of what stands below.`,
        zh: `${count} 扇窗配窗帘，下缘最低离地 ${least.toFixed(2)} 米，不碰下方家具。`,
      },
      measurements: [number, { name: 'hem_height', value: least, unit: 'm' }],
    }
  }
  if (purpose === 'walls') {
    const middle = things[0]!.pose.z + things[0]!.size[2] / 2
    return {
      reason: {
        en: `On bare stretches of wall, the middle about ${middle.toFixed(2)} m high: at eye level.`,
        zh: `挂在空墙面上，中心高约 ${middle.toFixed(2)} 米，与视线齐平。`,
      },
      measurements: [number, { name: 'middle_height', value: Math.round(middle * 100) / 100, unit: 'm' }],
    }
  }
  const [width, depth] = things[0]!.size
  return {
    reason: {
      en: `${width.toFixed(2)} × ${depth.toFixed(2)} m on the free floor.`,
      zh: `铺在空地上，${width.toFixed(2)} × ${depth.toFixed(2)} 米。`,
    },
    measurements: [number],
  }
}

/** One change that adds the things in order, carriers before what they carry. */
export const addAll = (
  document: SceneDocument,
  things: readonly Placed[],
  level: Id,
  createId: () => Id,
  style?: BriefStyle,
): Change => {
  let current = document
  let change: Change = emptyChange
  for (const thing of carriersFirst(things)) {
    const result = applyOperation(
      current,
      { type: 'item-added', item: placedRecord(thing, level, style) },
      { createId },
    )
    if (!result.ok) throw new Error(`proposal: ${thing.category} ${thing.id} was refused: ${result.message}`)
    current = applyChange(current, result.change)
    change = mergeChanges(change, result.change)
  }
  return change
}

const carriersFirst = (things: readonly Placed[]): Placed[] => [
  ...things.filter((thing) => thing.support.on !== 'item'),
  ...things.filter((thing) => thing.support.on === 'item'),
]
