import { semanticPalette } from '../../scene/semantic-palette.ts'
import type { View } from '../camera.ts'

/** Depth as 16-bit millimetres. 0: nothing was hit; what is farther than `limit` metres is put there. */
export function depthMillimetres(depth: Float32Array, limit = 65.535): Uint16Array {
  return Uint16Array.from(depth, (metres) => Math.round(Math.min(metres, limit) * 1000))
}

/** World normals as colours: −1 … 1 becomes 0 … 255; black where nothing was hit. */
export function normalColors(normal: Float32Array): Uint8Array {
  const colors = new Uint8Array(normal.length)
  for (let i = 0; i < normal.length; i += 3) {
    const [x, y, z] = [normal[i]!, normal[i + 1]!, normal[i + 2]!]
    if (x === 0 && y === 0 && z === 0) continue
    for (let axis = 0; axis < 3; axis++) colors[i + axis] = Math.round((normal[i + axis]! * 0.5 + 0.5) * 255)
  }
  return colors
}

/** Labels in the colours of the palette; black where nothing was hit. */
export function semanticColors(semantic: Uint8Array): Uint8Array {
  const colors = new Uint8Array(semantic.length * 3)
  for (let i = 0; i < semantic.length; i++)
    if (semantic[i]! > 0) colors.set(semanticPalette[semantic[i]! - 1]!.rgb, i * 3)
  return colors
}

/** A channel of a view that has to be there. @throws RangeError when it is not. */
export function needChannel<K extends 'color' | 'depth' | 'normal' | 'semantic'>(
  view: View,
  channel: K,
): NonNullable<View[K]> {
  const values = view[channel]
  if (!values) throw new RangeError(`the view has no channel ${channel}`)
  return values as NonNullable<View[K]>
}
