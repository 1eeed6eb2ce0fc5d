import { encode } from 'fast-png'
import type { Channel, View } from './camera.ts'
import { type Exposure, toDisplay } from './display.ts'
import { depthMillimetres, needChannel, normalColors, semanticColors } from './folders/channel-pixels.ts'

/**
 * One channel of a view as PNG: colour as a screen shows it; depth in 16-bit millimetres; world normals with −1 … 1 as
 * 0 … 255; semantics in the colours of the palette; instances in 16 bits, index + 1. 0 or black: nothing was hit.
 *
 * @throws RangeError when the view lacks the channel.
 */
export function encodeChannel(view: View, channel: Channel, exposure: Exposure): Uint8Array {
  const { width, height } = view
  switch (channel) {
    case 'color':
      return encode({ width, height, channels: 3, data: shownColors(view, exposure) })
    case 'depth':
      return encode({ width, height, channels: 1, depth: 16, data: depthMillimetres(needChannel(view, 'depth')) })
    case 'normal':
      return encode({ width, height, channels: 3, data: normalColors(needChannel(view, 'normal')) })
    case 'semantic':
      return encode({ width, height, channels: 3, data: semanticColors(needChannel(view, 'semantic')) })
    case 'instance':
      if (!view.instance) throw new RangeError('the view has no channel instance')
      return encode({ width, height, channels: 1, depth: 16, data: Uint16Array.from(view.instance) })
  }
}

function shownColors(view: View, exposure: Exposure): Uint8Array {
  if (!view.display) return displayColors(needChannel(view, 'color'), exposure)
  return Uint8Array.from(view.display, (value) => Math.round(255 * Math.min(1, Math.max(0, value))))
}

/** Radiance as a screen shows it. @param color kcd/m², three a pixel. @returns sRGB, three bytes a pixel. */
export function displayColors(color: Float32Array, exposure: Exposure): Uint8Array {
  const bytes = new Uint8Array(color.length)
  const shown = new Float64Array(3)
  for (let at = 0; at < color.length; at += 3) {
    toDisplay(color, at, exposure, shown, 0)
    for (let channel = 0; channel < 3; channel++) bytes[at + channel] = Math.round(255 * shown[channel]!)
  }
  return bytes
}
