import { brightStyles } from './styles/bright.ts'
import { grandStyles } from './styles/grand.ts'
import { modernStyles } from './styles/modern.ts'
import { quietStyles } from './styles/quiet.ts'
import type { Style } from './styles/style.ts'
import { warmStyles } from './styles/warm.ts'

/** Style ids as documents store them. */
export const styles = {
  ...modernStyles,
  ...quietStyles,
  ...warmStyles,
  ...grandStyles,
  ...brightStyles,
} as const satisfies { readonly [id: string]: Style }

export type StyleName = keyof typeof styles

const byWord: ReadonlyMap<string, StyleName> = new Map(
  (Object.keys(styles) as StyleName[]).flatMap((id) => styleWords(id).map((word) => [word, id] as const)),
)

/** Every word for a style in both languages, its id first; lower case. */
export function styleWords(id: StyleName): readonly string[] {
  const { en, zh } = styles[id].names
  return [...new Set([id, id.replaceAll('_', ' '), ...en, ...zh])]
}

/** The style that an id or a word in either language means. */
export function resolveStyle(word: string): StyleName | undefined {
  return byWord.get(word.trim().toLowerCase())
}
