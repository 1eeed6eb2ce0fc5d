import { clearances } from '@enfilade/critic'
import type { Size3 } from '@enfilade/scene'
import type { Arrangement, Piece, ZoneSpec } from '../arrangement.ts'
import type { BriefObject } from '../brief.ts'
import { prices } from '../prices.ts'
import { sizeOptions } from '../size-choice.ts'
import { createPiece } from './simple.ts'

export type DineWish = {
  readonly category: string
  readonly table?: BriefObject
  readonly wish?: Size3
  readonly chairCategory: string
  /** One entry per chair, with the object that named it. */
  readonly chairs: readonly (BriefObject | undefined)[]
  readonly isRound?: boolean
}

/** Gap between the table's edge and a chair that is not pulled out: none stands under the table. */
const SEAT_GAP = 0.03
/** What a seat fewer costs at a table that was said to seat so many. */
const SAID_SEAT = 8
/** Gap between two chairs side by side. */
const ELBOW = 0.04
const PLACE = clearances.dining_place_width.minimum

type Seat = { readonly x: number; readonly y: number; readonly yaw: number; readonly side: ZoneSpec['side'] }

/** Table sizes that seat the number, in metres. */
const tableFor = (chairs: number, isRound: boolean, pitch: number): Size3 => {
  if (isRound)
    return chairs <= 2
      ? [0.8, 0.8, 0.75]
      : chairs <= 4
        ? [1.1, 1.1, 0.75]
        : chairs <= 6
          ? [1.4, 1.4, 0.75]
          : [1.6, 1.6, 0.75]
  if (chairs <= 2) return [0.8, 0.75, 0.75]
  if (chairs <= 4) return [1.3, 0.8, 0.75]
  if (chairs <= 6) return [1.7, 0.9, 0.75]
  if (chairs <= 8) return [2.2, 1, 0.75]
  return [Math.min(4, pitch * Math.ceil((chairs - 2) / 2) + 0.1), 1, 0.75]
}

/** Table with chairs around it, free in the room, or with one side at a wall where it is tight. */
export const dineArrangements = (wish: DineWish): Arrangement[] => {
  const isRound = wish.isRound === true || wish.table?.attributes?.shape === 'round'
  const wanted = wish.chairs.length
  const made: Arrangement[] = []
  const widest = Math.max(...wish.chairs.map((chair) => sizeOptions(wish.chairCategory, chair)[0]![0]), 0.4)
  const narrowest = sizeOptions(wish.chairCategory, wish.chairs[0]).at(-1)![0]
  const pitch = Math.max(PLACE, widest + 0.04)
  const counts = [
    ...new Set([
      wanted,
      ...(isAllNamed(wish) ? [wanted - 1, wanted - 2] : []),
      Math.min(wanted, 4),
      Math.min(wanted, 2),
    ]),
  ]
  for (const count of counts.filter((number) => number >= 0)) {
    const named = wish.chairs.slice(count).filter((object): object is BriefObject => object !== undefined)
    const loss = (wanted - count) * (wish.table?.seats ? SAID_SEAT : 0.9) + named.length * prices.namedOfGroup
    const [width, depth, height] = wish.wish ?? tableFor(count, isRound, pitch)
    const slim: Size3[] =
      count >= 5 && !isRound ? sizeOptions(wish.category, wish.table, [width, 0.8, height]).slice(0, 1) : []
    const sizes = [...sizeOptions(wish.category, wish.table, [width, depth, height]).slice(0, 3), ...slim]
    for (const [index, size] of sizes.entries()) {
      const penalty = loss + index * 0.4
      const missing = named.map((object) => ({ object, count: 1 }))
      const free = isRound ? roundSeats(size, count, narrowest) : rectangleSeats(size, count, false, pitch)
      if (free) made.push({ ...build(wish, size, free, isRound), placement: 'free', penalty, missing })
      const compact = count >= 5 && free ? build(wish, size, free, isRound, true) : undefined
      if (compact) made.push({ ...compact, placement: 'free', penalty: penalty + 0.8, missing })
      const close = isRound || count < 5 ? undefined : sidesOnly(size, count, narrowest)
      if (close)
        made.push({ ...build(wish, size, close, isRound, true), placement: 'free', penalty: penalty + 0.5, missing })
      const atWall = isRound || count === 0 ? undefined : rectangleSeats(size, count, true, pitch)
      if (atWall) {
        const { pieces, zones } = build(wish, size, atWall, isRound)
        made.push({
          pieces: pieces.map((piece) => ({ ...piece, y: piece.y - size[1] / 2 })),
          zones,
          anchor: 0,
          placement: 'wall',
          penalty: penalty + 0.9,
          missing,
        })
      }
    }
  }
  return made
}

const isAllNamed = (wish: DineWish): boolean =>
  wish.chairs.length > 0 && wish.chairs.every((object) => object !== undefined)

