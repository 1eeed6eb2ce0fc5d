export type Locale = 'en' | 'zh'

/** The first language of the list that is spoken here; English where none is. */
export function detectLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    if (/^zh\b/i.test(language)) return 'zh'
    if (/^en\b/i.test(language)) return 'en'
  }
  return 'en'
}

export type Parameters = { readonly [name: string]: string | number }

/** Fills `{name}` places. A place without a value stays as it is, so that a slip is seen. */
export function fillTemplate(template: string, parameters: Parameters = {}): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => String(parameters[name] ?? place))
}
