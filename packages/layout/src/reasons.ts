import {
  beds,
  coffeeTables,
  diningTables,
  freeFront,
  freeSide,
  type ItemShape,
  planGap,
  type RoomContext,
  sofas,
  tableSeats,
  tvStands,
  tvs,
  usedSides,
  viewingDistance,
  wayWidth,
  workDesks,
} from '@enfilade/critic'
import type { Purpose } from './arrangement.ts'
import type { Measurement, Text } from './result.ts'
import type { Site } from './site.ts'
import { joinText, kindName, meters } from './words.ts'

export type Reason = { readonly reason: Text; readonly measurements: readonly Measurement[] }

/** Why the things of one group stand where they stand, in measured sentences. */
export const explainGroup = (site: Site, room: RoomContext, purpose: Purpose, shapes: readonly ItemShape[]): Reason => {
  const sentences: Text[] = []
  const measurements: Measurement[] = []
  const say = (text: Text, ...numbers: Measurement[]): void => {
    sentences.push(text)
    measurements.push(...numbers)
  }
  const main = shapes.find((shape) => shape.role === 'solid')
  for (const shape of shapes) {
    if (beds.has(shape.category)) sayBed(site, room, shape, say)
    else if (workDesks.has(shape.category)) sayDesk(site, room, shape, say)
    else if (sofas.has(shape.category)) saySofa(room, shape, say)
    else if (diningTables.has(shape.category)) sayTable(room, shape, say)
    else if (shape === main && purpose !== 'green') sayFront(room, shape, say)
  }
  if (purpose === 'green') sayGreen(site, shapes, say)
  if (main && usedSides(main).length > 0 && site.plan.doors.length > 0) {
    const width = Math.min(1.9, wayWidth(main, room.free(), room.reach(), room.solids))
    say(
      {
        en: `The way there from the door is at least ${meters(width).en} wide.`,
        zh: `从门口过来的通道至少宽 ${meters(width).zh}。`,
      },
      { name: 'way_width', value: round(width), unit: 'm' },
    )
  }
  return { reason: joinText(sentences), measurements }
}

type Say = (text: Text, ...numbers: Measurement[]) => void

const round = (value: number): number => Math.round(value * 1000) / 1000

const sayBed = (site: Site, room: RoomContext, bed: ItemShape, say: Say): void => {
  const left = freeSide(bed, 'left', room.solids, room.plan, 1.5)
  const right = freeSide(bed, 'right', room.solids, room.plan, 1.5)
  const name = kindName(bed.category)
  const both = Math.min(left, right) >= 0.6
  say(
    both
      ? {
          en: `The ${name.en} has ${meters(left).en} free on one side and ${meters(right).en} on the other, its head at the wall.`,
          zh: `${name.zh}床头靠墙，两侧分别空出 ${meters(left).zh} 和 ${meters(right).zh}。`,
        }
      : {
          en: `The ${name.en} stands with its head and one side at the wall; ${meters(Math.max(left, right)).en} are free on the other side.`,
          zh: `${name.zh}床头与一侧靠墙，另一侧空出 ${meters(Math.max(left, right)).zh}。`,
        },
    { name: 'free_left', value: round(left), unit: 'm' },
    { name: 'free_right', value: round(right), unit: 'm' },
  )
  const door = nearest(site.plan.doors, bed)
  if (door !== undefined) {
    say(
      { en: `It is ${meters(door).en} from the door.`, zh: `距门 ${meters(door).zh}。` },
      { name: 'to_door', value: round(door), unit: 'm' },
    )
  }
}

const nearest = (
  points: readonly { readonly at: readonly [number, number] }[],
  shape: ItemShape,
): number | undefined =>
  points.length === 0
    ? undefined
    : Math.min(...points.map(({ at }) => Math.hypot(at[0] - shape.box.x, at[1] - shape.box.y)))

