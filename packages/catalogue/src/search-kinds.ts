import { normalizeWord } from './find-word.ts'
import type { Kind } from './kind.ts'
import { kinds } from './kinds.ts'

/**
 * Kinds that match what somebody types into a search field, best first. Both languages are searched, the locale's first;
 * words may be incomplete or slightly misspelt. An empty query gives all kinds.
 */
export function searchKinds(query: string, locale: 'en' | 'zh' = 'en'): readonly Kind[] {
  const text = normalizeWord(query)
  if (!text) return kinds
  const exact = rank(text, locale, false)
  return exact.length > 0 ? exact : rank(text, locale, true)
}

/** `isForgiving`: misspelt words count too; slower, so only when nothing else is found. */
function rank(text: string, locale: 'en' | 'zh', isForgiving: boolean): readonly Kind[] {
  return kinds
    .map((kind) => ({ kind, score: scoreKind(kind, text, locale, isForgiving) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.kind.id < b.kind.id ? -1 : 1))
    .map(({ kind }) => kind)
}

type SearchName = {
  readonly name: string
  readonly words: readonly string[]
  readonly language: 'en' | 'zh'
  readonly isFirst: boolean
}

/** Names as searched for, normalised once: a search runs at every key stroke. */
const searchNames: ReadonlyMap<Kind, readonly SearchName[]> = new Map(
  kinds.map((kind) => [
    kind,
    (['en', 'zh'] as const).flatMap((language) =>
      [...kind.names[language], ...kind.presets.flatMap((preset) => preset.names[language])].map((name, place) => ({
        name: normalizeWord(name),
        words: normalizeWord(name).split(' '),
        language,
        isFirst: place === 0,
      })),
    ),
  ]),
)

function scoreKind(kind: Kind, text: string, locale: 'en' | 'zh', isForgiving: boolean): number {
  let best = 0
  for (const { name, words, language, isFirst } of searchNames.get(kind)!) {
    const score = scoreName(name, words, text, isForgiving) - (isFirst ? 0 : 6) - (language === locale ? 0 : 2)
    if (score > best) best = score
  }
  const byGroup =
    kind.group.startsWith(text) || kind.rooms.some((room) => room.replace('_', ' ').startsWith(text)) ? 12 : 0
  return Math.max(best, text.length >= 3 ? byGroup : 0)
}

function scoreName(name: string, words: readonly string[], text: string, isForgiving: boolean): number {
  if (name === text || name === text.replace(/s$/, '')) return 100
  if (name.startsWith(text)) return 90 - Math.min(8, (name.length - text.length) / 3)
  if (words.some((word) => word.startsWith(text))) return 75 - Math.min(8, name.length / 5)
  if (name.includes(text)) return 60 - Math.min(8, name.length / 5)
  if (text.length > name.length && name.length > 2 && text.includes(name)) return 50
  const allowed = text.length >= 8 ? 2 : text.length >= 4 ? 1 : 0
  if (allowed === 0 || !isForgiving) return 0
  const miss = Math.min(...[name, ...words].map((word) => editDistance(word.slice(0, text.length + 1), text, allowed)))
  return miss <= allowed ? 40 - miss * 8 : 0
}

/** Levenshtein distance with swaps of neighbours; gives up (Infinity) over `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Infinity
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let value = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, before[j - 2]! + 1)
      row.push(value)
    }
    before = previous
    previous = row
  }
  return previous[b.length]!
}
