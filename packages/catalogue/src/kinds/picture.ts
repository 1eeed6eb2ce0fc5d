import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { extrude } from '../modelling/extrude.ts'
import type { Geometry, Range } from '../modelling/geometry.ts'
import { ellipse, type Point, superellipse } from '../modelling/ring.ts'
import { move, turn } from '../modelling/transform.ts'
import { footprint, outline } from '../symbol.ts'

export const picture = defineKind({
  id: 'picture',
  names: {
    en: [
      'Picture',
      'painting',
      'wall art',
      'artwork',
      'picture frame',
      'poster',
      'wall decoration',
      'print',
      'art print',
      'framed picture',
    ],
    zh: ['挂画', '装饰画', '画', '墙饰', '油画', '画框', '照片墙', '艺术画'],
  },
  group: 'decor',
  size: { typical: [0.6, 0.03, 0.8], min: [0.12, 0.015, 0.12], max: [2.0, 0.08, 1.6] },
  source: 'box sizes of simulated homes; frame trade sizes',
  presets: [{ id: 'wall_art', names: { en: ['Wide wall art'], zh: ['横幅挂画'] }, size: [0.8, 0.03, 0.6] }],
  variants: ['shapes', 'landscape', 'botanical'],
  shapes: ['rectangular'],
  mount: 'wall',
  mountHeight: 1.15,
  wallAffinity: 'flush',
  functionalSides: [],
  clearance: { front: { min: 0, recommended: 0 }, side: 0 },
  rooms: ['any'],
  physics: { mass: 2.5, movable: true, friction: 0.5, centerOfMass: 0.5, fragile: true },
  companions: [],
  finishes: {
    frame: { material: 'oak' },
    mat: { material: 'paper', color: '#f3eee4' },
    ink: { material: 'paper', color: '#b98a6b' },
    ink_2: { material: 'paper', color: '#8b9a83' },
    ink_3: { material: 'paper', color: '#4a4d4b' },
  },
  shape(model, { size: [w, d, h], variant }) {
    const edge = Math.min(0.022, Math.min(w, h) * 0.08)
    const y: Range = [-d / 2, d / 2]
    model.add(
      'frame',
      box([-w / 2, w / 2], y, [0, edge], 0.002, 'x'),
      box([-w / 2, w / 2], y, [h - edge, h], 0.002, 'x'),
    )
    for (const x of [
      [-w / 2, -w / 2 + edge],
      [w / 2 - edge, w / 2],
    ] as const)
      model.add('frame', box(x, y, [edge, h - edge], 0.002, 'z'))
    const sheet = -d / 2 + d * 0.45
    model.add('mat', box([-w / 2 + edge, w / 2 - edge], [sheet, d / 2], [edge, h - edge], 0))
    const field: Range = [(-w / 2 + edge) * 0.74, (w / 2 - edge) * 0.74]
    const rise: Range = [h / 2 - (h / 2 - edge) * 0.74, h / 2 + (h / 2 - edge) * 0.74]
    // A motif is a stack of paper-thin shapes; upright ones are modelled lying down and tipped up.
    let layer = 0
    const paint = (slot: string, ring: readonly Point[]) => {
      layer++
      const g: Geometry = extrude(ring, [0, 0.0004 * layer])
      model.add(slot, move(turn(g, 'x', Math.PI / 2), 0, sheet, 0))
    }
    const s = Math.min(field[1] - field[0], rise[1] - rise[0])
    const cz = (rise[0] + rise[1]) / 2
    if (variant === 'landscape') {
      paint('ink_2', hill(field, rise, 0.34, 0.1))
      paint('ink', ellipse(field[1] - s * 0.28, rise[1] - s * 0.26, s * 0.13, s * 0.13, 28))
      paint('ink_3', hill(field, rise, 0.2, -0.12))
    } else if (variant === 'botanical') {
      for (let k = 0; k < 5; k++) {
        const side = k % 2 ? 1 : -1
        const ring = superellipse(0, 0, s * 0.07, s * 0.19, 1.5, 16).map(([a, b]): Point => {
          const c = Math.cos(side * 0.75)
          const q = Math.sin(side * 0.75)
          return [a * c + b * q + side * s * 0.14, -a * q + b * c + rise[0] + (rise[1] - rise[0]) * (0.3 + k * 0.14)]
        })
        paint('ink_2', ring)
      }
      paint('ink_3', [
        [-s * 0.008, rise[0]],
        [s * 0.008, rise[0]],
        [s * 0.006, rise[1] - s * 0.05],
        [-s * 0.006, rise[1] - s * 0.05],
      ])
    } else {
      paint('ink', ellipse(-s * 0.08, cz + s * 0.14, s * 0.3, s * 0.3, 32))
      paint('ink_2', [
        [-s * 0.42, cz - s * 0.45],
        [s * 0.1, cz - s * 0.45],
        [s * 0.1, cz + s * 0.05],
        [-s * 0.16, cz + s * 0.05],
        [-s * 0.42, cz - s * 0.2],
      ])
      paint('ink_3', [
        [s * 0.16, cz - s * 0.45],
        [s * 0.4, cz - s * 0.45],
        [s * 0.4, cz + s * 0.1],
        [s * 0.16, cz + s * 0.1],
      ])
    }
  },
  symbol: ({ size: [w, d] }) => [outline(footprint(w, d))],
})

function hill(x: Range, z: Range, height: number, tilt: number): Point[] {
  const steps = 12
  const rise = z[1] - z[0]
  const ridge = Array.from({ length: steps + 1 }, (_, k): Point => {
    const t = 1 - k / steps
    return [x[0] + (x[1] - x[0]) * t, z[0] + rise * (height + tilt * (t - 0.5) + 0.07 * Math.sin(t * 5 + tilt * 20))]
  })
  return [[x[0], z[0]], [x[1], z[0]], ...ridge]
}
