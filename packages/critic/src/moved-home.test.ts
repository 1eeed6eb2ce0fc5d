import { createRandom } from '@enfilade/geometry'
import {
  createSceneReader,
  type ItemRecord,
  type Point2,
  type RawRecord,
  type SceneDocument,
  type Swing,
} from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import { createFurnishedFlat } from '../bench/furnished-flat.ts'
import { checkScene, type Finding, type RulePack } from './index.ts'

type Motion = { readonly angle: number; readonly isMirrored: boolean; readonly by: Point2 }

const motions: Record<string, Motion> = {
  'turned by 90°': { angle: Math.PI / 2, isMirrored: false, by: [0, 0] },
  'turned by 37°': { angle: (37 * Math.PI) / 180, isMirrored: false, by: [0, 0] },
  mirrored: { angle: 0, isMirrored: true, by: [0, 0] },
  'set down elsewhere': { angle: 0, isMirrored: false, by: [3.017, -7.031] },
}

/** Poses of what is carried are in the carrier's frame: a mirror alone changes them. */
const moveItem = (item: ItemRecord, { angle, isMirrored, by }: Motion): ItemRecord => {
  const { pose, support } = item
  const sign = isMirrored ? -1 : 1
  if (support.on === 'item') return { ...item, pose: { ...pose, x: sign * pose.x, yaw: sign * pose.yaw } }
  const [x, y] = movePoint([pose.x, pose.y], { angle, isMirrored, by })
  return { ...item, pose: { ...pose, x, y, yaw: sign * pose.yaw + angle } }
}

const movePoint = ([x, y]: Point2, { angle, isMirrored, by }: Motion): Point2 => {
  const side = isMirrored ? -x : x
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  return [side * cos - y * sin + by[0], side * sin + y * cos + by[1]]
}

const moveRecord = (record: RawRecord, motion: Motion): RawRecord => {
  if (record.kind === 'item') return moveItem(record as ItemRecord, motion)
  if (record.kind === 'corner' || record.kind === 'room')
    return { ...record, at: movePoint(record.at as Point2, motion) }
  const swing = record.swing as Swing | undefined
  if (!motion.isMirrored || swing?.type !== 'hinged') return record
  return { ...record, swing: { ...swing, side: swing.side === 'left' ? 'right' : 'left' } }
}

/** The furnished flat after somebody pushed all that stands on its floors. */
const createPushedFlat = (): SceneDocument => {
  const random = createRandom('meta')
  return new Map(
    [...createFurnishedFlat()].map(([id, record]) => {
      const item = record as ItemRecord
      if (item.kind !== 'item' || item.support.on === 'item') return [id, record]
      const { x, y, z, yaw } = item.pose
      const pushed = { x: x + (random() - 0.5) / 2, y: y + (random() - 0.5) / 2, z, yaw: yaw + (random() - 0.5) / 5 }
      return [id, { ...item, pose: pushed }]
    }),
  )
}

/** Ways lead from cells to cells of the raster, and their ends lie where those lie: a little over two cells of width. */
const WAYS: ReadonlySet<string> = new Set(['unreachable', 'narrow-way', 'way-between-doors'])
const WAY_TOLERANCE = 0.12
const TOLERANCE = 0.01

/** Rule and things; rooms are named by where they are, so that theirs are told apart by number alone. */
const nameOf = ({ rule, elements, severity }: Finding): string =>
  `${rule} ${severity} ${elements.filter((id) => /^(\d-\d-\d\d|o\d+)$/.test(id)).sort()}`

const grouped = (findings: readonly Finding[]): Map<string, Finding[]> => {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) groups.set(nameOf(finding), [...(groups.get(nameOf(finding)) ?? []), finding])
  for (const group of groups.values()) group.sort((a, b) => a.measured - b.measured)
  return groups
}

/** A way that is just too narrow in one place may just do in another. */
const isOnEdge = ({ rule, measured, demanded }: Finding): boolean =>
  WAYS.has(rule) && Math.abs(measured - demanded) < WAY_TOLERANCE

const differences = (here: readonly Finding[], there: readonly Finding[]): string[] => {
  const [a, b] = [grouped(here), grouped(there)]
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((name) => {
    const [one, other] = [a.get(name) ?? [], b.get(name) ?? []]
    if (one.length !== other.length) return [...one, ...other].every(isOnEdge) ? [] : [`${name} is found in one alone`]
    return one.flatMap((finding, at) => {
      const away = Math.abs(finding.measured - other[at]!.measured)
      return away < (WAYS.has(finding.rule) ? WAY_TOLERANCE : TOLERANCE) ? [] : [`${name} differs by ${away}`]
    })
  })
}

describe('the same home', () => {
  const document = createPushedFlat()
  const findingsOf = (home: SceneDocument, pack: RulePack): Finding[] =>
    checkScene(createSceneReader().read(home), { fixes: false, pack })

  for (const [name, motion] of Object.entries(motions)) {
    it.each(['general', 'wheelchair'] as const)(`is judged the same when it is ${name} (%s)`, (pack) => {
      const moved: SceneDocument = new Map([...document].map(([id, record]) => [id, moveRecord(record, motion)]))
      const here = findingsOf(document, pack)
      expect(here.length).toBeGreaterThan(100)
      expect(differences(here, findingsOf(moved, pack))).toEqual([])
    })
  }
})
