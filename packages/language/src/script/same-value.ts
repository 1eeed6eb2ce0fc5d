/** Deep equality of plain JSON values. An absent property and an undefined one are the same; 0 and −0 are not. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((value, i) => isSameValue(value, b[i]))
    )
  }
  const left = a as Record<string, unknown>
  const right = b as Record<string, unknown>
  return (
    Object.keys(left).every((key) => isSameValue(left[key], Object.hasOwn(right, key) ? right[key] : undefined)) &&
    Object.keys(right).every((key) => right[key] === undefined || Object.hasOwn(left, key))
  )
}

/** How far a number of a core line may be from the one that our own line implies and still be the same: rounding, not an edit. */
const ROUNDING = 1e-9

export function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= ROUNDING * Math.max(1, Math.abs(a), Math.abs(b))
}

export function areNear(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, i) => isNear(value, b[i]!))
}
