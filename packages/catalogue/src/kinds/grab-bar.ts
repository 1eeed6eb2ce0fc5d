import { defineKind } from '../kind.ts'
import { cylinder } from '../modelling/lathe.ts'
import { move, turn } from '../modelling/transform.ts'
import { roundedPath, tube } from '../modelling/tube.ts'
import { footprint, outline } from '../symbol.ts'

/** A bar that a hand closes around, and its flange, metres. */
const GRIP = 0.017

export const grabBar = defineKind({
  id: 'grab_bar',
  names: {
    en: ['Grab bar', 'grab rail', 'handrail', 'support rail', 'safety rail'],
    zh: ['扶手', '无障碍扶手', '安全扶手', '水平扶手', '垂直扶手', '助力扶手'],
  },
  group: 'care',
  size: { typical: [0.7, 0.08, 0.07], min: [0.05, 0.07, 0.05], max: [1.2, 0.12, 0.9] },
  source: 'GB 50763-2012 (bars 0.70 m, 30–40 mm thick, 40 mm off the wall); ADA 2010',
  presets: [
    { id: 'grab_bar_h', names: { en: ['Horizontal grab bar'], zh: ['水平扶手'] }, size: [0.7, 0.08, 0.07] },
    { id: 'grab_bar_v', names: { en: ['Vertical grab bar'], zh: ['垂直扶手'] }, size: [0.07, 0.08, 0.7] },
  ],
  mount: 'wall',
  mountHeight: 0.7,
  wallAffinity: 'flush',
  functionalSides: [],
  clearance: { front: { min: 0, recommended: 0 }, side: 0 },
  rooms: ['bathroom', 'bedroom', 'hallway', 'entrance'],
  physics: { mass: 1.5, movable: false, friction: 0.6, centerOfMass: 0.5 },
  companions: [],
  finishes: { bar: { material: 'steel' }, flange: { material: 'chrome' } },
  shape(model, { size: [w, d, h] }) {
    const isUpright = h > w
    const long = isUpright ? h : w
    const flange = Math.min(0.035, Math.min(w, h) / 2, long * 0.3)
    const end = long / 2 - flange
    const r = Math.min(GRIP, flange * 0.75, end * 0.6)
    const bar = tube(
      roundedPath(
        [
          [-end, d / 2, 0],
          [-end, -d / 2 + r, 0],
          [end, -d / 2 + r, 0],
          [end, d / 2, 0],
        ],
        0.035,
        5,
      ),
      r,
      { segments: 12 },
    )
    const ends = [-end, end].map((x) =>
      move(turn(cylinder(0, 0, 0, 0.008, flange, flange * 0.94, 20), 'x', Math.PI / 2), x, d / 2, 0),
    )
    for (const [slot, g] of [
      ['bar', bar],
      ['flange', ends[0]!],
      ['flange', ends[1]!],
    ] as const) {
      model.add(slot, move(isUpright ? turn(g, 'y', Math.PI / 2) : g, 0, 0, h / 2))
    }
  },
  symbol: ({ size: [w, d] }) => [outline(footprint(w, d, Math.min(w, d) * 0.3))],
})
