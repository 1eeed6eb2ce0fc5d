/** How well a restyled frame keeps to the things of the film. */
export type RestyleCheck = {
  /** Of the edges between things that the frame shows, the part that lies where the things end. */
  readonly kept: number
  /** Of the edges between things that the film shows, the part that the frame shows too, wherever. */
  readonly shown: number
  readonly isKept: boolean
}

/** An edge: this much difference of brightness of 255 between neighbours. */
const LEAST_STEP = 10
/** Pixels that a thing's edge may be off, and how far off one is looked for. */
const NEAR = 1
const FAR = 5
/** Less than this and the frame shows other things, or the same ones elsewhere. */
const LEAST_KEPT = 0.85
const LEAST_SHOWN = 0.5

/**
 * Compares a restyled frame with the ids of the film's own: things may look otherwise, but not end elsewhere. Where two things meet
 * and the film shows an edge, the frame's strongest edge near by must lie there.
 *
 * @param restyled, original sRGB, three bytes a pixel. @param instance Ids, one a pixel.
 * @throws RangeError when one of them is of another size.
 */
export function checkRestyled(
  restyled: Uint8Array,
  original: Uint8Array,
  instance: Uint32Array,
  { width, height }: { readonly width: number; readonly height: number },
): RestyleCheck {
  if (restyled.length !== 3 * width * height)
    throw new RangeError(`the restyled frame has ${restyled.length / 3} pixels, needs ${width} × ${height}`)
  if (original.length !== restyled.length || instance.length !== width * height)
    throw new RangeError(`the film's frame or ids are not ${width} × ${height}`)
  const [now, before] = [brightnessOf(restyled), brightnessOf(original)]
  let [edges, shown, kept] = [0, 0, 0]
  const visit = (at: number, step: number) => {
    if (instance[at] === instance[at + step] || stepAt(before, at, step, NEAR) < LEAST_STEP) return
    edges++
    const strongest = stepAt(now, at, step, FAR)
    if (strongest < LEAST_STEP) return
    shown++
    if (stepAt(now, at, step, NEAR) >= strongest) kept++
  }
  for (let y = FAR; y < height - FAR - 1; y++)
    for (let x = FAR; x < width - FAR - 1; x++) {
      visit(y * width + x, 1)
      visit(y * width + x, width)
    }
  const parts = { kept: shown > 0 ? kept / shown : 1, shown: edges > 0 ? shown / edges : 1 }
  return { ...parts, isKept: parts.kept >= LEAST_KEPT && parts.shown >= LEAST_SHOWN }
}

/** The largest difference between neighbours up to `reach` steps before and after a border. */
function stepAt(brightness: Float32Array, at: number, step: number, reach: number): number {
  let most = 0
  for (let k = -reach; k <= reach; k++) {
    const from = at + k * step
    most = Math.max(most, Math.abs(brightness[from + step]! - brightness[from]!))
  }
  return most
}

function brightnessOf(bytes: Uint8Array): Float32Array {
  return Float32Array.from({ length: bytes.length / 3 }, (_, pixel) => {
    return 0.3 * bytes[3 * pixel]! + 0.6 * bytes[3 * pixel + 1]! + 0.1 * bytes[3 * pixel + 2]!
  })
}
