import type { Axis, Id, OpeningRecord, RawRecord, Swing } from '@enfilade/scene'
import { recall, remember } from './memory.ts'
import { overlay, type Properties } from './properties.ts'
import { areNear } from './same-value.ts'
import { isNumber, isText, type WithoutId } from './valid-record.ts'
import { alongOf, pointAlong } from './wall-axis.ts'

export type OpeningContext = { readonly wall: Id; readonly axis: Axis; readonly elevation: number }

const OWNED: ReadonlySet<string> = new Set(['wall', 'width', 'height'])
/** A door line says nothing of its leaf; planning needs to keep a leaf's way free, so one is taken to be there. */
const LEAF: Swing = { type: 'hinged', hinge: 'a', side: 'left' }
const NO_LEAF: Swing = { type: 'none' }

/** The core kind that stands for a type of opening: passages are doors to those who know no more. */
export function openingKind(type: string): 'door' | 'window' {
  return type === 'window' ? 'window' : 'door'
}

/** The opening that a door or window line and its properties say. */
export function readOpening(
  kind: 'door' | 'window',
  numbers: readonly number[],
  properties: Properties,
  context: OpeningContext,
): RawRecord {
  const [x, y, z] = numbers as readonly [number, number, number]
  const width = Math.abs(numbers[3]!)
  const height = Math.abs(numbers[4]!)
  const given = properties.get('type')
  const type = isText(given) && openingKind(given) === kind ? given : kind
  const along = alongOf(context.axis, [x, y])
  const sill = sillOf(z, height, context.elevation)
  const swing = type === 'door' ? LEAF : NO_LEAF
  const plain: RawRecord = {
    kind: 'opening',
    wall: context.wall,
    type,
    along,
    sill,
    width,
    height,
    swing,
  }
  const record = overlay(plain, properties, OWNED)
  const fresh: RawRecord = { ...record, type }
  // Our own line's place counts while it is the place that the core line says.
  const isAlong = isNumber(fresh.along) && areNear(pointAlong(context.axis, fresh.along), [x, y])
  const isSill = isNumber(fresh.sill) && areNear([centerZ(fresh.sill, height, context.elevation)], [z])
  const placed = {
    ...fresh,
    ...(isAlong || !properties.has('along') ? {} : { along }),
    ...(isSill || !properties.has('sill') ? {} : { sill }),
  }
  return remember(placed, properties, numbers, openingNumbers(placed as Place, context))
}

/** The numbers of an opening's line. */
export function openingLine(record: WithoutId<OpeningRecord>, context: OpeningContext): readonly number[] {
  return recall(record, openingNumbers(record, context))
}

type Place = Pick<OpeningRecord, 'along' | 'sill' | 'width' | 'height'>

function openingNumbers(place: Place, { axis, elevation }: OpeningContext): number[] {
  return [...pointAlong(axis, place.along), centerZ(place.sill, place.height, elevation), place.width, place.height]
}

function centerZ(sill: number, height: number, elevation: number): number {
  return elevation + (sill + height / 2)
}

function sillOf(z: number, height: number, elevation: number): number {
  return z - elevation - height / 2
}
