import { defineKind } from '../kind.ts'
import { extrude } from '../modelling/extrude.ts'
import { span } from '../modelling/geometry.ts'
import { arc, ellipse, roundedRectangle, shrink } from '../modelling/ring.ts'
import { move, turn } from '../modelling/transform.ts'
import { tube } from '../modelling/tube.ts'
import { footprint, outline, stroke } from '../symbol.ts'

export const mirror = defineKind({
  id: 'mirror',
  names: {
    en: [
      'Mirror',
      'wall mirror',
      'looking glass',
      'full-length mirror',
      'floor mirror',
      'standing mirror',
      'bathroom mirror',
    ],
    zh: ['镜子', '墙镜', '穿衣镜', '全身镜', '落地镜', '浴室镜', '化妆镜'],
  },
  group: 'decor',
  size: { typical: [0.6, 0.04, 0.8], min: [0.25, 0.015, 0.3], max: [1.8, 0.5, 2.0] },
  source: 'catalogue sizes; trade sizes',
  presets: [
    { id: 'wall_mirror', names: { en: ['Wall mirror'], zh: ['墙镜'] }, size: [0.6, 0.04, 0.8] },
    {
      id: 'mirror_wall',
      names: { en: ['Mirror wall', 'gym mirror', 'full-wall mirror'], zh: ['镜墙', '镜面墙', '健身镜'] },
      size: [1.8, 0.03, 2.0],
    },
    {
      id: 'floor_mirror',
      names: {
        en: ['Floor mirror', 'full-length mirror', 'standing mirror', 'dressing mirror'],
        zh: ['穿衣镜', '落地镜', '全身镜'],
      },
      size: [0.5, 0.4, 1.6],
      variant: 'floor',
    },
    {
      id: 'mirror_round',
      names: { en: ['Round mirror'], zh: ['圆镜', '圆形镜子'] },
      size: [0.6, 0.04, 0.6],
      shape: 'round',
    },
  ],
  variants: ['wall', 'floor'],
  shapes: ['rectangular', 'round', 'oval', 'arched'],
  mount: 'wall',
  mountHeight: 1.1,
  wallAffinity: 'flush',
  functionalSides: ['front'],
  clearance: { front: { min: 0.6, recommended: 0.9 }, side: 0 },
  rooms: ['bathroom', 'entrance', 'bedroom', 'living_room'],
  physics: { mass: 6, movable: true, friction: 0.5, centerOfMass: 0.5, fragile: true },
  companions: [],
  finishes: { frame: { material: 'brass' }, glass: { material: 'mirror' } },
  shape(model, { size: [w, d, h], shape }) {
    // A flat box leaves no room to lean: then it hangs.
    const stands = d > 0.15
    const thick = stands ? 0.03 : d
    // A standing mirror leans back: its foot is in front, its head at the back of the box.
    const lean = stands ? Math.atan2(d - thick, h) * 0.8 : 0
    const long = stands ? (h - thick * Math.sin(lean)) / Math.cos(lean) : h
    const crown = Math.min(w / 2, long * 0.6)
    const ring =
      shape === 'round' || shape === 'oval'
        ? ellipse(0, long / 2, w / 2, long / 2, 48)
        : shape === 'arched'
          ? [[-w / 2, 0] as const, [w / 2, 0] as const, ...arc(0, long - crown, w / 2, crown, 0, Math.PI, 24)]
          : roundedRectangle(span(0, w), [0, long], Math.min(w, long) * (stands ? 0.12 : 0.06), 6)
    const edge = Math.min(0.016, w * 0.05)
    const inner = shrink(ring, edge)
    const upright = (g: ReturnType<typeof extrude>) =>
      move(turn(turn(g, 'x', Math.PI / 2), 'x', -lean), 0, stands ? -d / 2 + thick : d / 2, 0)
    model.add('frame', upright(extrude(ring, [0, thick], { holes: [[...inner].reverse()] })))
    model.add('glass', upright(extrude(inner, [thick * 0.2, thick * 0.7])))
    if (!stands) return
    // Two struts from the middle of its back to the floor behind.
    const hinge = h * 0.6
    const head = -d / 2 + thick + Math.tan(lean) * hinge + 0.012
    for (const side of [-1, 1])
      model.add(
        'frame',
        tube(
          [
            [side * w * 0.3, head, hinge],
            [side * w * 0.3, d / 2 - 0.012, 0.012],
          ],
          0.01,
          { segments: 8 },
        ),
      )
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d)),
    ...Array.from({ length: 5 }, (_, k) =>
      stroke([-w / 2 + (w * (k + 0.4)) / 5, -d / 2], [-w / 2 + (w * (k + 0.9)) / 5, d / 2]),
    ),
  ],
})
