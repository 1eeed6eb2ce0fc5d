import { isMet, type MeasureName, targets } from './targets.ts'

export type RoomResult = { readonly id: string; readonly measures: { readonly [name in MeasureName]?: number } }

/** A row per measure: what is published, what is asked, the mean and the worst room, then room after room. `!` marks what misses its mark. */
export function drawTable(results: readonly RoomResult[]): string {
  const head = ['', 'published', 'must', 'mean', 'worst', ...results.map(({ id }) => id)]
  const rows = (Object.keys(targets) as MeasureName[])
    .filter((name) => results.some(({ measures }) => measures[name] !== undefined))
    .map((name) => {
      const target = targets[name]
      const cell = (value: number | undefined) =>
        value === undefined ? '' : `${target.show(value)}${isMet(target, value) ? '' : ' !'}`
      const values = results.flatMap(({ measures }) => measures[name] ?? [])
      const worst = target.bound === 'least' ? Math.min(...values) : Math.max(...values)
      const must = `${target.bound === 'least' ? '≥' : '≤'} ${target.show(target.must)}`
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      return [
        target.title,
        target.published,
        must,
        cell(mean),
        cell(worst),
        ...results.map(({ measures }) => cell(measures[name])),
      ]
    })
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]!.length)))
  return [head, ...rows]
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
