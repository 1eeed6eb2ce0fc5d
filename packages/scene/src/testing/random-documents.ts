/** For tests only. */
import type { Random } from '@enfilade/geometry'
import { applyChange } from '../apply-change.ts'
import { applyOperation, type OperationResult } from '../apply-operation.ts'
import { createEmptyDocument } from '../create-document.ts'
import type { Operation } from '../operation.ts'
import type { Id, Point2, Pose, RawRecord, RecordKind, SceneDocument, Support } from '../records.ts'

/** Ids that count up: `a1`, `a2`, … */
export function createIds(prefix: string) {
  let count = 0
  return { createId: () => `${prefix}${++count}` }
}

/** A document to work on by operations that have to succeed. */
export function createSpace(prefix = 'n') {
  const context = createIds(prefix)
  let document = createEmptyDocument()
  const attempt = (operation: Operation): OperationResult => {
    const result = applyOperation(document, operation, context)
    if (result.ok) document = applyChange(document, result.change)
    return result
  }
  return {
    get document() {
      return document
    },
    set document(next: SceneDocument) {
      document = next
    },
    attempt,
    /** Applies the operation; throws when it is refused. */
    run: (operation: Operation) => {
      const result = attempt(operation)
      if (!result.ok) throw new Error(`${operation.type}: ${result.code}: ${result.message}`)
      return result.change
    },
    context,
  }
}

export function walls(points: readonly Point2[], thickness?: number): Operation {
  return { type: 'walls-added', level: 'level-0', points, ...(thickness !== undefined && { thickness }) }
}

export function rectangle(x: number, y: number, width: number, depth: number, thickness?: number): Operation {
  return {
    type: 'walls-added',
    level: 'level-0',
    points: [
      [x, y],
      [x + width, y],
      [x + width, y + depth],
      [x, y + depth],
    ],
    closed: true,
    ...(thickness !== undefined && { thickness }),
  }
}

export function item(
  id: Id,
  pose: Partial<Pose> = {},
  more: { support?: Support; level?: Id; group?: Id } = {},
): Operation {
  return {
    type: 'item-added',
    item: {
      id,
      level: 'level-0',
      category: 'table',
      pose: { x: 0, y: 0, z: 0, yaw: 0, ...pose },
      size: [1, 0.6, 0.75],
      support: { on: 'floor' },
      ...more,
    },
  }
}

const kinds: readonly (RecordKind | 'unknown')[] = [
  'level',
  'corner',
  'wall',
  'opening',
  'room',
  'item',
  'group',
  'viewpoint',
  'measurement',
  'unknown',
]
const names = ['a', 'b', 'c', 'd', 'e', 'f', 'level-0', 'meta', '__proto__', 'constructor', '']

/** Any JSON and some things that are none, shallow. */
export function garbage(random: Random, depth = 0): unknown {
  const choice = random.int(depth > 2 ? 9 : 12)
  if (choice === 0) return random.pick([Number.NaN, Number.POSITIVE_INFINITY, 1e308, -0, 1e-320])
  if (choice === 1) return null
  if (choice === 2) return undefined
  if (choice === 3) return random() < 0.5
  if (choice === 4) return random.pick(names)
  if (choice < 9) return random.between(-3, 8)
  if (choice === 9) return Array.from({ length: random.int(5) }, () => garbage(random, depth + 1))
  return Object.fromEntries(
    Array.from({ length: random.int(4) }, () => [random.pick(names), garbage(random, depth + 1)]),
  )
}

/** A record of some kind, mostly sensible, on few ids, so that references hit, dangle and form circles. */
export function randomRecord(random: Random): RawRecord {
  const maybe = (value: unknown) => (random() < 0.04 ? garbage(random) : value)
  const id = () => random.pick(names)
  const level = () => (random() < 0.85 ? 'level-0' : id())
  const grid = () => (random() < 0.7 ? random.int(6) : random.between(0, 6))
  const pose = () => ({ x: maybe(grid()), y: maybe(grid()), z: maybe(random()), yaw: maybe(random.between(-4, 4)) })
  const fields: { [key: string]: unknown } = {
    kind: random.pick(kinds),
    name: id(),
    elevation: 0,
    height: random.between(0.5, 4),
    level: level(),
    at: [maybe(grid()), maybe(grid())],
    a: id(),
    b: id(),
    thickness: random.pick([0.1, 0.12, 0.3, 1]),
    wall: id(),
    along: grid(),
    width: random.between(0.3, 3),
    sill: random(),
    type: random.pick(['door', 'window', 'passage']),
    swing: { type: 'hinged', hinge: 'a', side: 'left' },
    pose: pose(),
    size: [maybe(random() + 0.1), maybe(random() + 0.1), maybe(random() + 0.1)],
    support: random.pick([{ on: 'floor' }, { on: 'ceiling' }, { on: 'item', id: id() }, { on: 'wall', id: id() }]),
    eye: [0, 0, 1],
    target: [1, 1, 1],
    from: [0, 0],
    to: [1, 1],
    ...(random() < 0.2 && { bulge: random.between(-2, 2) }),
    ...(random() < 0.3 && { group: id() }),
    ...(random() < 0.2 && { finishes: { body: { color: '#aabbcc' }, [id()]: garbage(random) } }),
  }
  for (const key of Object.keys(fields)) if (random() < 0.03) fields[key] = garbage(random)
  return fields
}

/** A small document of anything. */
export function randomDocument(random: Random): SceneDocument {
  const document = new Map<Id, RawRecord>(createEmptyDocument())
  const cornerIds = Array.from({ length: 4 + random.int(8) }, (_, i) => `c${i}`)
  for (const id of cornerIds) {
    const at = [
      random() < 0.7 ? random.int(5) : random.between(0, 5),
      random() < 0.7 ? random.int(5) : random.between(0, 5),
    ]
    document.set(id, { kind: 'corner', level: 'level-0', at })
  }
  for (let i = 0; i < 4 + random.int(12); i++) {
    document.set(`w${i}`, {
      kind: 'wall',
      level: 'level-0',
      a: random.pick(cornerIds),
      b: random.pick(cornerIds),
      thickness: random.pick([0.1, 0.12, 0.3, 0.6]),
      ...(random() < 0.1 && { bulge: random.between(-1.5, 1.5) }),
    })
  }
  for (let i = 0; i < random.int(14); i++) {
    const record = random() < 0.05 ? (garbage(random) as RawRecord) : randomRecord(random)
    document.set(random() < 0.5 ? random.pick(names) : `r${i}`, record)
  }
  return document
}
