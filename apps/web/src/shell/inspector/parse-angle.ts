/** Reads degrees ("45", "45°", "-90 deg") or radians ("1.57 rad"). @returns radians, or undefined. */
export function parseAngle(text: string): number | undefined {
  const match = /^\s*([+-]?\d*[.,]?\d+)\s*(°|deg|degrees?|度|rad)?\s*$/i.exec(text)
  if (!match) return undefined
  const value = Number(match[1]!.replace(',', '.'))
  if (!Number.isFinite(value)) return undefined
  return match[2]?.toLowerCase() === 'rad' ? value : (value * Math.PI) / 180
}

/** Degrees from −180 (excluded) to 180, one digit where needed. */
export function formatAngle(radians: number): string {
  const degrees = Math.round((radians * 1800) / Math.PI) / 10
  const turned = degrees - 360 * Math.ceil((degrees - 180) / 360)
  return `${Math.round(turned * 10) / 10}°`
}
