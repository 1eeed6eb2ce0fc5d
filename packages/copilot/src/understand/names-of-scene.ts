import { lexicon } from '../lexicon/lexicon.ts'
import type { Meaning } from '../lexicon/meaning.ts'
import type { Names } from './tokenize.ts'
import type { UnderstandContext } from './understand.ts'

/** Names that the lexicon does not know or knows as a room: 「小明的房间」, "Room 3", "grandpa's chair". */
export function sceneNames({ rooms = [], labels = [] }: UnderstandContext): Names {
  const names = new Map<string, Meaning>()
  const { phrases } = lexicon()
  for (const { label, category } of labels) {
    const name = normalizeName(label)
    if (name.length > 1 && !phrases.has(name)) names.set(name, { type: 'object', category, label })
  }
  for (const { id, name: given, type } of rooms) {
    const name = normalizeName(given)
    const known = phrases.get(name)
    const isShared = rooms.filter((other) => normalizeName(other.name) === name).length > 1
    if (name.length > 1 && !isShared && (!known || known.type === 'room'))
      names.set(name, { type: 'room', room: type ?? 'generic', id })
  }
  return names
}

export const normalizeName = (name: string) => name.trim().toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ')
