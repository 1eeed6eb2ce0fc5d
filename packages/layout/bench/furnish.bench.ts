import { performance } from 'node:perf_hooks'
import { checkScene } from '@enfilade/critic'
import { applyChange, readScene } from '@enfilade/scene'
import { createBrief, furnish, type RoomType } from '../src/index.ts'
import { findBarFailures } from './bars.ts'
import { benchTypes, createIds, createRandomRoom, outlineShapes } from './rooms.ts'

type Row = {
  rooms: number
  items: number
  failed: number
  errors: number
  warnings: number
  missing: number
  times: number[]
}

const emptyRow = (): Row => ({ rooms: 0, items: 0, failed: 0, errors: 0, warnings: 0, missing: 0, times: [] })

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

const format = (name: string, row: Row): string =>
  [
    name.padEnd(12),
    String(row.rooms).padStart(6),
    (row.items / row.rooms).toFixed(1).padStart(8),
    String(row.failed).padStart(8),
    String(row.errors).padStart(8),
    (row.warnings / row.rooms).toFixed(2).padStart(10),
    String(row.missing).padStart(9),
    quantile(row.times, 0.5).toFixed(0).padStart(8),
    quantile(row.times, 0.95).toFixed(0).padStart(8),
  ].join('')

const head = ['', 'rooms', 'items', 'failed', 'errors', 'warnings', 'no main', 'p50 ms', 'p95 ms']
const heading = head
  .map((word, index) => (index === 0 ? word.padEnd(12) : word.padStart([0, 6, 8, 8, 8, 10, 9, 8, 8][index]!)))
  .join('')

/** Furnishes random outlines and counts every breach of the bars, per outline shape and room type. */
const run = async (args: string[]): Promise<void> => {
  const count = Number(args[0] ?? 500)
  const first = Number(args[1] ?? 0)
  const byShape = new Map(outlineShapes.map((shape) => [shape as string, emptyRow()]))
  const byType = new Map(benchTypes.map((type) => [type, emptyRow()]))
  const all = emptyRow()
  const failures = new Map<string, number>()
  const errors = new Map<string, number>()
  for (let seed = first; seed < first + count; seed++) {
    const { shape, type, document } = createRandomRoom(seed)
    const begin = performance.now()
    const result = furnish({ document, brief: createBrief(type as RoomType), seed, createId: createIds() })
    const time = performance.now() - begin
    const furnished = result.groups.reduce((current, group) => applyChange(current, group.change), document)
    const scene = readScene(furnished)
    const room = [...scene.rooms].sort((a, b) => b.area - a.area)[0]!
    const broken = findBarFailures(scene, room)
    const findings = checkScene(scene)
    for (const { bar, what } of broken) count1(failures, `${bar}: ${what} (seed ${seed}, ${shape} ${type})`)
    for (const finding of findings) if (finding.severity === 'error') count1(errors, `${finding.rule} (seed ${seed})`)
    for (const row of [byShape.get(shape)!, byType.get(type)!, all]) {
      row.rooms++
      row.items += scene.items.length
      row.failed += broken.length > 0 ? 1 : 0
      row.errors += findings.filter(({ severity }) => severity === 'error').length
      row.warnings += findings.filter(({ severity }) => severity === 'warning').length
      row.missing += result.unmet.length
      row.times.push(time)
    }
  }
  console.log(heading)
  for (const [name, row] of [...byShape, ...byType]) if (row.rooms > 0) console.log(format(name, row))
  console.log(format('all', all))
  console.log(`failures of the bars: ${[...failures.values()].reduce((sum, value) => sum + value, 0)}`)
  for (const [name, number] of [...failures].slice(0, 40)) console.log(`  ${number} × ${name}`)
  console.log(`error-level findings: ${[...errors.values()].reduce((sum, value) => sum + value, 0)}`)
  for (const [name, number] of [...errors].slice(0, 40)) console.log(`  ${number} × ${name}`)
}

const count1 = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

export default {
  name: 'furnish',
  summary: 'random outlines (L, U, T, slanted, with columns) furnished: failures by kind, objects a room, time',
  run,
}