const sayDesk = (site: Site, room: RoomContext, desk: ItemShape, say: Say): void => {
  const behind = freeFront(desk, room.solids, room.plan, 1.5)
  const name = kindName(desk.category)
  say(
    {
      en: `Before the ${name.en} there are ${meters(behind).en} to sit down and push back.`,
      zh: `${name.zh}前有 ${meters(behind).zh} 可入座和后退。`,
    },
    { name: 'free_front', value: round(behind), unit: 'm' },
  )
  let best: { distance: number; u: number; v: number } | undefined
  for (const window of site.plan.windows) {
    const dx = window.at[0] - desk.box.x
    const dy = window.at[1] - desk.box.y
    const distance = Math.max(0, Math.hypot(dx, dy) - Math.min(desk.box.halfWidth, desk.box.halfDepth))
    if (!best || distance < best.distance) {
      best = { distance, u: dx * desk.box.cos + dy * desk.box.sin, v: dy * desk.box.cos - dx * desk.box.sin }
    }
  }
  if (!best || best.distance > 4) return
  // Somebody who sits at the desk looks along its local +y; their left is −x.
  const side: Text =
    Math.abs(best.u) < Math.abs(best.v) * 0.6
      ? best.v > 0
        ? { en: 'light from ahead', zh: '正面采光' }
        : { en: 'light from behind', zh: '背面采光' }
      : best.u < 0
        ? { en: 'light from the left', zh: '左侧采光' }
        : { en: 'light from the right', zh: '右侧采光' }
  say(
    {
      en: `It is ${meters(best.distance).en} from the window, ${side.en}.`,
      zh: `距窗 ${meters(best.distance).zh}，${side.zh}。`,
    },
    { name: 'to_window', value: round(best.distance), unit: 'm' },
  )
}

const saySofa = (room: RoomContext, sofa: ItemShape, say: Say): void => {
  const screen =
    room.shapes.find((shape) => tvs.has(shape.category)) ?? room.shapes.find((shape) => tvStands.has(shape.category))
  if (screen) {
    const distance = viewingDistance(sofa, screen)
    say(
      { en: `From the sofa to the screen it is ${meters(distance).en}.`, zh: `沙发到屏幕 ${meters(distance).zh}。` },
      { name: 'viewing_distance', value: round(distance), unit: 'm' },
    )
  }
  const table = room.shapes
    .filter((shape) => coffeeTables.has(shape.category))
    .sort((a, b) => planGap(a.box, sofa.box) - planGap(b.box, sofa.box))[0]
  if (!table) return
  const gap = planGap(table.box, sofa.box)
  say(
    {
      en: `The coffee table is ${meters(gap).en} away, within reach with room for the legs.`,
      zh: `茶几距沙发 ${meters(gap).zh}，伸手可及且不碰腿。`,
    },
    { name: 'coffee_table_gap', value: round(gap), unit: 'm' },
  )
}

const sayTable = (room: RoomContext, table: ItemShape, say: Say): void => {
  const seats = room.solids.filter((shape) => tableSeats.has(shape.category) && planGap(shape.box, table.box) < 0.4)
  const others = room.solids.filter((shape) => !tableSeats.has(shape.category))
  const sides = (['front', 'back', 'left', 'right'] as const).map((side) => freeSide(table, side, others, room.plan, 2))
  const least = Math.min(...sides.filter((depth) => depth > 0.3))
  const free = Number.isFinite(least) ? least : 0
  if (seats.length === 0) return
  say(
    {
      en: `${seats.length} ${seats.length === 1 ? 'seat' : 'seats'} at the table, at least ${meters(free).en} from its edge to whatever stands behind them.`,
      zh: `餐桌 ${seats.length} 座，桌边到身后物体至少 ${meters(free).zh}。`,
    },
    { name: 'seats', value: seats.length, unit: 'count' },
    { name: 'free_around', value: round(free), unit: 'm' },
  )
}

const sayFront = (room: RoomContext, shape: ItemShape, say: Say): void => {
  const depth = freeFront(shape, room.solids, room.plan, 2)
  const name = kindName(shape.category)
  say(
    { en: `The ${name.en} has ${meters(depth).en} free in front.`, zh: `${name.zh}前方空出 ${meters(depth).zh}。` },
    { name: 'free_front', value: round(depth), unit: 'm' },
  )
}

const sayGreen = (site: Site, shapes: readonly ItemShape[], say: Say): void => {
  for (const shape of shapes) {
    const distance = nearest(site.plan.windows, shape)
    if (distance === undefined) continue
    say(
      {
        en: `A plant ${meters(distance).en} from the window, out of the way.`,
        zh: `绿植距窗 ${meters(distance).zh}，不占通道。`,
      },
      { name: 'to_window', value: round(distance), unit: 'm' },
    )
  }
}
