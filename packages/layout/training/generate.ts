// Writes samples: node --import ./infra/typescript.mjs packages/layout/training/generate.ts --count 1000 --seed 0 --out FILE.jsonl
// [--effort quick|long]. Equal arguments give equal bytes. Says how many rooms an hour that was.
import { appendFileSync, writeFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { checkSample, createSample, sampleKey } from '../src/samples/sample.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100' },
    seed: { type: 'string', default: '0' },
    effort: { type: 'string', default: 'quick' },
    out: { type: 'string' },
  },
})
const [count, first] = [Number(values.count), Number(values.seed)]
if (!values.out || !(count > 0) || !(first >= 0) || (values.effort !== 'quick' && values.effort !== 'long')) {
  process.stderr.write('generate.ts --out FILE.jsonl [--count N] [--seed S] [--effort quick|long]\n')
  process.exit(64)
}

/** Bytes kept before they are written. */
const CHUNK = 1 << 20
const seen = new Set<string>()
let lines = ''
let written = 0
let repeated = 0
writeFileSync(values.out, '')
const begin = performance.now()
for (let seed = first; seed < first + count; seed++) {
  const sample = createSample(seed, values.effort)
  // Where nothing finds a place there is nothing to learn.
  if (sample.items.length === 0) continue
  const problems = checkSample(sample)
  if (problems.length > 0) throw new Error(`seed ${seed}: ${problems.join('; ')}`)
  if (seen.has(sampleKey(sample))) {
    repeated++
    continue
  }
  seen.add(sampleKey(sample))
  lines += `${JSON.stringify(sample)}\n`
  written++
  if (lines.length > CHUNK) {
    appendFileSync(values.out, lines)
    lines = ''
  }
}
appendFileSync(values.out, lines)
const hours = (performance.now() - begin) / 3.6e6
const cpuHours = (process.cpuUsage().user + process.cpuUsage().system) / 3.6e9
process.stdout.write(
  `${written} rooms, ${repeated} repeated; ${Math.round(count / hours)} an hour in this process, ${Math.round(count / cpuHours)} an hour of its own processor time\n`,
)
