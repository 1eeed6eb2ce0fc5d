import type { Locale } from './locale.ts'

const tags = { en: 'en-GB', zh: 'zh-CN' } as const

/** Coarsest unit first; the first that fits at least once is used. */
const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000_000],
  ['month', 2_592_000_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** "3 hours ago", 「3小时前」. Under a minute counts as now. */
export function formatAgo(iso: string, nowMs: number, locale: Locale): string {
  const format = new Intl.RelativeTimeFormat(tags[locale], { numeric: 'auto' })
  const difference = new Date(iso).getTime() - nowMs
  for (const [unit, size] of units) {
    if (Math.abs(difference) >= size) return format.format(Math.trunc(difference / size), unit)
  }
  return format.format(0, 'second')
}

export function formatDate(iso: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))
}

export function formatNumber(value: number, locale: Locale, digits = 2): string {
  return new Intl.NumberFormat(tags[locale], { maximumFractionDigits: digits }).format(value)
}

/** Square metres with two digits under ten and one above. */
export function formatArea(squareMetres: number, locale: Locale): string {
  return `${formatNumber(squareMetres, locale, squareMetres < 10 ? 2 : 1)} m²`
}

/** A measured amount with its unit; metres under one become centimetres, radians degrees, shares per cent. */
export function formatAmount(value: number, unit: string, locale: Locale): string {
  if (unit === 'm' && Math.abs(value) < 1) return `${formatNumber(value * 100, locale, 0)} cm`
  if (unit === 'rad') return `${formatNumber((value * 180) / Math.PI, locale, 0)}°`
  if (unit === 'm2' || unit === 'm²') return formatArea(value, locale)
  if (unit === 'ratio' || unit === '%') {
    return `${formatNumber(unit === '%' ? value : value * 100, locale, 0)} %`
  }
  if (unit === '' || unit === '1' || unit === 'count') return formatNumber(value, locale)
  return `${formatNumber(value, locale)} ${unit}`
}
