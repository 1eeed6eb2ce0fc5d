import type { OutlineResult } from './outlines.ts'
import { drawGrid } from './table.ts'
import { quantile } from './tally.ts'

/** The physical rows of the random outlines, by shape and by room type. */
export function drawOutlines(results: readonly OutlineResult[]): string {
  const names = (pick: (result: OutlineResult) => string) => [...new Set(results.map(pick))].sort()
  const head = [
    '',
    'rooms',
    'objects a room',
    'overlapping',
    'outside',
    'doors blocked',
    'reached',
    'floor together',
    'unmet',
    'p50',
    'p95',
    'processor p95',
  ]
  return (
    drawGrid([
      head,
      ...names(({ shape }) => shape).map((name) =>
        row(
          name,
          results.filter(({ shape }) => shape === name),
        ),
      ),
      ...names(({ type }) => type).map((name) =>
        row(
          name,
          results.filter(({ type }) => type === name),
        ),
      ),
      row('all', results),
      ['must', '', '', '0', '0', '0', '95 %', '99 %', '', '', '3 s', ''],
    ]) + breaches(results)
  )
}

function row(name: string, results: readonly OutlineResult[]): string[] {
  const sum = (measure: (result: OutlineResult) => number) => results.reduce((total, each) => total + measure(each), 0)
  const percent = (part: number, of: number) => (of > 0 ? `${((part / of) * 100).toFixed(2)} %` : '–')
  const times = results.map(({ ms }) => ms)
  const cpuTimes = results.flatMap(({ cpuMs }) => (cpuMs === undefined ? [] : [cpuMs]))
  return [
    name,
    String(results.length),
    (sum(({ physical }) => physical.objects) / results.length).toFixed(1),
    String(sum(({ physical }) => physical.overlapping)),
    String(sum(({ physical }) => physical.outside)),
    String(sum(({ physical }) => physical.doorsBlocked)),
    percent(
      sum(({ physical }) => physical.reached),
      sum(({ physical }) => physical.used),
    ),
    percent(
      sum(({ physical }) => physical.connected),
      sum(({ physical }) => physical.walkable),
    ),
    String(sum(({ unmet }) => unmet)),
    `${(quantile(times, 0.5) / 1000).toFixed(2)} s`,
    `${(quantile(times, 0.95) / 1000).toFixed(2)} s`,
    `${(quantile(cpuTimes, 0.95) / 1000).toFixed(2)} s`,
  ]
}

/** Each breach with the number of its outline, so that it can be looked at. */
function breaches(results: readonly OutlineResult[]): string {
  const lines = results.flatMap(({ seed, shape, type, physical, error }) => [
    ...(error ? [`  outline ${seed} (${shape} ${type}) threw ${error}`] : []),
    ...physical.breaches.map(
      ({ bar, what, measured }) => `  outline ${seed} (${shape} ${type}) ${bar}: ${what} ${measured.toFixed(3)}`,
    ),
  ])
  const shown = lines.slice(0, 40)
  return lines.length === 0
    ? ''
    : `\n${[...shown, ...(lines.length > 40 ? [`  … ${lines.length - 40} more`] : [])].join('\n')}`
}
