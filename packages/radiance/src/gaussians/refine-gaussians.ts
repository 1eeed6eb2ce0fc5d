import type { ThreadPool } from '../threads/thread-pool.ts'
import { shareArray } from '../trace/share-scene.ts'
import { type Convention, SPARK } from './convention.ts'
import type { Gaussians } from './gaussians.ts'
import type { RefineResult, RefineTask } from './refine-job.ts'
import { createViewSpreader, emptySums, HARMONIC_SUMS, type TargetView, type ViewSums } from './spread-views.ts'

export type RefineOptions = {
  readonly passes?: number
  /** How viewers draw. */
  readonly convention?: Convention
  /** Rows that may change with the direction of view: 1 may. Absent: as the table has harmonics, all or none. */
  readonly glossy?: Uint8Array
  /** Per row: weight (pixels) that holds its colour where it is, besides the little that holds all. */
  readonly hold?: Float32Array
  /** Threads to draw with. Absent: the calling one. */
  readonly pool?: ThreadPool
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, total: number) => void
}

export const REFINE_DEFAULTS = { passes: 3, convention: SPARK } as const

const job = new URL('./refine-job.ts', import.meta.url)

/** Over-relaxation of the colour step: the views overlap, so that single steps fall short. */
const STEP = 1.4
/** Weight (pixels) that holds a gaussian where it was. */
const HOLD = 0.3
/** Weight that holds harmonics at nothing, against fitting the places where the pictures were taken. */
const HOLD_HARMONIC = 6
const HARMONIC_STEP = 0.6
const BRIGHTEST = 1.3

/**
 * Changes the colours of gaussians (nothing else) until they look like the views. With the geometry fixed every pixel is linear
 * in them: each pass draws all views and spreads what they lack.
 *
 * @returns A new table, in shared memory. `errors` is the mean squared error before each pass.
 */
export async function refineGaussians(
  gaussians: Gaussians,
  views: readonly TargetView[],
  options: RefineOptions = {},
): Promise<{ gaussians: Gaussians; errors: number[] }> {
  const { passes, convention, glossy, hold, pool, signal, onProgress } = { ...REFINE_DEFAULTS, ...options }
  const slots = slotsOf(gaussians, glossy)
  const refined = shareColumns(gaussians, slots.rows.length > 0)
  const crew = pool
    ? workTogether(pool, refined, slots, views.map(shareView), convention, signal)
    : workAlone(refined, slots, views, convention)
  const errors: number[] = []
  let done = 0
  for (let pass = 0; pass < passes; pass++) {
    signal?.throwIfAborted()
    const sums = await crew(pass, () => onProgress?.(++done, passes * views.length))
    errors.push(sums.squaredError / Math.max(1, sums.pixels))
    step(refined, slots, sums, hold)
  }
  return { gaussians: refined, errors }
}

/** A table in shared memory; colours and harmonics are its own. */
function shareColumns(gaussians: Gaussians, withHarmonics: boolean): Gaussians {
  const harmonics = gaussians.harmonics ?? new Float32Array(gaussians.count * 9)
  return {
    ...gaussians,
    positions: shareArray(gaussians.positions),
    scales: shareArray(gaussians.scales),
    rotations: shareArray(gaussians.rotations),
    opacities: shareArray(gaussians.opacities),
    colors: shareArray(gaussians.colors),
    instances: shareArray(gaussians.instances),
    semantics: shareArray(gaussians.semantics),
    ...(withHarmonics && { harmonics: shareArray(harmonics) }),
  }
}

function shareView(view: TargetView): TargetView {
  const share = (bytes: Uint8Array) => (bytes.buffer instanceof SharedArrayBuffer ? bytes : shareArray(bytes))
  return { ...view, display: share(view.display), ...(view.mask && { mask: share(view.mask) }) }
}

/** Gaussians with harmonics: their rows, and per gaussian its place among them or −1. */
type Slots = { readonly places: Int32Array; readonly rows: Int32Array }

function slotsOf(gaussians: Gaussians, glossy: Uint8Array | undefined): Slots {
  const slots = new Int32Array(gaussians.count).fill(-1)
  const rows: number[] = []
  for (let row = 0; row < gaussians.count; row++) {
    if (!(glossy ? glossy[row] : gaussians.harmonics)) continue
    slots[row] = rows.length
    rows.push(row)
  }
  return { places: slots, rows: Int32Array.from(rows) }
}

