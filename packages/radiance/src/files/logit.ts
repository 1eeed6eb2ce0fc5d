/** Files with a logit cannot hold 0 or 1. */
const NEAREST = 1e-5

export function logit(alpha: number): number {
  const inside = Math.min(1 - NEAREST, Math.max(NEAREST, alpha))
  return Math.log(inside / (1 - inside))
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}
