import type { Unit } from '../arrangement.ts'
import type { Brief } from '../brief.ts'
import type { Site } from '../site.ts'
import type { Tensors } from './network.ts'
import { describePlaces, PLACE_WIDTH } from './place-features.ts'
import type { Place } from './places.ts'
import {
  describeRoom,
  describeThing,
  describeUnit,
  ROOM_WIDTH,
  roomIndex,
  THING_WIDTH,
  type Thing,
  UNIT_WIDTH,
  unitWord,
  type Vocabulary,
  wordIndex,
} from './tokens.ts'

/** One question: where do these units go, given the room and what stands in it? */
export type PlaceQuestion = {
  readonly site: Site
  readonly brief: Brief
  readonly places: readonly Place[]
  readonly units: readonly Unit[]
  readonly things: readonly Thing[]
}

/** The network's inputs for one room; without a thing there is one masked row, since no axis may be empty. */
export const buildInputs = (question: PlaceQuestion, vocabulary: Vocabulary): Tensors => {
  const { site, brief, places, units, things } = question
  const rows = Math.max(1, things.length)
  const thingTable = new Float32Array(rows * THING_WIDTH)
  for (const [index, thing] of things.entries()) thingTable.set(describeThing(site, thing), index * THING_WIDTH)
  const thingWords = things.map(({ category }) => category)
  const words = (list: readonly string[], length: number): BigInt64Array =>
    BigInt64Array.from({ length }, (_, index) => BigInt(index < list.length ? wordIndex(vocabulary, list[index]!) : 0))
  return {
    room: { data: Float32Array.from(describeRoom(site, brief.density)), shape: [1, ROOM_WIDTH] },
    room_type: { data: BigInt64Array.of(BigInt(roomIndex(vocabulary, brief.room.type))), shape: [1] },
    places: { data: describePlaces(site, places), shape: [1, places.length, PLACE_WIDTH] },
    place_mask: { data: new Float32Array(places.length).fill(1), shape: [1, places.length] },
    units: { data: Float32Array.from(units.flatMap(describeUnit)), shape: [1, units.length, UNIT_WIDTH] },
    unit_words: { data: words(units.map(unitWord), units.length), shape: [1, units.length] },
    unit_mask: { data: new Float32Array(units.length).fill(1), shape: [1, units.length] },
    things: { data: thingTable, shape: [1, rows, THING_WIDTH] },
    thing_words: { data: words(thingWords, rows), shape: [1, rows] },
    thing_mask: {
      data: Float32Array.from({ length: rows }, (_, index) => (index < things.length ? 1 : 0)),
      shape: [1, rows],
    },
  }
}

/** What stands in the room already, as the model sees it: nothing that is walked over, carried or hung. */
export const standingThings = (site: Site): Thing[] =>
  site.standing
    .filter(({ role }) => role === 'solid')
    .map(({ category, box }) => ({
      category,
      size: [box.halfWidth * 2, box.halfDepth * 2, box.top],
      x: box.x,
      y: box.y,
      yaw: box.yaw,
    }))
