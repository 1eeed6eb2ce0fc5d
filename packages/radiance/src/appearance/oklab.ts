/** A colour in OKLab's cylinder: lightness 0 … 1, chroma 0 … about 0.32, hue in radians. */
export type Lch = { readonly l: number; readonly c: number; readonly h: number }

/** OKLab: lightness 0 … 1, green–red, blue–yellow. Source: Björn Ottosson, "A perceptual color space for image processing". */
export type Lab = readonly [l: number, a: number, b: number]

/** sRGB channel 0 … 1 → linear. */
export function toLinearChannel(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

function toDisplayChannel(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055
}

/** Linear sRGB → OKLab. */
export function labOfLinear(r: number, g: number, b: number): Lab {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function linearOfLab([l, a, b]: Lab): [number, number, number] {
  const x = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const y = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const z = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ]
}

/** `#rrggbb` → OKLab. */
export function labOfHex(hex: string): Lab {
  const channel = (at: number) => toLinearChannel(Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  return labOfLinear(channel(1), channel(3), channel(5))
}

export function lchOfLab([l, a, b]: Lab): Lch {
  return { l, c: Math.hypot(a, b), h: Math.atan2(b, a) }
}

export function lchOf(hex: string): Lch {
  return lchOfLab(labOfHex(hex))
}

/** `#rrggbb`; colours beyond the display lose chroma, not hue or lightness. */
export function hexOf({ l, c, h }: Lch): string {
  const light = Math.min(1, Math.max(0, l))
  let chroma = Math.max(0, c)
  for (let round = 0; round < 12; round++) {
    const rgb = linearOfLab([light, chroma * Math.cos(h), chroma * Math.sin(h)])
    if (rgb.every((value) => value > -0.002 && value < 1.002)) return write(rgb)
    chroma *= 0.85
  }
  return write(linearOfLab([light, 0, 0]))
}

export function hexOfLab(lab: Lab): string {
  return hexOf(lchOfLab(lab))
}

function write(rgb: readonly number[]): string {
  const digits = rgb.map((value) => {
    const byte = Math.round(toDisplayChannel(Math.min(1, Math.max(0, value))) * 255)
    return byte.toString(16).padStart(2, '0')
  })
  return `#${digits.join('')}`
}

/** Distance of two colours in OKLab: 0.02 is just seen, 0.1 is another colour. */
export function colorDistance(a: string, b: string): number {
  const [p, q] = [labOfHex(a), labOfHex(b)]
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
}

/** Part of the way from one colour to another, 0 … 1. */
export function mixColors(a: string, b: string, share: number): string {
  const [p, q] = [labOfHex(a), labOfHex(b)]
  return hexOfLab([p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share, p[2] + (q[2] - p[2]) * share])
}

/** How warm a colour is: +1 orange … −1 blue, 0 for greys. */
export function warmthOf({ c, h }: Lch): number {
  return Math.cos(h - 1.1) * Math.min(1, c / 0.08)
}