function step(gaussians: Gaussians, { rows, places }: Slots, sums: ViewSums, hold?: Float32Array): void {
  const { colors, harmonics, count } = gaussians
  for (let row = 0; row < count; row++) {
    if (places[row]! >= 0) continue
    const share = STEP / (sums.color[4 * row + 3]! + HOLD + (hold?.[row] ?? 0))
    for (let c = 0; c < 3; c++) colors[3 * row + c] = bounded(colors[3 * row + c]! + share * sums.color[4 * row + c]!)
  }
  const matrix = new Float64Array(16)
  const side = new Float64Array(12)
  for (let slot = 0; slot < rows.length; slot++) {
    const row = rows[slot]!
    readEquations(sums.harmonic, slot * HARMONIC_SUMS, matrix, side)
    matrix[0]! += hold?.[row] ?? 0
    // The coefficients so far are held too: what is sought is a change, but the pull is towards no harmonics.
    for (let k = 1; k < 4; k++) {
      for (let c = 0; c < 3; c++) side[3 * k + c]! -= HOLD_HARMONIC * harmonics![9 * row + 3 * (k - 1) + c]!
    }
    solve(matrix, side)
    for (let c = 0; c < 3; c++) {
      colors[3 * row + c] = bounded(colors[3 * row + c]! + STEP * side[c]!)
      for (let k = 1; k < 4; k++) harmonics![9 * row + 3 * (k - 1) + c]! += HARMONIC_STEP * side[3 * k + c]!
    }
  }
}

const bounded = (value: number): number => Math.min(BRIGHTEST, Math.max(0, value))

function readEquations(sums: Float32Array, at: number, matrix: Float64Array, side: Float64Array): void {
  let entry = at
  for (let a = 0; a < 4; a++) {
    for (let b = a; b < 4; b++) {
      matrix[4 * a + b] = sums[entry]!
      matrix[4 * b + a] = sums[entry++]!
    }
  }
  matrix[0]! += HOLD
  for (let k = 1; k < 4; k++) matrix[5 * k]! += HOLD_HARMONIC
  for (let k = 0; k < 12; k++) side[k] = sums[entry++]!
}

/** Solves four equations for three right sides in place, by Cholesky; the matrix is positive definite. */
function solve(m: Float64Array, side: Float64Array): void {
  for (let i = 0; i < 4; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = m[4 * i + j]!
      for (let k = 0; k < j; k++) sum -= m[4 * i + k]! * m[4 * j + k]!
      m[4 * i + j] = i === j ? Math.sqrt(Math.max(sum, 1e-9)) : sum / m[5 * j]!
    }
  }
  for (let c = 0; c < 3; c++) {
    for (let i = 0; i < 4; i++) {
      let sum = side[3 * i + c]!
      for (let k = 0; k < i; k++) sum -= m[4 * i + k]! * side[3 * k + c]!
      side[3 * i + c] = sum / m[5 * i]!
    }
    for (let i = 3; i >= 0; i--) {
      let sum = side[3 * i + c]!
      for (let k = i + 1; k < 4; k++) sum -= m[4 * k + i]! * side[3 * k + c]!
      side[3 * i + c] = sum / m[5 * i]!
    }
  }
}

/** Who draws the views of a pass: the threads of a pool, or this one. */
type Crew = (pass: number, onView: () => void) => Promise<ViewSums>

function workAlone(gaussians: Gaussians, slots: Slots, views: readonly TargetView[], convention: Convention): Crew {
  const spreader = createViewSpreader(gaussians, slots.places, convention)
  return async (_pass, onView) => {
    const sums = emptySums(gaussians.count, slots.rows.length)
    spreader.setColors(gaussians.colors, gaussians.harmonics)
    for (const view of views) {
      spreader.add(view, sums)
      onView()
    }
    return sums
  }
}

let refinements = 0

function workTogether(
  pool: ThreadPool,
  gaussians: Gaussians,
  slots: Slots,
  views: readonly TargetView[],
  convention: Convention,
  signal: AbortSignal | undefined,
): Crew {
  const key = ++refinements
  const shared = { gaussians, slots: shareArray(slots.places), convention, key }
  const seats = Array.from({ length: pool.size }, () => {
    const { color, harmonic } = emptySums(gaussians.count, slots.rows.length)
    return { color: shareArray(color), harmonic: shareArray(harmonic) }
  })
  return async (pass, onView) => {
    for (const { color, harmonic } of seats) {
      color.fill(0)
      harmonic.fill(0)
    }
    const parts = await Promise.all(
      views.map(async (view) => {
        const task: RefineTask = { ...shared, pass, view, sums: seats }
        const part = await pool.run<RefineResult>(job, task, signal ? { signal } : {})
        onView()
        return part
      }),
    )
    return addUp(seats, parts)
  }
}

function addUp(seats: readonly Pick<ViewSums, 'color' | 'harmonic'>[], parts: readonly RefineResult[]): ViewSums {
  const [first, ...others] = seats
  for (const { color, harmonic } of others) {
    for (let i = 0; i < color.length; i++) first!.color[i]! += color[i]!
    for (let i = 0; i < harmonic.length; i++) first!.harmonic[i]! += harmonic[i]!
  }
  const total = (pick: (part: RefineResult) => number) => parts.reduce((sum, part) => sum + pick(part), 0)
  return { ...first!, squaredError: total((part) => part.squaredError), pixels: total((part) => part.pixels) }
}
