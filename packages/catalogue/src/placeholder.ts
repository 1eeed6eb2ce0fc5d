import type { Finish, Size3 } from '@enfilade/scene'
import { buildParts, type MeshPart } from './mesh.ts'
import { box } from './modelling/box.ts'
import { detail, diagonals, footprint, outline, type SymbolPath } from './symbol.ts'

/** The finish of the block that stands in for what the catalogue does not have. */
export const placeholderFinishes = {
  body: { material: 'plaster', color: '#dcdad5' },
  frame: { material: 'plastic', color: '#9a9893' },
} as const

/** A plain block of the item's size with a thin frame along its edges, so that it reads as a stand-in. */
export function buildPlaceholder(size: Size3, finishes?: { readonly [slot: string]: Finish }): MeshPart[] {
  const [w, d, h] = [size[0] / 2, size[1] / 2, size[2]]
  const t = Math.min(0.012, Math.min(...size) * 0.2)
  const inset = t * 0.4
  return buildParts(placeholderFinishes, finishes, (model) => {
    model.add('body', box([inset - w, w - inset], [inset - d, d - inset], [inset, h - inset], 0))
    for (const sx of [-1, 1]) {
      const x = sx < 0 ? ([-w, t - w] as const) : ([w - t, w] as const)
      for (const sy of [-1, 1]) {
        const y = sy < 0 ? ([-d, t - d] as const) : ([d - t, d] as const)
        model.add('frame', box(x, y, [0, h], 0))
      }
      for (const z of [
        [0, t],
        [h - t, h],
      ] as const)
        model.add('frame', box(x, [t - d, d - t], z, 0))
    }
    for (const y of [
      [-d, t - d],
      [d - t, d],
    ] as const) {
      for (const z of [
        [0, t],
        [h - t, h],
      ] as const)
        model.add('frame', box([t - w, w - t], y, z, 0))
    }
  })
}

export function drawPlaceholder([w, d]: Size3): SymbolPath[] {
  const inset = Math.min(w, d) * 0.06
  return [
    outline(footprint(w, d)),
    detail(footprint(w - inset * 2, d - inset * 2)),
    ...diagonals([inset - w / 2, w / 2 - inset], [inset - d / 2, d / 2 - inset]),
  ]
}
