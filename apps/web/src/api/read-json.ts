/** Light reading of what the server says: wrong shapes become defaults or undefined, never exceptions later on. */
export type Json = { readonly [key: string]: unknown }

export function readObject(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
}

export function readString(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

export function readNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** The list itself, or the first list found under one of `keys` (`{items: […]}`). */
export function readList(value: unknown, ...keys: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value
  const object = readObject(value)
  for (const key of keys) if (Array.isArray(object[key])) return object[key]
  return []
}

export function readOneOf<T extends string>(value: unknown, choices: readonly T[]): T | undefined {
  return choices.find((choice) => choice === value)
}

/** ISO text or milliseconds → ISO text. */
export function readTime(value: unknown): string | undefined {
  const date = typeof value === 'number' || typeof value === 'string' ? new Date(value) : undefined
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : undefined
}
