import { findKind } from '@enfilade/catalogue'
import { beds, diningTables, type ItemShape, nightstands, sofas } from '@enfilade/critic'
import type { Size3 } from '@enfilade/scene'
import type { BriefObject } from '../brief.ts'
import { mayAdd, type Program } from '../programs/program.ts'
import { sizeOptions, typicalSize } from '../size-choice.ts'
import { hangLight, hangOverTable, lightPoints } from './ceiling.ts'
import { setDecor, setExtras } from './decor.ts'
import { setNamed, setOwn } from './named.ts'
import { layRugUnder } from './rug.ts'
import type { Stage } from './stage.ts'
import { ENDS, MIDDLE, setOn } from './surface.ts'
import { freeStretches, hangAbove, hangCurtain, hangFree, pictureSize } from './wall.ts'

/** A named small thing that found no place. */
export type LeftOver = { readonly object: BriefObject; readonly count: number }

/** Named small things first, then what makes the room lived in, by density. */
export const dressRoom = (stage: Stage, program: Program): LeftOver[] => {
  const left = setAllNamed(stage, program)
  layRugs(stage, program)
  setScreens(stage, program)
  setLamps(stage, program)
  setDesks(stage, program)
  fitKitchen(stage, program)
  hangLights(stage, program)
  hangCurtains(stage, program)
  hangWalls(stage, program)
  setExtras(stage, program)
  setDecor(stage, program)
  return left
}

/** Rugs and carriers' things in an order that lets the large ones choose. */
const setAllNamed = (stage: Stage, program: Program): LeftOver[] => {
  const left: LeftOver[] = []
  const order = [...program.dress].sort((a, b) => rankOf(a.category) - rankOf(b.category))
  for (const { object, count } of order) {
    if (!object) continue
    let missing = 0
    for (let index = 0; index < count; index++) if (!setNamed(stage, object)) missing++
    if (missing > 0) left.push({ object, count: missing })
  }
  return left
}

const rankOf = (category: string): number => {
  const kind = findKind(category)
  if (kind?.walkable) return 0
  if (kind?.mount === 'surface') return category === 'television' || category === 'monitor' ? 1 : 2
  return 3
}

const isSparse = (program: Program): boolean => program.density === 'sparse'
const isFull = (program: Program): boolean => program.density === 'full'

const layRugs = (stage: Stage, program: Program): void => {
  const { brief, occupants } = program
  const isRisky =
    brief.pack === 'wheelchair' ||
    brief.pack === 'age-friendly' ||
    (occupants.elderly ?? 0) + (occupants.wheelchair ?? 0) > 0
  if (!mayAdd(program, 'rug') || isSparse(program) || isRisky) return
  for (const sofa of stage.find(sofas).slice(0, 1)) layRugUnder(stage, sofa)
  const bed = stage.find(beds).find((shape) => shape.category !== 'crib' && shape.category !== 'bunk_bed')
  if (bed && program.area > 8.5) layRugUnder(stage, bed)
  if (program.brief.room.type === 'dining_room')
    for (const table of stage.find(diningTables).slice(0, 1)) layRugUnder(stage, table)
}

/** The screen in the middle of its stand, no wider than the stand. */
const setScreens = (stage: Stage, program: Program): void => {
  if (!mayAdd(program, 'television')) return
  for (const stand of stage.find(['tv_stand'])) {
    const most = stand.box.halfWidth * 2 - 0.08
    const [width, depth, height] = typicalSize('television')
    const share = Math.min(1, most / width)
    setOn(
      stage,
      stand,
      { category: 'television', size: [round(width * share), depth, round(height * share)], variant: 'stand' },
      [
        [0, 0.4],
        [0, 0],
      ],
    )
  }
}

const round = (value: number): number => Math.round(value * 100) / 100

