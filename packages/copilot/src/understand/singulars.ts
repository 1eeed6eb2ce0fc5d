/** Possible singular forms of an English phrase by its last word, the likeliest first. */
export function singulars(phrase: string): string[] {
  if (phrase.endsWith('ies')) return [`${phrase.slice(0, -3)}y`, phrase.slice(0, -1)]
  if (phrase.endsWith('ves')) return [`${phrase.slice(0, -3)}f`, `${phrase.slice(0, -3)}fe`, phrase.slice(0, -1)]
  if (phrase.endsWith('es')) return [phrase.slice(0, -1), phrase.slice(0, -2)]
  if (phrase.endsWith('s') && !phrase.endsWith('ss')) return [phrase.slice(0, -1)]
  return []
}
