import type { JobContext } from '../threads/thread-pool.ts'
import type { Convention } from './convention.ts'
import type { Gaussians } from './gaussians.ts'
import { createViewSpreader, type TargetView, type ViewSpreader, type ViewSums } from './spread-views.ts'

/** One view's share of a pass. All arrays are shared. */
export type RefineTask = {
  /** Tells refinements apart in a thread. */
  readonly key: number
  readonly pass: number
  readonly gaussians: Gaussians
  readonly slots: Int32Array
  readonly convention: Convention
  readonly view: TargetView
  /** One per thread of the pool. */
  readonly sums: readonly Pick<ViewSums, 'color' | 'harmonic'>[]
}

export type RefineResult = Pick<ViewSums, 'squaredError' | 'pixels'>

/** The one refinement that this thread works at. */
let open: { key: number; pass: number; spreader: ViewSpreader } | undefined

export function perform(task: RefineTask, { seat }: JobContext): RefineResult {
  const { gaussians, slots, convention, view } = task
  if (open?.key !== task.key) {
    open = undefined
    open = { key: task.key, pass: 0, spreader: createViewSpreader(gaussians, slots, convention) }
  }
  if (open.pass !== task.pass) open.spreader.setColors(gaussians.colors, gaussians.harmonics)
  open.pass = task.pass
  const sums: ViewSums = { ...task.sums[seat]!, squaredError: 0, pixels: 0 }
  open.spreader.add(view, sums)
  return { squaredError: sums.squaredError, pixels: sums.pixels }
}