const setLamps = (stage: Stage, program: Program): void => {
  if (!mayAdd(program, 'table_lamp')) return
  const stands = stage.find(nightstands)
  for (const stand of isSparse(program) ? stands.slice(0, 1) : stands)
    setOn(stage, stand, sized('table_lamp', stand, 0.66), [
      [-1, 1],
      [1, 1],
      [0, 0.3],
      [0, 0],
    ])
  if (isSparse(program)) return
  const tables = stage.find(['side_table']).slice(0, 1)
  for (const table of tables)
    if (!stage.find(['floor_lamp']).some((lamp) => near(lamp, table, 1.4)))
      setOn(stage, table, sized('table_lamp', table, 0.7), MIDDLE)
  if (isFull(program))
    for (const host of stage.find(['sideboard', 'console_table']).slice(0, 1))
      setOn(stage, host, sized('table_lamp', host, 0.9), ENDS)
}

/** A thing of its usual size, smaller where the carrier is small. */
const sized = (category: string, host: ItemShape, share: number): { category: string; size: Size3 } => {
  const [width, depth, height] = typicalSize(category)
  const most = Math.min(host.box.halfWidth, host.box.halfDepth) * 2 * share
  const scale = Math.min(1, most / Math.max(width, depth))
  return { category, size: [round(width * scale), round(depth * scale), round(height * Math.max(0.85, scale))] }
}

const near = (a: ItemShape, b: ItemShape, limit: number): boolean =>
  Math.hypot(a.box.x - b.box.x, a.box.y - b.box.y) < limit

const setDesks = (stage: Stage, program: Program): void => {
  for (const desk of stage.find(['desk'])) {
    const hasMonitor = mayAdd(program, 'monitor') && desk.box.halfWidth > 0.48
    const screen = hasMonitor
      ? setOn(stage, desk, { category: 'monitor', size: typicalSize('monitor') }, [
          [0, 0.7],
          [0, 0.9],
        ])
      : undefined
    if (!screen && mayAdd(program, 'laptop'))
      setOn(stage, desk, { category: 'laptop', size: typicalSize('laptop') }, [
        [0, 0.1],
        [0, 0],
      ])
    if (mayAdd(program, 'desk_lamp') && !isSparse(program))
      setOn(stage, desk, { category: 'desk_lamp', size: typicalSize('desk_lamp') }, [
        [-0.9, 0.7],
        [0.9, 0.7],
        [-0.9, 0],
      ])
  }
}

const hangLights = (stage: Stage, program: Program): void => {
  if (program.brief.room.type === 'balcony' || program.brief.room.type === 'terrace')
    return lightOutside(stage, program)
  const table = stage.find(diningTables).filter(({ category }) => category !== 'kids_table')[0]
  if (table && mayAdd(program, 'pendant_light')) hangOverTable(stage, 'pendant_light', table)
  if (
    !mayAdd(program, 'ceiling_light') ||
    ['chandelier'].some((category) => program.wants.isNamed(category)) ||
    (program.wants.isNamed('pendant_light') && !table)
  )
    return
  for (const point of lightPoints(stage)) {
    if (table && Math.hypot(point[0] - table.box.x, point[1] - table.box.y) < 1) continue
    hangLight(stage, 'ceiling_light', point)
  }
}

/** A lamp at the wall: there is no ceiling to hang one from. */
const lightOutside = (stage: Stage, program: Program): void => {
  if (mayAdd(program, 'wall_lamp')) setOwn(stage, 'wall_lamp', [{ type: 'by_door', strength: 'wish' }])
  if (isFull(program) && mayAdd(program, 'string_lights')) setOwn(stage, 'string_lights')
}

const hangCurtains = (stage: Stage, program: Program): void => {
  const dry = new Set([
    'bathroom',
    'kitchen',
    'balcony',
    'terrace',
    'laundry',
    'entrance',
    'hallway',
    'storage_room',
    'gym',
    'walk_in_closet',
  ])
  if (!mayAdd(program, 'curtain') || dry.has(program.brief.room.type)) return
  for (const window of stage.site.plan.windows) hangCurtain(stage, window.id)
}

