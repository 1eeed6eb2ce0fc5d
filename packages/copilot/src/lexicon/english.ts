import { singulars } from '../understand/singulars.ts'
import { englishWords } from './english-words.ts'

let classes: ReadonlyMap<string, string> | undefined

function buildClasses(): ReadonlyMap<string, string> {
  const built = new Map<string, string>()
  for (const [name, words] of Object.entries(englishWords))
    for (const word of words.split(' ')) if (!built.has(word)) built.set(word.replaceAll('_', ' '), name)
  return built
}

/** The class of thing that an English word or phrase means; `-` for nouns of no thing, `+` for other words, undefined for unknown ones. */
export function englishClass(word: string): string | undefined {
  classes ??= buildClasses()
  for (const form of [word, ...singulars(word)]) {
    const found = classes.get(form)
    if (found) return found
  }
  return undefined
}

/** Inflected forms count: "painted", "standing". */
export function isEnglishWord(word: string): boolean {
  if (englishClass(word)) return true
  const stem = /^(.{3,}?)(?:ed|ing|er|est|ly|ness|ish|'s)$/.exec(word)?.[1]
  if (!stem) return false
  return [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1'), stem.replace(/i$/, 'y')].some(
    (form) => englishClass(form) !== undefined,
  )
}
