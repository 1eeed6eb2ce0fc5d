import type { LayoutContext } from './result.ts'

/** Whether to stop: asked for from outside, or the time ceiling is reached. Without either, never. */
export const createDeadline = ({
  shouldStop,
  budgetMs,
}: Pick<LayoutContext, 'shouldStop' | 'budgetMs'>): (() => boolean) => {
  if (budgetMs === undefined) return () => shouldStop?.() ?? false
  const end = performance.now() + budgetMs
  return () => (shouldStop?.() ?? false) || performance.now() >= end
}
