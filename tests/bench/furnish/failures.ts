import { describeWhat } from './evaluate/select.ts'
import type { BenchRequest, Expectation } from './request.ts'
import type { CaseResult } from './run-case.ts'

/** An expectation in one line. */
export function describeExpectation(expectation: Expectation): string {
  const { type, ...rest } = expectation
  const words = Object.entries(rest).map(([key, value]) => {
    if (typeof value !== 'number' && (key === 'what' || key === 'to' || key === 'and' || key === 'except'))
      return `${key === 'what' ? '' : `${key} `}${describeWhat(value as never)}`
    if (key === 'relation') return String(value)
    if (value === true) return key
    return `${key} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`
  })
  return `${type}: ${words.join(' ')}`
}

const keyOf = (expectation: Expectation): string => {
  if (expectation.type === 'relation' || expectation.type === 'building')
    return `${expectation.type} ${expectation.relation}`
  if (expectation.type === 'attribute') {
    const { type: _, what: __, every: ___, room: ____, ...looks } = expectation
    return `attribute ${Object.keys(looks).sort().join('+')}`
  }
  return expectation.type
}

/** Failures by kind of expectation, the most frequent first. Of results that are not shown, their number alone. */
export function listFailures(results: readonly CaseResult[], shown: ReadonlySet<CaseResult>): string {
  const groups = new Map<string, string[]>()
  const asked = new Map<string, number>()
  for (const result of results) {
    const { id, judged, physical, error } = result
    const line = (text: string) => (shown.has(result) ? `    ${id}  ${text}\n` : '')
    const add = (key: string, text: string) => groups.set(key, [...(groups.get(key) ?? []), line(text)])
    if (error) add('threw', error)
    for (const { expectation, holds, reason } of judged) {
      const key = keyOf(expectation)
      asked.set(key, (asked.get(key) ?? 0) + 1)
      if (!holds) add(key, `${describeExpectation(expectation)} → ${reason}`)
    }
    for (const { bar, what, ids, measured } of physical.breaches)
      add(`breach ${bar}`, `${what} (${ids.join(', ')}) ${measured.toFixed(3)}`)
    if (physical.unreached.length > 0) add('unreached', physical.unreached.join(', '))
  }
  return [...groups]
    .sort(([a, listA], [b, listB]) => listB.length - listA.length || (a < b ? -1 : 1))
    .map(([key, list]) => `${key}: ${list.length}${asked.has(key) ? ` of ${asked.get(key)}` : ''}\n${list.join('')}`)
    .join('')
}

/** One request in full: what was asked, what held, what stands in the rooms. */
export function explainCase(
  request: BenchRequest,
  { judged, physical, ms, error, scene, report, understood }: CaseResult,
): string {
  const lines = [`${request.id} (${request.voice}${request.scene ? `, in ${request.scene}` : ''}): ${request.prompt}`]
  if (error) lines.push(`  THREW ${error}`)
  for (const { expectation, holds, reason } of judged)
    lines.push(`  ${holds ? 'pass' : 'FAIL'}  ${describeExpectation(expectation)}${reason ? ` → ${reason}` : ''}`)
  for (const { bar, what, measured } of physical.breaches) lines.push(`  BREACH ${bar}: ${what} ${measured.toFixed(3)}`)
  lines.push(
    `  ${Math.round(ms)} ms; ${physical.objects} objects in ${physical.rooms} rooms; unreached: ${physical.unreached.join(', ') || 'none'}`,
  )
  for (const { type, name, polygon } of scene.rooms) lines.push(`  room ${type} “${name}” ${JSON.stringify(polygon)}`)
  for (const o of scene.objects) {
    const place = `${o.center.map((value) => value.toFixed(2)).join(', ')} yaw ${((o.yaw * 180) / Math.PI).toFixed(0)}°`
    const looks = [o.color, o.material, o.shape, o.style].filter(Boolean).join(' ')
    lines.push(
      `    ${o.id} ${o.category}${o.placeholder ? ' (placeholder)' : ''} “${o.label}” at ${place}, ${o.size.map((s) => s.toFixed(2)).join(' × ')}, ${o.mount}${o.support ? ` ${o.support}` : ''}; ${looks}`,
    )
  }
  for (const { request: words, reason } of scene.unmet) lines.push(`  unmet “${words}”: ${reason}`)
  lines.push(`  understood: ${JSON.stringify(understood)}`)
  lines.push(report.replaceAll(/^/gm, '  | '))
  return lines.join('\n')
}
