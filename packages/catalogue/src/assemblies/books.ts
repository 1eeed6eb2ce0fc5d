import type { Surface } from '../kind.ts'
import type { Model } from '../mesh.ts'
import { box } from '../modelling/box.ts'

const SLOTS = ['books', 'books_2', 'books', 'books_3'] as const

/**
 * A few runs of books on a shelf. Where they stand follows from the shelf's number alone, so equal bookcases look equal;
 * every third shelf stays half empty for other things.
 */
export function addBooks(model: Model, shelf: Surface, index: number): void {
  const end = shelf.x + (shelf.width / 2) * [0.94, 0.5, 0.1, 0.78][index % 4]!
  const front = shelf.y - shelf.depth / 2 + 0.02
  let x = shelf.x - shelf.width / 2 + ((index * 5) % 3) * 0.02
  for (let k = 0; x < end && k < 16; k++) {
    const pick = (k * 7 + index * 11) % 10
    const thick = 0.026 + (pick % 4) * 0.011
    if (x + thick > end) break
    const high = Math.min(shelf.clear - 0.02, shelf.clear * (0.66 + ((pick * 3) % 7) * 0.04))
    const deep = Math.min(shelf.depth - 0.04, 0.15 + (pick % 3) * 0.02)
    const slot = SLOTS[(k * 3 + index + (pick > 6 ? 1 : 0)) % SLOTS.length]!
    model.add(slot, box([x, x + thick - 0.002], [front, front + deep], [shelf.z, shelf.z + high], 0, 'z'))
    x += thick
  }
}
