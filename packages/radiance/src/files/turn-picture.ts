import type { Picture } from './read-image.ts'

/** How to lay a stored picture upright: mirror it left to right first, then turn it clockwise by quarters. */
export type Turn = { readonly mirrored: boolean; readonly quarters: 0 | 1 | 2 | 3 }

/** Values 1 … 8 of the EXIF tag Orientation (0x0112). */
const turns: readonly Turn[] = [
  { mirrored: false, quarters: 0 },
  { mirrored: true, quarters: 0 },
  { mirrored: false, quarters: 2 },
  { mirrored: true, quarters: 2 },
  { mirrored: true, quarters: 3 },
  { mirrored: false, quarters: 1 },
  { mirrored: true, quarters: 1 },
  { mirrored: false, quarters: 3 },
]

/** The turn that an EXIF orientation asks for; unknown values ask for none. */
export function readTurn(orientation: number): Turn {
  return turns[orientation - 1] ?? turns[0]!
}

export function turnPicture(picture: Picture, { mirrored, quarters }: Turn): Picture {
  if (!mirrored && quarters === 0) return picture
  const { width, height, rgb } = picture
  const isSideways = quarters % 2 === 1
  const turned = {
    width: isSideways ? height : width,
    height: isSideways ? width : height,
    rgb: new Uint8Array(rgb.length),
  }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const fromLeft = mirrored ? width - 1 - x : x
      const column = [fromLeft, height - 1 - y, width - 1 - fromLeft, y][quarters]!
      const row = [y, fromLeft, height - 1 - y, width - 1 - fromLeft][quarters]!
      const from = (y * width + x) * 3
      turned.rgb.set(rgb.subarray(from, from + 3), (row * turned.width + column) * 3)
    }
  return turned
}

/** Averages a picture down in (nearly) linear light until its longer side is at most `maxSide`. */
export function shrinkPicture(picture: Picture, maxSide: number): Picture {
  const scale = Math.max(picture.width, picture.height) / maxSide
  if (!(scale > 1)) return picture
  const width = Math.max(1, Math.round(picture.width / scale))
  const height = Math.max(1, Math.round(picture.height / scale))
  const rgb = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      averageInto(rgb, (y * width + x) * 3, picture, x / width, y / height, 1 / width, 1 / height)
  return { width, height, rgb }
}

/** Squares stand for the sRGB curve: within 1 of 255 for averages of neighbours. */
function averageInto(
  target: Uint8Array,
  at: number,
  { width, height, rgb }: Picture,
  left: number,
  top: number,
  across: number,
  down: number,
): void {
  const lastX = Math.max(Math.floor(left * width) + 1, Math.round((left + across) * width))
  const lastY = Math.max(Math.floor(top * height) + 1, Math.round((top + down) * height))
  const sums = [0, 0, 0]
  let count = 0
  for (let y = Math.floor(top * height); y < Math.min(lastY, height); y++)
    for (let x = Math.floor(left * width); x < Math.min(lastX, width); x++) {
      const from = (y * width + x) * 3
      for (let channel = 0; channel < 3; channel++) sums[channel]! += rgb[from + channel]! ** 2
      count++
    }
  for (let channel = 0; channel < 3; channel++) target[at + channel] = Math.round(Math.sqrt(sums[channel]! / count))
}
