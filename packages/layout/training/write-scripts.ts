// Lines for the script model: node --import ./infra/typescript.mjs packages/layout/training/write-scripts.ts FOLDER FILE.jsonl...
// Reads samples of generate.ts; writes each room in its eight turns and mirrors, as numbers of words, with the words beside.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { roomTypes } from '../src/brief.ts'
import {
  CONTEXT,
  createScriptFrame,
  roomWords,
  scriptNumber,
  scriptWords,
  thingsWords,
} from '../src/model/script-tokens.ts'
import { openSample } from '../src/samples/furnish-sample.ts'
import type { Sample } from '../src/samples/sample.ts'

const [folder, ...files] = process.argv.slice(2)
if (!folder || files.length === 0) {
  process.stderr.write('write-scripts.ts FOLDER FILE.jsonl...\n')
  process.exit(64)
}
const lines: { readonly words: readonly number[]; readonly things: number }[] = []
for (const file of files) {
  for (const line of readFileSync(file, 'utf8').split('\n').slice(0, -1)) writeRoom(JSON.parse(line))
}
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'words.u16'), Uint16Array.from(lines.flatMap(({ words }) => words)))
writeFileSync(
  join(folder, 'lengths.i32'),
  Int32Array.from(lines.flatMap(({ words, things }) => [words.length, things])),
)
writeFileSync(join(folder, 'vocabulary.json'), JSON.stringify({ words: scriptWords, rooms: roomTypes }))

/** Eight lines; none for a room that is too long in words. */
function writeRoom({ seed, brief, items }: Sample): void {
  const { site } = openSample(seed)
  const things = items
    .filter(({ on }) => on === 'floor')
    .map(({ category, size, at }) => ({ category, size, x: at[0], y: at[1], yaw: at[3] }))
  const room: typeof lines = []
  for (const isMirrored of [false, true]) {
    for (let turn = 0; turn < 4; turn++) {
      const frame = createScriptFrame(site, turn, isMirrored)
      const begin = roomWords(site, brief, frame)
      const words = [...begin, ...thingsWords(things, frame), 'end'].map((word) => scriptNumber(word)!)
      if (words.length <= CONTEXT) room.push({ words, things: begin.length })
    }
  }
  if (room.length === 8) lines.push(...room)
}
