// The search model from nothing, on two cores and no GPU: node --import ./infra/typescript.mjs
// packages/layout/training/make-search-model.ts --work FOLDER [--rooms 5000] [--steps 3000] [--minutes 20] [--out BASE]
// Each step goes on where it was stopped. BASE defaults to FOLDER/search-model; the shipped one is
// packages/layout/models/search-model. Needs a Python with torch and onnx (PYTHON, default /usr/bin/python3).
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    work: { type: 'string' },
    rooms: { type: 'string', default: '5000' },
    steps: { type: 'string', default: '3000' },
    minutes: { type: 'string', default: '20' },
    out: { type: 'string' },
  },
})
if (!values.work) {
  process.stderr.write('make-search-model.ts --work FOLDER [--rooms N] [--steps N] [--minutes M] [--out BASE]\n')
  process.exit(64)
}
const here = dirname(fileURLToPath(import.meta.url))
const python = process.env.PYTHON ?? '/usr/bin/python3'
const data = join(values.work, 'searches.jsonl')
const trained = join(values.work, 'trained')
mkdirSync(values.work, { recursive: true })

step(process.execPath, [...process.execArgv, join(here, 'log-searches.ts'), '--count', values.rooms, '--out', data])
const length = ['--steps', values.steps, '--minutes', values.minutes]
step(python, [join(here, 'train_search.py'), data, trained, ...length])
step(python, [
  join(here, 'export_search.py'),
  join(trained, 'last.pt'),
  values.out ?? join(values.work, 'search-model'),
])

function step(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, OMP_NUM_THREADS: '1' } })
  if (status !== 0) process.exit(status ?? 1)
}
