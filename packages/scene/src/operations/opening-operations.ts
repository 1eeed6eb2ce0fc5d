import { isPlainObject } from '../json.ts'
import { MAX_COORDINATE, MAX_HEIGHT, MAX_SIZE, MIN_OPENING, MIN_OPENING_WALL } from '../limits.ts'
import type { Operation } from '../operation.ts'
import { clampAlong } from '../read-opening.ts'
import type { OpeningRecord, OpeningType, Swing } from '../records.ts'
import { axisLength } from '../wall-axis.ts'
import { checkFinishes, checkFlag, checkNumber, checkOneOf } from './check-values.ts'
import { type Draft, toRaw } from './draft.ts'
import { refuse } from './refusal.ts'
import { axisOf, openingsIn, refuseLocked } from './wall-parts.ts'

type Of<T extends Operation['type']> = Extract<Operation, { type: T }>

/** What an opening is like when nothing is said: a usual inner door, a usual window. */
const defaults: {
  readonly [type in OpeningType]: {
    readonly width: number
    readonly height: number
    readonly sill: number
    readonly swing: Swing
  }
} = {
  door: { width: 0.9, height: 2.1, sill: 0, swing: { type: 'hinged', hinge: 'a', side: 'left' } },
  window: { width: 1.2, height: 1.2, sill: 0.9, swing: { type: 'none' } },
  passage: { width: 0.9, height: 2.1, sill: 0, swing: { type: 'none' } },
}

export function addOpening(draft: Draft, operation: Of<'opening-added'>): void {
  draft.claim(operation.id)
  const type = checkOneOf(operation.opening, ['door', 'window', 'passage'], 'kind of opening')
  const usual = defaults[type]
  const record: OpeningRecord = {
    kind: 'opening',
    id: operation.id,
    wall: operation.wall,
    type,
    along: checkNumber(operation.along, -MAX_COORDINATE, MAX_COORDINATE, 'distance along the wall'),
    sill: checkNumber(operation.sill ?? usual.sill, 0, MAX_HEIGHT, 'sill'),
    width: checkNumber(operation.width ?? usual.width, MIN_OPENING, MAX_SIZE, 'width of the opening'),
    height: checkNumber(operation.height ?? usual.height, MIN_OPENING, MAX_SIZE, 'height of the opening'),
    swing: operation.swing === undefined ? usual.swing : checkSwing(operation.swing),
  }
  const along = fitOpening(draft, record)
  draft.put(operation.id, toRaw({ ...record, along }))
}

export function changeOpening(draft: Draft, operation: Of<'opening-changed'>): void {
  const { id, wall, along, width, height, sill, swing, open, finishes, locked } = operation
  const before = draft.need('opening', id)
  const isGeometry = [wall, along, width, height, sill].some((value) => value !== undefined)
  if (locked !== false && (isGeometry || swing !== undefined || finishes !== undefined))
    refuseLocked(before, 'change it')
  const after: OpeningRecord = {
    ...before,
    wall: wall ?? before.wall,
    along: checkNumber(along ?? before.along, -MAX_COORDINATE, MAX_COORDINATE, 'distance along the wall'),
    width: checkNumber(width ?? before.width, MIN_OPENING, MAX_SIZE, 'width of the opening'),
    height: checkNumber(height ?? before.height, MIN_OPENING, MAX_SIZE, 'height of the opening'),
    sill: checkNumber(sill ?? before.sill, 0, MAX_HEIGHT, 'sill'),
  }
  draft.set(id, {
    ...(wall !== undefined && { wall }),
    ...(isGeometry && { along: fitOpening(draft, after) }),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(sill !== undefined && { sill }),
    ...(swing !== undefined && { swing: checkSwing(swing) }),
    ...(open !== undefined && { open: checkNumber(open, 0, 1, 'open amount') }),
    ...(finishes !== undefined && checkFinishes(finishes, ['frame', 'leaf'])),
    ...(locked !== undefined && { locked: checkFlag(locked, 'locked') || undefined }),
  })
}

/** Refuses an opening that its wall can't carry or that runs into another one; gives its place within the wall. */
function fitOpening(draft: Draft, opening: OpeningRecord): number {
  const wall = draft.need('wall', opening.wall)
  const length = axisLength(axisOf(draft, wall))
  if (length < MIN_OPENING_WALL) {
    refuse(
      'does-not-fit',
      `Wall "${wall.id}" is ${round(length)} m long, too short for an opening: choose a longer one.`,
    )
  }
  if (opening.width > length + 1e-9) {
    refuse(
      'does-not-fit',
      `The opening is ${round(opening.width)} m wide and wall "${wall.id}" ${round(length)} m long: make the opening narrower.`,
    )
  }
  const height = wall.height ?? draft.need('level', wall.level).height
  if (opening.sill + opening.height > height + 1e-9) {
    refuse(
      'does-not-fit',
      `The opening ends ${round(opening.sill + opening.height)} m above the floor and wall "${wall.id}" at ${round(height)} m: lower it.`,
    )
  }
  const along = clampAlong(opening.along, opening.width, length)
  for (const other of openingsIn(draft, wall.id)) {
    if (other.id === opening.id) continue
    const apart = Math.abs(along - clampAlong(other.along, other.width, length)) - (opening.width + other.width) / 2
    const above = Math.max(opening.sill - other.sill - other.height, other.sill - opening.sill - opening.height)
    if (apart < -1e-6 && above < -1e-6) {
      refuse('overlap', `The opening would run ${round(-apart)} m into opening "${other.id}": move it along the wall.`)
    }
  }
  return along
}

const round = (metres: number) => Math.round(metres * 1000) / 1000

function checkSwing(value: unknown): Swing {
  if (!isPlainObject(value)) refuse('unknown-value', 'The swing is no object: give its type, hinge and side.')
  const type = checkOneOf(value.type, ['hinged', 'sliding', 'none'], 'type of swing')
  if (type !== 'hinged') return { type }
  return {
    type,
    hinge: checkOneOf<'a' | 'b'>(value.hinge ?? 'a', ['a', 'b'], 'hinge'),
    side: checkOneOf<'left' | 'right'>(value.side ?? 'left', ['left', 'right'], 'side of swing'),
  }
}
