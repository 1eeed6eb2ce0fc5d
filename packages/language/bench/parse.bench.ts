import { createRandom } from '@enfilade/geometry'
import { parseScript, parseScriptEntities, writeScript } from '../src/index.ts'

const OBJECTS = 5000
const RUNS = 25

/** A script with some rooms and 5,000 boxes, numbers as long as published files have them. */
function createScript(): string {
  const random = createRandom('language')
  const walls = Array.from({ length: 100 }, (_, room) => {
    const [x, y] = [(room % 10) * 5, Math.floor(room / 10) * 4]
    const corners = [
      [x, y],
      [x + 4.8, y],
      [x + 4.8, y + 3.8],
      [x, y + 3.8],
    ] as const
    return corners.map(([ax, ay], i) => {
      const [bx, by] = corners[(i + 1) % 4]!
      return `wall_${room * 4 + i}=Wall(${ax},${ay},0.0,${bx},${by},0.0,2.8,0.0)`
    })
  }).flat()
  const boxes = Array.from({ length: OBJECTS }, (_, i) => {
    const numbers = [random() * 50, random() * 40, 0.4, random() * 6, 1.5 + random(), 0.8, 0.8]
    return `bbox_${i}=Bbox(dining_table,${numbers.join(',')})`
  })
  return [...walls, ...boxes].join('\n')
}

/** What one would write in five minutes: split and match. */
function parseNaively(text: string) {
  return text.split('\n').flatMap((line) => {
    const match = /^(\w+)_(\d+)=\w+\((.*)\)$/.exec(line)
    if (!match) return []
    const parts = match[3]!.split(',').map((part) => part.trim())
    return {
      kind: match[1],
      id: Number(match[2]),
      args: parts.map((part) => (/^[-+\d.eE]+$/.test(part) ? Number.parseFloat(part) : part)),
    }
  })
}

type Times = { readonly first: number; readonly median: number; readonly best: number }

function measure(run: () => unknown): Times {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  const sorted = [...times].sort((a, b) => a - b)
  return { first: times[0]!, median: sorted[RUNS >> 1]!, best: sorted[0]! }
}

export default {
  name: 'language',
  summary: `Reads and writes a script of ${OBJECTS} objects; bound: 50 ms for reading, against a naive split.`,
  async run(): Promise<void> {
    const core = createScript()
    const { document } = parseScript(core)
    const whole = writeScript(
      new Map([...document].map(([id, record]) => [record.kind === 'item' ? `thing-${id}` : id, record])),
    )
    const rows: readonly (readonly [string, Times])[] = [
      ['text of core lines (parseScriptEntities)', measure(() => parseScriptEntities(core))],
      ['scene of core lines (parseScript)', measure(() => parseScript(core))],
      ['scene with a line of ours each (parseScript)', measure(() => parseScript(whole))],
      ['writing core lines (writeScript)', measure(() => writeScript(document))],
      ['naive split of core lines', measure(() => parseNaively(core))],
    ]
    const naive = rows.at(-1)![1].median
    console.log(`${'5,000 objects'.padEnd(48)}first ms  median ms  best ms  × naive`)
    for (const [name, { first, median, best }] of rows) {
      const cells = [
        first.toFixed(1).padStart(8),
        median.toFixed(1).padStart(9),
        best.toFixed(1).padStart(7),
        (median / naive).toFixed(2).padStart(7),
      ]
      console.log(`${name.padEnd(48)}${cells.join('  ')}`)
    }
  },
}