/** Places along the long sides first, then at the ends; none at the back when that is a wall. */
const rectangleSeats = (size: Size3, count: number, atWall: boolean, pitch: number): Seat[] | undefined => {
  const [width, depth] = size
  const perSide = Math.max(1, Math.floor((width + 0.05) / pitch))
  const perEnd = depth >= 0.7 ? 1 : 0
  const capacity = perSide * (atWall ? 1 : 2) + perEnd * 2
  if (count > capacity) return undefined
  let ends = 0
  let front = 0
  let back = 0
  // Pairs across the long sides, the ends take what is left.
  const long = Math.min(count, perSide * (atWall ? 1 : 2))
  const wanted =
    count > 4 && perEnd > 0 && !atWall ? Math.min(count, Math.max(long - (long % 2), count - 2 * perEnd)) : long
  front = atWall ? wanted : Math.ceil(wanted / 2)
  back = atWall ? 0 : Math.floor(wanted / 2)
  ends = count - front - back
  const seats: Seat[] = []
  const row = (number: number, y: number, yaw: number, side: Seat['side']): void => {
    for (let index = 0; index < number; index++) {
      const step = width / number
      seats.push({ x: -width / 2 + step * (index + 0.5), y, yaw, side })
    }
  }
  row(front, -depth / 2, Math.PI, 'front')
  row(back, depth / 2, 0, 'back')
  // A chair at the left end looks to +x: its front, local −y, turned a quarter.
  if (ends > 0) seats.push({ x: -width / 2, y: 0, yaw: Math.PI / 2, side: 'left' })
  if (ends > 1) seats.push({ x: width / 2, y: 0, yaw: -Math.PI / 2, side: 'right' })
  return seats
}

/** All along the two long sides, elbow to elbow, where the room has no floor at the ends. */
const sidesOnly = ([width, depth]: Size3, count: number, chair: number): Seat[] | undefined => {
  const front = Math.ceil(count / 2)
  if (front * (chair + 0.04) > width + 0.1) return undefined
  const row = (number: number, y: number, yaw: number, side: Seat['side']): Seat[] =>
    Array.from({ length: number }, (_, index) => ({ x: -width / 2 + (width / number) * (index + 0.5), y, yaw, side }))
  return [...row(front, -depth / 2, Math.PI, 'front'), ...row(count - front, depth / 2, 0, 'back')]
}

/**
 * Around a round table: up to four look at its middle; more stand square to its four sides, two or three abreast, so that
 * they keep off its square outline too.
 */
const roundSeats = (size: Size3, count: number, chair: number): Seat[] | undefined => {
  const reach = Math.min(size[0], size[1]) / 2
  const deal = [0, 1, 2, 3].map((side) => Math.ceil((count - [0, 2, 1, 3][side]!) / 4))
  if (Math.max(...deal) * (chair + ELBOW) - ELBOW > reach * 2) return undefined
  return sideOrder.flatMap(({ side, yaw }, index) => {
    const number = deal[index]!
    const step = number > 1 ? Math.min(chair + 0.2, (reach * 2 - chair) / (number - 1)) : 0
    return Array.from({ length: number }, (_, at): Seat => {
      const along = (at - (number - 1) / 2) * step
      return {
        x: -Math.sin(yaw) * reach + Math.cos(yaw) * along,
        y: Math.cos(yaw) * reach + Math.sin(yaw) * along,
        yaw,
        side,
      }
    })
  })
}

/** A seat at the left looks to +x: its front, local −y, turned a quarter. */
const sideOrder = [
  { side: 'front', yaw: Math.PI },
  { side: 'left', yaw: Math.PI / 2 },
  { side: 'back', yaw: 0 },
  { side: 'right', yaw: -Math.PI / 2 },
] as const

const build = (
  wish: DineWish,
  size: Size3,
  seats: readonly Seat[],
  isRound: boolean,
  isCompact = false,
): Pick<Arrangement, 'pieces' | 'zones' | 'anchor'> => {
  const pieces: Piece[] = [
    createPiece(wish.category, size, 0, 0, 0, { object: wish.table, shape: isRound ? 'round' : undefined }),
  ]
  const room = clearances.dining_all_around
  const sides = new Set<ZoneSpec['side']>()
  for (const [index, seat] of seats.entries()) {
    const chair = sizeOptions(wish.chairCategory, wish.chairs[index]).at(isCompact ? -1 : 0)!
    const reach = SEAT_GAP + chair[1] / 2
    const outX = Math.sin(seat.yaw) * -1
    const outY = Math.cos(seat.yaw)
    pieces.push(
      createPiece(wish.chairCategory, chair, seat.x + outX * reach, seat.y + outY * reach, seat.yaw, {
        object: wish.chairs[index],
      }),
    )
    sides.add(seat.side)
  }
  const zones = [...sides].map((side): ZoneSpec => ({ piece: 0, side, must: room.minimum, want: room.recommended }))
  return { pieces, zones, anchor: 0 }
}

/** Seats a table of the size has room for. */
export const tableCapacity = (size: Size3, isRound: boolean): number =>
  isRound
    ? Math.floor((Math.PI * (Math.min(size[0], size[1]) + 0.4)) / PLACE)
    : 2 * Math.floor((size[0] + 0.05) / PLACE) + (size[1] >= 0.7 ? 2 : 0)
