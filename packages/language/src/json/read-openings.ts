import { type Axis, axisLength, type OpeningType, projectOnAxis, type RawRecord, type Swing } from '@enfilade/scene'
import { isNumber } from '../script/valid-record.ts'
import { alongOf, axisOf } from '../script/wall-axis.ts'
import type { PartReader } from './fields.ts'
import { show } from './fields.ts'
import type { JsonReading } from './json-reading.ts'
import { common } from './read-structure.ts'
import { KNOWN_FIELDS } from './scene-json.ts'

/** A centre further than this from every wall is a mistake, metres. */
const MAX_DISTANCE = 1

type Host = { readonly id: string; readonly axis: Axis; readonly level: string }

/** Reads openings: each on the wall it names, else on the nearest one that has room for it. Swings come later. */
export function readOpenings(reading: JsonReading, parts: readonly PartReader[]): void {
  const hosts = [...reading.records].flatMap(([id, record]): Host[] => {
    const axis = axisOf(reading.records, record)
    return axis ? [{ id, axis, level: record.level as string }] : []
  })
  const byId = new Map(hosts.map((host) => [host.id, host]))
  for (const part of parts) {
    const center = part.triple('center')
    const width = part.positive('width')
    const height = part.positive('height')
    if (!center || width === undefined || height === undefined) continue
    const host = findHost(reading, part, center, width, hosts, byId)
    if (!host) continue
    const type = part.oneOf('kind', ['door', 'window', 'passage'] as const) ?? 'door'
    const elevation = reading.levels.get(host.level)!.elevation
    const open = part.numberOr('open', 0, 0, 1)
    const record: RawRecord = {
      kind: 'opening',
      wall: host.id,
      type,
      along: alongOf(host.axis, [center[0], center[1]]),
      sill: round(center[2] - elevation - height / 2),
      width: width,
      height: height,
      swing: usualSwing(type),
      ...(open === 0 ? {} : { open }),
      ...common(part),
    }
    reading.add(reading.takeId(part, 'opening'), record, part, 'openings', KNOWN_FIELDS.opening!)
  }
}

/** A door whose swing is not said hangs at its wall's start and opens to its left; others have no leaf. */
export function usualSwing(type: OpeningType): Swing {
  return type === 'door' ? { type: 'hinged', hinge: 'a', side: 'left' } : { type: 'none' }
}

function findHost(
  reading: JsonReading,
  part: PartReader,
  center: readonly [number, number, number],
  width: number,
  hosts: readonly Host[],
  byId: ReadonlyMap<string, Host>,
): Host | undefined {
  const given = part.get('wall')
  const key = isNumber(given) ? String(given) : given
  const named = typeof key === 'string' ? byId.get(reading.idsOf.get('walls')!.get(key) ?? key) : undefined
  if (named) return named
  const point = [center[0], center[1]] as const
  let best: Host | undefined
  let bestScore = Number.POSITIVE_INFINITY
  for (const host of hosts) {
    const { along, distance } = projectOnAxis(host.axis, point)
    const length = axisLength(host.axis)
    // Overhanging an end counts like being that far away: the wall with room for the opening is the right one.
    const overhang = Math.max(0, width / 2 - along, width / 2 - (length - along))
    if (distance > MAX_DISTANCE || distance + overhang >= bestScore) continue
    best = host
    bestScore = distance + overhang
  }
  if (best) {
    if (given !== undefined && given !== null)
      part.warn('unknown-wall', 'wall', `no wall has the id ${show(given)}; the nearest one is taken.`)
    return best
  }
  return part.error(
    'no-wall',
    'wall',
    `no wall has the id ${show(given)} and none is within ${MAX_DISTANCE} m of the centre; name the wall.`,
  )
}

/** To the nanometre: sums of decimals come out as decimals. */
function round(value: number): number {
  return Math.round(value * 1e9) / 1e9 + 0
}