const hangWalls = (stage: Stage, program: Program): void => {
  if (mayAdd(program, 'mirror') && !program.extras.some(({ category }) => category === 'mirror')) {
    for (const host of stage.find(['vanity', 'basin', 'dressing_table'])) {
      const width = Math.min(1.2, Math.max(0.45, host.box.halfWidth * 2 * 0.8))
      hangAbove(stage, host, { category: 'mirror', size: [round(width), 0.04, 0.8], variant: 'wall' }, 0.2)
    }
    if (!isSparse(program)) {
      for (const host of stage.find(['chest_of_drawers', 'console_table', 'shoe_cabinet']).slice(0, 1)) {
        if (host.box.top < 1.2) hangAbove(stage, host, { category: 'mirror', size: [0.6, 0.04, 0.8], variant: 'wall' })
      }
    }
  }
  if (isSparse(program) || !mayAdd(program, 'picture')) return
  const wet = new Set(['bathroom', 'kitchen', 'balcony', 'terrace', 'laundry', 'storage_room', 'gym', 'walk_in_closet'])
  if (wet.has(program.brief.room.type)) return
  const hosts = stage.find(beds).filter(({ category }) => !CHILD_BEDS.has(category))
  for (const host of [...hosts, ...stage.find(sofas)].slice(0, 2)) {
    hangAbove(
      stage,
      host,
      { category: 'picture', size: pictureSize(host.box.halfWidth * 2), variant: 'landscape' },
      0.2,
    )
  }
  const more = isFull(program) ? 3 : program.area > 20 ? 2 : program.area > 12 ? 1 : 0
  for (let index = 0; index < more; index++) {
    if (freeStretches(stage, 1.1).length === 0) break
    hangFree(stage, {
      category: 'picture',
      size: sizeOptions('picture')[0]!,
      variant: index % 2 === 0 ? 'shapes' : 'botanical',
    })
  }
  if (
    mayAdd(program, 'clock') &&
    (program.brief.room.type === 'living_room' || program.brief.room.type === 'dining_room') &&
    isFull(program)
  ) {
    hangFree(stage, { category: 'clock', size: typicalSize('clock') }, undefined, 1.7)
  }
}

/** Nothing that could fall, or be pulled down, hangs over these unless somebody asks for it. */
const CHILD_BEDS: ReadonlySet<string> = new Set(['crib', 'bassinet', 'bunk_bed', 'loft_bed', 'playpen'])

/** Height of the underside of wall cabinets, and their size. */
const UPPER_Z = 1.45
const UPPER_DEPTH = 0.35
const UPPER_HEIGHT = 0.7

/** Hood over the cooker, cupboards over the rest of the run where no window is. */
const fitKitchen = (stage: Stage, program: Program): void => {
  const isKitchen = program.brief.room.type === 'kitchen' || program.brief.room.alsoFor?.includes('kitchen') === true
  if (!isKitchen) return
  if (mayAdd(program, 'range_hood')) {
    for (const stove of stage.find(['cooker', 'hob'])) {
      const [, depth, height] = typicalSize('range_hood')
      hangAbove(
        stage,
        stove,
        { category: 'range_hood', size: [Math.max(0.6, round(stove.box.halfWidth * 2)), depth, height] },
        HOOD_GAP,
      )
    }
  }
  if (mayAdd(program, 'wall_cabinet') && !isSparse(program)) {
    for (const base of stage.find(['base_cabinet', 'sink_cabinet', 'dishwasher'])) {
      const behind = stage.edgeBehind(base)
      if (!behind) continue
      const width = Math.floor(base.box.halfWidth * 2 * 1000) / 1000 - 0.002
      if (width < 0.29) continue
      const thing = {
        category: 'wall_cabinet',
        size: [width, UPPER_DEPTH, UPPER_HEIGHT] as Size3,
        unit: stage.unitOf(base.id),
      }
      stage.hang(behind.edge, behind.s, UPPER_Z, thing, { margin: 0.001, mayHide: true })
    }
  }
  if (mayAdd(program, 'microwave')) {
    const hosts = stage.find(['base_cabinet', 'sideboard']).sort((a, b) => b.box.halfWidth - a.box.halfWidth)
    for (const host of hosts)
      if (
        setOn(stage, host, { category: 'microwave', size: typicalSize('microwave') }, [
          [0, 0.9],
          [0.8, 0.9],
          [-0.8, 0.9],
          [0, 0],
        ])
      )
        break
  }
}

/** Clear height between cooker and hood, metres. */
const HOOD_GAP = 0.7
