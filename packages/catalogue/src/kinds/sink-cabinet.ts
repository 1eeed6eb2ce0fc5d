import { type Bowl, bowlRing, hollow } from '../assemblies/basin-bowl.ts'
import { addBaseUnit, baseCells, drawBaseUnit, KITCHEN_FINISHES } from '../assemblies/kitchen-unit.ts'
import { addTap } from '../assemblies/tap.ts'
import { type BuildParameters, defineKind } from '../kind.ts'
import type { Model } from '../mesh.ts'
import { extrude } from '../modelling/extrude.ts'
import { ellipse } from '../modelling/ring.ts'
import { tube } from '../modelling/tube.ts'
import { block, detail, stroke } from '../symbol.ts'

/** Height of an upright tap over the worktop, metres. */
const TAP = 0.26

export const sinkCabinet = defineKind({
  id: 'sink_cabinet',
  names: {
    en: ['Sink cabinet', 'kitchen sink', 'sink', 'sink unit', 'washing-up sink'],
    zh: ['水槽柜', '水槽', '洗菜池', '厨房水槽', '洗碗池'],
  },
  group: 'kitchen',
  size: { typical: [0.8, 0.6, 0.85], min: [0.5, 0.5, 0.75], max: [1.6, 0.7, 1.2] },
  source: 'kitchen unit trade sizes; NKBA guidelines; the height is that of the worktop',
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.9, recommended: 1.07 }, side: 0 },
  rooms: ['kitchen'],
  physics: { mass: 40, movable: false, friction: 0.6, centerOfMass: 0.5 },
  opens: 'doors',
  companions: [
    { category: 'cooker', relation: 'counter_run', count: { min: 0, max: 1 }, gap: { min: 0.6, best: 1, max: 1.8 } },
    {
      category: 'refrigerator',
      relation: 'counter_run',
      count: { min: 0, max: 1 },
      gap: { min: 0.4, best: 0.9, max: 2.7 },
    },
    { category: 'dishwasher', relation: 'counter_run', count: { min: 0, max: 1 }, gap: { min: 0, best: 0, max: 0.3 } },
  ],
  finishes: { ...KITCHEN_FINISHES, sink: { material: 'steel' }, tap: { material: 'chrome' } },
  shape(model, p) {
    const [w, d, h] = p.size
    const bowls = bowlsOf(p)
    const top = worktopOf(h)
    const unit = { ...p, size: [w, d, top] as const }
    const [first] = bowls
    addBaseUnit(model, unit, baseCells([-w / 2, w / 2], top, false), first ? holeOf(bowls) : undefined)
    for (const bowl of bowls) {
      model.add('sink', hollow(bowl, top - 0.001, 0.17))
    }
    const rim = holeOf(bowls)
    model.add('sink', extrude(rim, [top - 0.004, top], { holes: bowls.map((bowl) => [...bowlRing(bowl)].reverse()) }))
    if (top < h) addTap(model, [0, d / 2 - 0.07, top], TAP, Math.min(0.2, d * 0.32))
    else addLowTap(model, bowls[0]!, top)
  },
  symbol: (p) => {
    const d = p.size[1]
    const bowls = bowlsOf(p)
    return [
      ...drawBaseUnit(p),
      ...bowls.map((bowl) => detail(bowlRing(bowl), true)),
      ...bowls.map((bowl) => detail(ellipse(bowl.x, bowl.y, 0.025, 0.025, 12))),
      detail(ellipse(0, d / 2 - 0.07, 0.02, 0.02, 12)),
      stroke([0, d / 2 - 0.07], [0, d / 2 - 0.07 - Math.min(0.2, d * 0.32)]),
    ]
  },
})

/** The item's height is the worktop's, as its neighbours have it; an item over 0.98 m holds an upright tap too. */
function worktopOf(h: number): number {
  return h >= 0.98 ? h - TAP : h
}

/** A spout under the rim of the bowl. */
function addLowTap(model: Model, bowl: Bowl, top: number): void {
  const z = top - 0.014
  const y = bowl.y + bowl.ry
  model.add(
    'tap',
    tube(
      [
        [bowl.x, y - 0.004, z],
        [bowl.x, y - bowl.ry * 0.95, z],
      ],
      0.0125,
      { segments: 10 },
    ),
  )
  model.add(
    'tap',
    tube(
      [
        [bowl.x + 0.09, y - 0.004, z],
        [bowl.x + 0.09, y - 0.07, z],
      ],
      0.0125,
      { segments: 10 },
    ),
  )
}

/** One bowl, or two from 0.95 m of width on. */
function bowlsOf({ size: [w, d] }: BuildParameters): Bowl[] {
  const ry = Math.min(0.2, d * 0.33)
  const y = -d * 0.04
  if (w < 0.95) return [{ x: 0, y, rx: Math.min(0.29, w * 0.4), ry, power: 8 }]
  const rx = Math.min(0.2, w * 0.2)
  return [
    { x: -rx - 0.015, y, rx, ry, power: 8 },
    { x: rx + 0.015, y, rx, ry, power: 8 },
  ]
}

function holeOf(bowls: readonly Bowl[]) {
  const left = bowls[0]!
  const right = bowls[bowls.length - 1]!
  return block(
    [left.x - left.rx - 0.02, right.x + right.rx + 0.02],
    [left.y - left.ry - 0.02, left.y + left.ry + 0.02],
    0.04,
  )
}
