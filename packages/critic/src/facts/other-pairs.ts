import type { PairFact } from './fact.ts'

/** Entrances, plants, and things beside their like. Sources as in `pair-relations.ts`. */
export const otherPairs: readonly PairFact[] = [
  {
    anchor: 'entry_door',
    other: 'shoe_cabinet',
    relation: 'near',
    minimum: 0.3,
    recommended: 0.8,
    maximum: 1.5,
    alignment: 'not in the swing area',
    count: '0-1',
    source: 'S',
    standing: 'recalled',
  },
  {
    anchor: 'shoe_cabinet',
    other: 'shoe_bench',
    relation: 'near',
    minimum: 0.3,
    recommended: 0.6,
    maximum: 1.2,
    count: '0-1',
    source: 'S',
    standing: 'recalled',
  },
  {
    anchor: 'plant',
    other: 'window',
    relation: 'near',
    minimum: 0.1,
    recommended: 0.5,
    maximum: 1.5,
    source: 'Inf',
    standing: 'checked',
  },
  {
    anchor: 'light',
    other: 'light',
    relation: 'spacing',
    minimum: 1,
    alignment: 'no two luminaires closer than 1 m',
    source: 'Inf',
    standing: 'checked',
  },
  { anchor: 'rug', other: 'rug', relation: 'spacing', minimum: 1, source: 'Inf', standing: 'checked' },
]
