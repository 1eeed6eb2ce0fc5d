import type { Rgb } from './trace-scene.ts'

/** `#rrggbb` as linear light, 0 … 1. */
export function linearColor(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [toLinearChannel((value >> 16) & 255), toLinearChannel((value >> 8) & 255), toLinearChannel(value & 255)]
}

/** A display byte (sRGB transfer function) as linear light. */
export function toLinearChannel(byte: number): number {
  const value = byte / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

export function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

export function scaleColor([red, green, blue]: Rgb, factor: number): Rgb {
  return [red * factor, green * factor, blue * factor]
}

/** White of daylight, kelvin: what linear 1, 1, 1 stands for. */
const DAYLIGHT = 6504

/**
 * Light of a lamp at luminance 1, as an eye or a camera sees it that has adapted to the room: half way, in mired, between
 * the lamp's own white and daylight. Chromaticity of the black body after Kim et al. (2002).
 *
 * @param kelvin Correlated colour temperature; brought into 1700 … 20000.
 */
export function lampColor(kelvin: number): Rgb {
  const own = Math.min(Math.max(Number.isFinite(kelvin) ? kelvin : 2700, 1700), 20000)
  return blackBody(2 / (1 / own + 1 / DAYLIGHT))
}

/** Linear colour of a black body, 1667 … 25000 K, at luminance 1. */
function blackBody(kelvin: number): Rgb {
  const [x, y] = planckianLocus(kelvin)
  const [X, Z] = [x / y, (1 - x - y) / y]
  const color: Rgb = [
    Math.max(0, 3.2406 * X - 1.5372 - 0.4986 * Z),
    Math.max(0, -0.9689 * X + 1.8758 + 0.0415 * Z),
    Math.max(0, 0.0557 * X - 0.204 + 1.057 * Z),
  ]
  return scaleColor(color, 1 / luminance(color))
}

function planckianLocus(kelvin: number): readonly [number, number] {
  const t = 1000 / kelvin
  const x =
    kelvin <= 4000
      ? -0.2661239 * t ** 3 - 0.234358 * t ** 2 + 0.8776956 * t + 0.17991
      : -3.0258469 * t ** 3 + 2.1070379 * t ** 2 + 0.2226347 * t + 0.24039
  if (kelvin <= 2222) return [x, -1.1063814 * x ** 3 - 1.3481102 * x ** 2 + 2.18555832 * x - 0.20219683]
  if (kelvin <= 4000) return [x, -0.9549476 * x ** 3 - 1.37418593 * x ** 2 + 2.09137015 * x - 0.16748867]
  return [x, 3.081758 * x ** 3 - 5.8733867 * x ** 2 + 3.75112997 * x - 0.37001483]
}
