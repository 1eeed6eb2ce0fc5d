export type PlainObject = { readonly [key: string]: unknown }

export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The property if it is the object's own: `__proto__` and `constructor` of garbage are never read from the prototype. */
export function ownValue(object: PlainObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

/** Deep equality of JSON values; a property that is undefined counts as absent, NaN equals itself. */
export function isEqualJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b) || a === b) return true
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((value, i) => isEqualJson(value, b[i]))
  }
  if (!isPlainObject(a) || !isPlainObject(b)) return false
  for (const key of Object.keys(a)) if (!isEqualJson(a[key], ownValue(b, key))) return false
  for (const key of Object.keys(b)) if (b[key] !== undefined && ownValue(a, key) === undefined) return false
  return true
}

/** Order of ids everywhere: by code unit, the same on every machine and in every language. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
