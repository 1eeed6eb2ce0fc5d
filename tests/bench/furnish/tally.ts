import type { Row } from './evaluate/verdict.ts'
import type { CaseResult } from './run-case.ts'

export type Share = { met: number; asked: number }

/** The numbers of one column of the table. */
export type Tally = {
  readonly requests: number
  readonly rows: { readonly [row in Row]: Share }
  readonly whole: Share
  readonly objects: number
  readonly rooms: number
  readonly overlapping: number
  readonly outsideOrBlocking: number
  readonly reach: Share
  readonly floor: Share
  readonly placeholders: Share
  readonly times: readonly number[]
  /** Of the thread, milliseconds; empty where the system does not tell. */
  readonly cpuTimes: readonly number[]
  readonly errors: number
}

export const share = ({ met, asked }: Share): number => (asked === 0 ? Number.NaN : met / asked)

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

export function tally(results: readonly CaseResult[]): Tally {
  const empty = (): Share => ({ met: 0, asked: 0 })
  const rows: { [row in Row]: Share } = {
    counts: empty(),
    relations: empty(),
    building: empty(),
    attributes: empty(),
    space: empty(),
    edits: empty(),
    unmet: empty(),
  }
  for (const { judged } of results)
    for (const { row, holds } of judged) {
      rows[row].asked++
      rows[row].met += Number(holds)
    }
  const sum = (measure: (result: CaseResult) => number) => results.reduce((total, each) => total + measure(each), 0)
  return {
    requests: results.length,
    rows,
    whole: {
      met: results.filter(({ judged, error }) => !error && judged.every(({ holds }) => holds)).length,
      asked: results.length,
    },
    objects: sum(({ physical }) => physical.objects),
    rooms: sum(({ physical }) => physical.rooms),
    overlapping: sum(({ physical }) => physical.overlapping),
    outsideOrBlocking: sum(({ physical }) => physical.outside + physical.doorsBlocked),
    reach: { met: sum(({ physical }) => physical.reached), asked: sum(({ physical }) => physical.used) },
    floor: { met: sum(({ physical }) => physical.connected), asked: sum(({ physical }) => physical.walkable) },
    placeholders: { met: sum(({ placeholders }) => placeholders), asked: sum(({ named }) => named) },
    times: results.map(({ ms, physical }) => ms / Math.max(1, physical.rooms)),
    cpuTimes: results.flatMap(({ cpuMs, physical }) =>
      cpuMs === undefined ? [] : [cpuMs / Math.max(1, physical.rooms)],
    ),
    errors: results.filter(({ error }) => error).length,
  }
}
