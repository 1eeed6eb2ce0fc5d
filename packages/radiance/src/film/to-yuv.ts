/** Weights of red and blue in luma. The matrix's code is that of ISO/IEC 23091-2. */
const matrices = { 1: [0.2126, 0.0722], 6: [0.299, 0.114] } as const
export type ColorMatrix = keyof typeof matrices

/** Players take BT.709 for films of 720 lines and more, BT.601 below. */
export function matrixFor(height: number): ColorMatrix {
  return height >= 720 ? 1 : 6
}

/**
 * Display bytes as planar YUV 4:2:0 of limited range; colour is averaged over 2 × 2 pixels.
 *
 * @param rgb Three per pixel; width and height are even. @param yuv Written: width · height · 3 / 2 bytes.
 */
export function toYuv(rgb: Uint8Array, width: number, height: number, matrix: ColorMatrix, yuv: Uint8Array): void {
  const [red, blue] = matrices[matrix]
  const green = 1 - red - blue
  const [toU, toV] = [112 / 255 / (1 - blue), 112 / 255 / (1 - red)]
  const half = width / 2
  const planeU = width * height
  const planeV = planeU + planeU / 4
  for (let y = 0; y < height; y += 2)
    for (let x = 0; x < width; x += 2) {
      let [r, g, b] = [0, 0, 0]
      for (let corner = 0; corner < 4; corner++) {
        const pixel = (y + (corner >> 1)) * width + x + (corner & 1)
        const [pr, pg, pb] = [rgb[pixel * 3]!, rgb[pixel * 3 + 1]!, rgb[pixel * 3 + 2]!]
        r += pr
        g += pg
        b += pb
        yuv[pixel] = 16.5 + ((red * pr + green * pg + blue * pb) * 219) / 255
      }
      const luma = (red * r + green * g + blue * b) / 4
      const at = (y / 2) * half + x / 2
      yuv[planeU + at] = 128.5 + (b / 4 - luma) * toU
      yuv[planeV + at] = 128.5 + (r / 4 - luma) * toV
    }
}
