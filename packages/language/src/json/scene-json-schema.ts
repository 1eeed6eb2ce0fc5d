const number = { type: 'number' } as const
const text = { type: 'string' } as const
const id = { type: 'string', minLength: 1 } as const
const positive = { type: 'number', exclusiveMinimum: 0 } as const
const share = { type: 'number', minimum: 0, maximum: 1 } as const
const point = { type: 'array', items: number, minItems: 2, maxItems: 2 } as const
const triple = { type: 'array', items: number, minItems: 3, maxItems: 3 } as const
const size = { type: 'array', items: positive, minItems: 3, maxItems: 3 } as const
const ring = { type: 'array', items: point, minItems: 3 } as const
const orNull = (type: string) => ({ type: [type, 'null'] }) as const

function part(properties: { readonly [field: string]: object }, required: readonly string[]) {
  return { type: 'object', required, properties } as const
}

function list(items: object) {
  return { type: 'array', items } as const
}

/**
 * JSON Schema (draft 2020-12) of Scene JSON v1, as we write it. Input may be partial: see `partialSceneJsonSchema`.
 * Metres, radians, right-handed, z up. Unknown fields are allowed everywhere.
 */
export const sceneJsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://enfilade.dev/schema/scene-1.json',
  title: 'Enfilade Scene JSON v1',
  type: 'object',
  required: ['format', 'truncated', 'levels', 'rooms', 'walls', 'openings', 'objects', 'unmet'],
  properties: {
    format: { const: 'enfilade.scene/1' },
    seed: number,
    truncated: { type: 'boolean' },
    levels: list(part({ id, name: text, elevation: number, height: positive }, ['id', 'name', 'elevation', 'height'])),
    rooms: list(
      part(
        {
          id,
          level: id,
          type: { type: 'string', minLength: 1 },
          name: text,
          polygon: { ...ring, description: 'Room-side outline, counter-clockwise, first point not repeated.' },
          holes: { type: 'array', items: ring, description: 'Columns and islands, clockwise.' },
          floor: number,
          height: positive,
        },
        ['id', 'level', 'type', 'name', 'polygon', 'holes', 'floor', 'height'],
      ),
    ),
    walls: list(
      part(
        {
          id,
          a: { ...point, description: 'Start of the axis.' },
          b: { ...point, description: 'End of the axis.' },
          bulge: { type: 'number', description: 'Middle offset of the arc over the half chord, positive to the left.' },
          height: positive,
          thickness: { type: 'number', minimum: 0 },
          structure: { enum: ['load-bearing', 'partition', 'unknown'] },
        },
        ['id', 'a', 'b', 'bulge', 'height', 'thickness', 'structure'],
      ),
    ),
    openings: list(
      part(
        {
          id,
          kind: { enum: ['door', 'window', 'passage'] },
          wall: id,
          center: triple,
          width: positive,
          height: positive,
          swing: { enum: ['left-in', 'right-in', 'left-out', 'right-out', 'sliding', 'none'] },
          open: share,
        },
        ['id', 'kind', 'wall', 'center', 'width', 'height', 'swing', 'open'],
      ),
    ),
    objects: list(
      part(
        {
          id,
          category: { type: 'string', minLength: 1 },
          label: { type: 'string', minLength: 1 },
          center: { ...triple, description: 'Centre of the box.' },
          yaw: { type: 'number', description: 'Counter-clockwise about z; 0 looks along −y.' },
          size: { ...size, description: 'Width along local x, depth along local y, height.' },
          mount: { enum: ['floor', 'surface', 'wall', 'ceiling', 'inside'] },
          support: orNull('string'),
          color: { type: ['string', 'null'], pattern: '^#[0-9a-fA-F]{6}$' },
          material: orNull('string'),
          shape: orNull('string'),
          style: orNull('string'),
          tags: list(text),
          mass: { type: ['number', 'null'], minimum: 0 },
          movable: orNull('boolean'),
          placeholder: { type: 'boolean' },
          state: {
            type: 'object',
            properties: {
              on: { type: 'boolean' },
              open: share,
              lumens: { type: 'number', minimum: 0 },
              kelvin: positive,
              locked: { type: 'boolean' },
            },
          },
        },
        [
          ...[
            'id',
            'category',
            'label',
            'center',
            'yaw',
            'size',
            'mount',
            'support',
            'color',
            'material',
            'shape',
            'style',
          ],
          ...['tags', 'mass', 'movable', 'placeholder', 'state'],
        ],
      ),
    ),
    unmet: list(part({ request: text, reason: text }, ['request', 'reason'])),
  },
} as const

const PARTIAL: { readonly [list: string]: readonly string[] } = {
  levels: ['id'],
  rooms: ['polygon'],
  walls: ['a', 'b'],
  openings: ['center', 'width', 'height'],
  objects: ['category', 'center', 'size'],
}

/** The same for input: lists and most fields may be missing. */
export const partialSceneJsonSchema = {
  ...sceneJsonSchema,
  $id: 'https://enfilade.dev/schema/scene-1-input.json',
  title: 'Enfilade Scene JSON v1, input',
  required: [] as readonly string[],
  properties: Object.fromEntries(
    Object.entries(sceneJsonSchema.properties).map(([key, schema]) =>
      key in PARTIAL && 'items' in schema
        ? [key, { ...schema, items: { ...schema.items, required: PARTIAL[key] } }]
        : [key, schema],
    ),
  ),
} as const
