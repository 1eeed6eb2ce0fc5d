import { findKind } from '@enfilade/catalogue'
import { hasChinese, lexicon } from '../lexicon/lexicon.ts'
import { singulars } from './singulars.ts'

/**
 * The word by which a person calls a thing, as its label: "couch", 「沙发」. English ones in the singular.
 *
 * @returns undefined where it is the kind's English name, which things without a label go by, or no name at all (床头).
 */
export function ownWord(noun: string | undefined, category: string): string | undefined {
  // 「一米八的床」 is a bed.
  const word = noun
    ?.trim()
    .replace(/\s+/g, ' ')
    .replace(/^.*的(?=.)/, '')
  if (!word || word.length > 40 || /^床[头尾]$/.test(word)) return undefined
  // Of a name's last character alone (几上, 台前) the name is not known.
  if (hasChinese(word)) return word.length > 1 || /[床灯桌椅柜画钟镜]/.test(word) ? word : undefined
  const lower = word.toLowerCase()
  const { phrases } = lexicon()
  const isWord = (form: string) => phrases.get(form)?.type === 'object'
  const single = singulars(lower).find(isWord) ?? (isWord(lower) ? lower : undefined)
  const usual = findKind(category)?.names.en[0]?.toLowerCase()
  return single === undefined || single === usual || single === category.replaceAll('_', ' ') ? undefined : single
}
