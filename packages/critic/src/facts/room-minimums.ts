import type { Standing } from '../finding.ts'

/** Minimum room sizes: net area in m² and short side in metres (heights in metres). */
export const roomMinimums = {
  bedroom_double: { area: 9, shortSide: 2.7, source: 'GB 50096-2011 5.2/5.3', standing: 'checked' },
  bedroom_single: { area: 5, shortSide: 2.1, source: 'GB 50096-2011', standing: 'checked' },
  bedroom_with_living: { area: 12, shortSide: 3, source: 'GB 50096-2011', standing: 'recalled' },
  living: {
    area: 10,
    shortSide: 3,
    source: 'GB 50096-2011; straight wall >= 3.0 m for furniture',
    standing: 'recalled',
  },
  kitchen: {
    area: 4,
    shortSide: 1.5,
    source: 'GB 50096-2011 (3.5 m2 in the smallest flat type)',
    standing: 'recalled',
  },
  bathroom_3_fixtures: { area: 2.5, shortSide: 1.5, source: 'GB 50096-2011', standing: 'recalled' },
  bedroom_double_accessible: { area: 10.5, shortSide: 3.2, source: 'GB 50763-2012 3.12', standing: 'recalled' },
  bedroom_single_accessible: { area: 7, shortSide: 2.6, source: 'GB 50763-2012 3.12', standing: 'recalled' },
  living_accessible: { area: 14, shortSide: 3.3, source: 'GB 50763-2012 3.12', standing: 'recalled' },
  kitchen_accessible: { area: 6, shortSide: 2.1, source: 'GB 50763-2012 3.12', standing: 'recalled' },
  bathroom_3_accessible: { area: 4, shortSide: 1.8, source: 'GB 50763-2012 3.12', standing: 'recalled' },
  net_height_living_bedroom: {
    height: 2.4,
    source: 'GB 50096-2011 5.5.2 (metres of height); 2.10 locally',
    standing: 'checked',
  },
  storey_height_new: { height: 3, source: 'GB 55038-2025 (storey height, metres)', standing: 'recalled' },
} as const satisfies {
  readonly [room: string]: { area?: number; height?: number; shortSide?: number; source: string; standing: Standing }
}
