import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { roomIds } from './radiance/rooms.ts'
import { type Effort, runRoom } from './radiance/run-room.ts'
import { drawTable, type RoomResult } from './radiance/table.ts'

const usage = `  --room ID     one room (or several, by commas): ${roomIds().join(', ')}
  --quick       preview quality, few views and poses, no edits, no film: whether it works, not how well
  --full        200 free poses a room, and more paths
  --json FILE   the numbers, as JSON
`

const small = { width: 160, bakedSamples: 8 }
const large = { width: 256, bakedSamples: 32 }
const efforts: { readonly [name in 'quick' | 'usual' | 'full']: Effort } = {
  quick: { ...small, quality: 'preview', heldOut: 2, poses: 4, pairs: 1, samples: 8, edits: false, film: false },
  usual: { ...large, quality: 'normal', heldOut: 6, poses: 24, pairs: 6, samples: 32, edits: true, film: true },
  full: { ...large, quality: 'normal', heldOut: 12, poses: 200, pairs: 12, samples: 256, edits: true, film: true },
}

async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      room: { type: 'string' },
      quick: { type: 'boolean' },
      full: { type: 'boolean' },
      json: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return void process.stdout.write(usage)
  const ids = values.room?.split(',') ?? roomIds()
  const unknown = ids.find((id) => !roomIds().includes(id))
  if (unknown !== undefined) return void process.stdout.write(`There is no room ${unknown}.\n${usage}`)
  const effort = efforts[values.quick ? 'quick' : values.full ? 'full' : 'usual']
  const results: RoomResult[] = []
  for (const [index, id] of ids.entries()) {
    // One film is enough: the first room's, the living room of 25 m².
    const asked = { ...effort, film: effort.film && index === 0 }
    results.push(await runRoom(id, asked, (line) => process.stderr.write(`${line}\n`)))
    process.stdout.write(`\n${drawTable(results)}\n`)
  }
  process.stdout.write(`\n${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; times are wall times\n`)
  if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`)
}

export default { name: 'radiance', summary: 'eight furnished rooms: views, gaussians, times', run }
