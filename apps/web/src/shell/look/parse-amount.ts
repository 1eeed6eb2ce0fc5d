/**
 * A number as people write it: with a unit behind it, a comma for a point, or separators of thousands.
 *
 * @returns undefined for text without a number, or one out of bounds.
 */
export function parseAmount(text: string, min: number, max: number): number | undefined {
  const found = /^\s*([-−+]?)\s*(\d[\d\s,.]*)/.exec(text.normalize('NFKC'))
  if (!found) return undefined
  const digits = found[2]!.replaceAll(/\s/g, '').replace(/[.,]$/, '')
  const value = Number(plain(digits)) * (found[1] === '-' || found[1] === '−' ? -1 : 1)
  return Number.isFinite(value) && value >= min && value <= max ? value : undefined
}

/** "1,200" and "1,200.5" have separators, "2,5" a comma for a point. */
function plain(digits: string): string {
  if (digits.includes('.') || /^\d{1,3}(,\d{3})+$/.test(digits)) return digits.replaceAll(',', '')
  return digits.replace(',', '.')
}
