import { buildingRelations, objectRelations, roomTypes } from '@enfilade/layout'

const text = { type: 'string', maxLength: 400 }
const noun = { type: 'string', pattern: '^[a-z][a-z0-9_]{0,63}$' }
const length = { type: 'number', minimum: 0, maximum: 100 }
const bounds = { type: 'object', properties: { min: length, max: length, exact: length } }
const target = {
  type: 'object',
  properties: {
    kind: { enum: ['object', 'category', 'item', 'building'] },
    key: text,
    category: noun,
    id: text,
    part: { enum: ['wall', 'window', 'door', 'corner', 'room', 'column', 'ceiling', 'floor'] },
    side: { enum: ['north', 'east', 'south', 'west', 'left', 'right', 'front', 'back'] },
    choose: { enum: ['longest', 'shortest', 'largest'] },
  },
  required: ['kind'],
}
const relation = {
  type: 'object',
  properties: {
    type: { enum: [...objectRelations, ...buildingRelations] },
    target,
    and: target,
    distance: bounds,
    negated: { type: 'boolean' },
  },
  required: ['type'],
}
const attributes = {
  type: 'object',
  properties: {
    color: { type: 'string', pattern: '^#[0-9a-f]{6}$' },
    colorName: text,
    material: text,
    shape: text,
    style: text,
  },
}
const object = {
  type: 'object',
  properties: {
    key: text,
    category: noun,
    words: text,
    count: {
      type: 'object',
      properties: { min: { type: 'integer', minimum: 0 }, max: { type: 'integer', minimum: 0 } },
      required: ['min'],
    },
    size: { type: 'object', properties: { width: bounds, depth: bounds, height: bounds } },
    attributes,
    relations: { type: 'array', items: relation },
  },
  required: ['key', 'category', 'words', 'count', 'relations'],
}
const brief = {
  type: 'object',
  properties: {
    version: { const: 1 },
    room: { type: 'object', properties: { type: { enum: [...roomTypes] } }, required: ['type'] },
    occupants: { type: 'object', additionalProperties: { type: 'integer', minimum: 0, maximum: 100 } },
    density: { enum: ['sparse', 'normal', 'full'] },
    only: { type: 'boolean' },
    objects: { type: 'array', items: object },
    exclusions: {
      type: 'array',
      items: { type: 'object', properties: { category: noun, words: text }, required: ['category', 'words'] },
    },
    style: { type: 'object', properties: { name: text }, required: ['name'] },
    pack: { enum: ['general', 'age-friendly', 'wheelchair', 'child'] },
  },
  required: ['version', 'room', 'density', 'only', 'objects', 'exclusions'],
}
const things = {
  type: 'object',
  properties: { ids: { type: 'array', items: text }, category: noun },
}

/** The JSON Schema of what a language model may answer: intents, the furnishing one with a brief. */
export const answerSchema = {
  type: 'object',
  properties: {
    intents: {
      type: 'array',
      maxItems: 24,
      items: {
        type: 'object',
        properties: {
          type: {
            enum: [
              'furnish',
              'add',
              'remove',
              'move',
              'swap',
              'replace',
              'rotate',
              'resize',
              'restyle',
              'operate',
              'question',
            ],
          },
          words: text,
          brief,
          objects: { type: 'array', items: object },
          things,
          with: things,
          object,
          relations: { type: 'array', items: relation },
          direction: { enum: ['left', 'right', 'forward', 'back', 'north', 'east', 'south', 'west', 'up', 'down'] },
          distance: length,
          degrees: { type: 'number', minimum: -360, maximum: 360 },
          facing: target,
          width: length,
          depth: length,
          height: length,
          factor: { type: 'number', minimum: 0.05, maximum: 20 },
          attributes,
          on: { type: 'boolean' },
        },
        required: ['type', 'words'],
      },
    },
    notUnderstood: { type: 'array', items: text, maxItems: 24 },
  },
  required: ['intents'],
} as const
