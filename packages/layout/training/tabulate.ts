// Tables for train.py: node --import ./infra/typescript.mjs packages/layout/training/tabulate.ts FOLDER FILE.jsonl…
// Reads what solve-rooms.ts wrote (with the same sources: rooms are drawn again from their seeds) and writes the network's
// inputs and targets as raw 32-bit columns.
import { createReadStream, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { kinds } from '@enfilade/catalogue'
import { describePlaces } from '../src/model/place-features.ts'
import { findPlaces, indexPlaces, sharePlaces } from '../src/model/places.ts'
import * as tokens from '../src/model/tokens.ts'
import { openSample } from '../src/samples/furnish-sample.ts'
import type { SolvedRoom } from './solved-room.ts'

/** Layouts of a room that are kept, and places that share a pose. */
const SOLUTIONS = 8
const SHARES = 3
/** Stands for a layout that there is not. */
const NO_COST = 99

const [folder, ...files] = process.argv.slice(2)
if (!folder || files.length === 0) {
  process.stderr.write('tabulate.ts FOLDER FILE.jsonl…\n')
  process.exit(64)
}
const vocabulary = tokens.createVocabulary(kinds.map(({ id }) => id))
const floats: { [name: string]: number[] } = {
  places: [],
  units: [],
  labelShare: [],
  labelSize: [],
  solCost: [],
  things: [],
  room: [],
}
const whole: { [name: string]: number[] } = {
  ...{
    placesN: [],
    unitWord: [],
    unitsN: [],
    labelPlace: [],
    thingWord: [],
    thingUnit: [],
    thingsN: [],
    roomType: [],
    seed: [],
  },
}

for (const file of files) {
  for await (const line of createInterface({ input: createReadStream(file) })) addRoom(JSON.parse(line))
}
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'vocabulary.json'), JSON.stringify(vocabulary))
for (const [name, list] of Object.entries(floats)) writeFileSync(join(folder, `${name}.f32`), Float32Array.from(list))
for (const [name, list] of Object.entries(whole)) writeFileSync(join(folder, `${name}.i32`), Int32Array.from(list))
process.stdout.write(`${whole.seed!.length} rooms, ${vocabulary.words.length} words\n`)

function addRoom({ seed, solutions, things }: SolvedRoom): void {
  const { site, program, brief } = openSample(seed)
  const places = findPlaces(site)
  const index = indexPlaces(places)
  for (const value of describePlaces(site, places)) floats.places!.push(value)
  floats.room!.push(...tokens.describeRoom(site, brief.density))
  whole.placesN!.push(places.length)
  whole.roomType!.push(tokens.roomIndex(vocabulary, brief.room.type))
  whole.seed!.push(seed)
  whole.unitsN!.push(program.units.length)
  for (let rank = 0; rank < SOLUTIONS; rank++) floats.solCost!.push(solutions[rank]?.cost ?? NO_COST)
  for (const [unit, one] of program.units.entries()) {
    floats.units!.push(...tokens.describeUnit(one))
    whole.unitWord!.push(tokens.wordIndex(vocabulary, tokens.unitWord(one)))
    floats.labelSize!.push(...(solutions[0]?.chosen[unit]?.size ?? [0, 0]))
    for (let rank = 0; rank < SOLUTIONS; rank++) {
      const choice = solutions[rank]?.chosen[unit]
      const edge = choice && choice.edge >= 0 ? site.edges[choice.edge] : undefined
      const shares = choice ? sharePlaces(index, choice, edge, choice.placement) : []
      for (let part = 0; part < SHARES; part++) {
        whole.labelPlace!.push(shares[part]?.place ?? -1)
        floats.labelShare!.push(shares[part]?.share ?? 0)
      }
    }
  }
  for (const [unit, list] of things.entries()) {
    for (const thing of list) {
      floats.things!.push(...tokens.describeThing(site, thing))
      whole.thingWord!.push(tokens.wordIndex(vocabulary, thing.category))
      whole.thingUnit!.push(unit)
    }
  }
  whole.thingsN!.push(things.reduce((sum, list) => sum + list.length, 0))
}
