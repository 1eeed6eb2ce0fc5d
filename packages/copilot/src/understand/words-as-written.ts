/**
 * The same value with every text in it that stands in the simplified request as it was written there.
 *
 * @param simple The request with simplified characters, of equal length.
 */
export function withWordsOf<Value>(request: string, simple: string, value: Value): Value {
  const restore = (each: unknown): unknown => {
    if (typeof each === 'string') {
      const at = simple.indexOf(each)
      return at < 0 || each.length === 0 ? each : request.slice(at, at + each.length)
    }
    if (Array.isArray(each)) return each.map(restore)
    if (each === null || typeof each !== 'object') return each
    return Object.fromEntries(Object.entries(each).map(([key, own]) => [key, restore(own)]))
  }
  return restore(value) as Value
}
