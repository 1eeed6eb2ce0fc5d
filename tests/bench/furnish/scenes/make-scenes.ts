import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSceneJson, stringifySceneJson, writeSceneJson } from '@enfilade/language'
import { readScene } from '@enfilade/scene'
import { furnishedBedroom, furnishedFlat, furnishedLiving } from './furniture.ts'
import { emptyRooms, flat, type PlainScene } from './rooms.ts'

/** Every fixture by its name. */
export const scenes: { readonly [name: string]: PlainScene } = {
  ...emptyRooms,
  flat,
  'furnished-living': furnishedLiving,
  'furnished-bedroom': furnishedBedroom,
  'furnished-flat': furnishedFlat,
}

/** The canonical Scene JSON text of a fixture. Throws where something of it was not understood. */
export function writeFixture(name: string, scene: PlainScene): string {
  const { document, diagnostics } = parseSceneJson({ ...scene, rooms: roomsOf(scene) })
  const serious = diagnostics.filter(({ severity }) => severity !== 'note')
  if (serious.length > 0) throw new Error(`${name}: ${serious.map(({ message }) => message).join('\n')}`)
  const { rooms } = readScene(document)
  const untyped = rooms.filter(({ type }) => type === 'room')
  if (rooms.length !== scene.rooms.length || untyped.length > 0)
    throw new Error(`${name}: ${rooms.length} rooms of ${scene.rooms.length}, ${untyped.length} without a type`)
  return stringifySceneJson(writeSceneJson(document))
}

/** Beside bowed walls the room's side is what the walls leave: as many points as the curve takes. */
function roomsOf(scene: PlainScene): PlainScene['rooms'] {
  const isBowed = scene.walls.some((wall) => 'bulge' in wall && wall.bulge !== 0)
  if (!isBowed) return scene.rooms
  const derived = readScene(parseSceneJson({ ...scene, rooms: [], openings: [] }).document).rooms
  return scene.rooms.map((room, index) => ({ ...room, polygon: derived[index]!.polygon }))
}

/** `node --import ./infra/typescript.mjs tests/bench/furnish/scenes/make-scenes.ts` writes them anew. */
if (process.argv[1]?.endsWith('make-scenes.ts')) {
  mkdirSync(import.meta.dirname, { recursive: true })
  for (const [name, scene] of Object.entries(scenes))
    writeFileSync(join(import.meta.dirname, `${name}.json`), writeFixture(name, scene))
}
