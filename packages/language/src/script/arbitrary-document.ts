import type { RawRecord, SceneDocument } from '@enfilade/scene'
import fc from 'fast-check'

// Random documents for tests: mostly sound, with dangling references, odd values, unknown kinds and names like ours.

const coordinate = fc.oneof(
  fc.integer({ min: -200, max: 2000 }).map((n) => n / 100),
  fc.double({ min: -50, max: 50, noNaN: true }),
  fc.constantFrom(0, -0, 1e-7, -2.6e-8, 0.1 + 0.2),
)
const length = fc.oneof(fc.constantFrom(0.12, 0.9, 2.1, 2.8), fc.double({ min: 0.01, max: 5, noNaN: true }))
const point = fc.tuple(coordinate, coordinate)
const yaw = fc.oneof(fc.constantFrom(0, Math.PI / 2, -Math.PI), fc.double({ min: -7, max: 7, noNaN: true }))
const pose = fc.record({ x: coordinate, y: coordinate, z: coordinate, yaw })
const id = fc.oneof(
  fc.constantFrom(
    'wall_0',
    'wall_1',
    'bbox_0',
    'bbox_7',
    'door_3',
    'wall_0.a',
    'wall_1.b',
    'level-0',
    'item_0',
    '__proto__',
  ),
  fc.integer({ min: 0, max: 30 }).map((n) => `id-${n}`),
  fc.string({ minLength: 1, maxLength: 4 }),
)
const text = fc.oneof(
  fc.constantFrom('Sofa', '「床」', 'a,b)(=\n"', '\u2028', '\ud800', ''),
  fc.string({ maxLength: 8 }),
)
const json = fc.jsonValue({ maxDepth: 3 })
const finishes = fc.dictionary(
  fc.constantFrom('body', 'left', 'floor', 'x y'),
  fc.record({ color: fc.constant('#aabbcc') }),
  { maxKeys: 2 },
)

/** Ids by role; a record mostly refers to ids of the right role. */
type Pools = {
  readonly levels: string[]
  readonly corners: string[]
  readonly walls: string[]
  readonly items: string[]
  readonly all: string[]
}

function optional(fields: { readonly [key: string]: fc.Arbitrary<unknown> }): fc.Arbitrary<RawRecord> {
  return fc.record(fields, { requiredKeys: [] }) as fc.Arbitrary<RawRecord>
}

function merged(required: fc.Arbitrary<RawRecord>, extra: fc.Arbitrary<RawRecord>): fc.Arbitrary<RawRecord> {
  return fc.tuple(required, extra).map(([a, b]) => ({ ...a, ...b }))
}

const odd = optional({
  note: json,
  extra: json,
  drop: json,
  id: text,
  'odd key': json,
  script: json,
  locked: fc.boolean(),
})
const oddly = (record: fc.Arbitrary<RawRecord>) =>
  fc.oneof({ weight: 5, arbitrary: record }, { weight: 1, arbitrary: merged(odd, record) })

function arbitraryRecords(pools: Pools) {
  const of = (pool: string[]) =>
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...pool) },
      { weight: 1, arbitrary: fc.constantFrom(...pools.all) },
    )
  const support = fc.oneof(
    { weight: 3, arbitrary: fc.constant({ on: 'floor' }) },
    fc.constant({ on: 'ceiling' }),
    fc.record({ on: fc.constant('wall'), id: of(pools.walls) }),
    fc.record({ on: fc.constant('item'), id: of(pools.items) }),
    fc.record({ on: fc.constant('item'), id: of(pools.items), inside: fc.constant(true) }),
  )
  const swing = fc.constantFrom(
    { type: 'none' },
    { type: 'hinged', hinge: 'b', side: 'right' },
    { type: 'hinged', hinge: 'a', side: 'left' },
  )
  const level = fc.record({
    kind: fc.constant('level'),
    name: text,
    elevation: fc.constantFrom(0, 2.8, -0.1, 3),
    height: fc.constantFrom(2.8, 2.5),
  })
  const corner = fc.record({ kind: fc.constant('corner'), level: of(pools.levels), at: point })
  const wall = merged(
    fc.record({
      kind: fc.constant('wall'),
      level: of(pools.levels),
      a: of(pools.corners),
      b: of(pools.corners),
      thickness: length,
      structure: fc.constantFrom('unknown', 'partition'),
    }),
    optional({ height: fc.constantFrom(2.8, 2.5), bulge: fc.constantFrom(0.3, -1), finishes }),
  )
  const opening = merged(
    fc.record({
      kind: fc.constant('opening'),
      wall: of(pools.walls),
      type: fc.constantFrom('door', 'window', 'passage', 'hatch'),
      along: coordinate,
      sill: coordinate,
      width: length,
      height: length,
      swing,
    }),
    optional({ open: fc.double({ min: 0, max: 1, noNaN: true }) }),
  )
  const item = merged(
    fc.record({
      kind: fc.constant('item'),
      level: of(pools.levels),
      category: text,
      pose,
      size: fc.tuple(length, length, length),
      support,
    }),
    optional({
      label: text,
      group: of(pools.all),
      tags: fc.array(text, { maxLength: 2 }),
      finishes,
      states: optional({ on: fc.boolean(), open: fc.constant(0.5) }),
      physics: fc.constant({ mass: 3 }),
    }),
  )
  const other = fc.oneof(
    fc.record({ kind: fc.constant('group'), level: of(pools.levels), pose }),
    fc.record({ kind: fc.constant('room'), level: of(pools.levels), at: point, name: text, type: text, finishes }),
    fc.record({ kind: fc.constant('viewpoint'), name: text, eye: fc.tuple(coordinate, coordinate, coordinate) }),
    fc.record({ kind: fc.constantFrom('light', 'Wall', 'bbox'), value: json }),
    fc.dictionary(fc.string({ maxLength: 3 }), json, { maxKeys: 2 }),
  ) as fc.Arbitrary<RawRecord>
  const all = (pool: string[], record: fc.Arbitrary<RawRecord>) =>
    fc.array(oddly(record), { minLength: pool.length, maxLength: pool.length })
  const rest = pools.all.filter((id) => ![pools.levels, pools.corners, pools.walls, pools.items].flat().includes(id))
  return fc
    .tuple(
      all(pools.levels, level),
      all(pools.corners, corner),
      all(pools.walls, wall),
      all(pools.items, item),
      all(rest, fc.oneof(opening, other)),
    )
    .map(
      ([levels, corners, walls, items, others]) =>
        new Map<string, RawRecord>([
          ...pools.levels.map((id, i) => [id, levels[i]!] as const),
          ...pools.corners.map((id, i) => [id, corners[i]!] as const),
          ...pools.walls.map((id, i) => [id, walls[i]!] as const),
          ...pools.items.map((id, i) => [id, items[i]!] as const),
          ...rest.map((id, i) => [id, others[i]!] as const),
        ]),
    )
}

/** Documents with at least one level, so that there is something for lines to stand on. */
export const arbitraryDocument: fc.Arbitrary<SceneDocument> = fc
  .tuple(fc.uniqueArray(id, { minLength: 14, maxLength: 24 }), fc.integer({ min: 1, max: 2 }))
  .chain(([all, levels]) =>
    arbitraryRecords({
      all,
      levels: all.slice(0, levels),
      corners: all.slice(levels, 6),
      walls: all.slice(6, 9),
      items: all.slice(9, 13),
    }),
  )
