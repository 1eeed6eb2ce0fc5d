import type { Text, Unmet } from '@enfilade/layout'

/** Longest quote of a request, characters. */
const longestQuote = 160

/** Halves of characters, which JSON and UTF-8 can't hold. */
export const loneSurrogate = /\p{Surrogate}/gu

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g

/** What could not be done, with the words that asked for it in a form that can be shown. */
export function createUnmet(request: string, text: Text, language: 'en' | 'zh'): Unmet {
  return { request: quote(request), reason: text[language], text }
}

/** Words of a request without control and direction marks, cut to a line. Never empty. */
export function quote(words: string): string {
  const clean = words
    .slice(0, 2000)
    .replace(loneSurrogate, '\ufffd')
    .replace(unprintable, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const characters = [...clean]
  if (characters.length === 0) return '…'
  return characters.length > longestQuote ? `${characters.slice(0, longestQuote).join('')}…` : clean
}

const canBeAsked: Text = {
  en: 'a request can be: “furnish the bedroom for two”, “add a lamp by the sofa”, “move the desk to the window”, “how big is the kitchen?”',
  zh: '可以这样说：“把卧室布置给两个人住”“沙发旁加一盏灯”“把书桌移到窗边”“厨房多大？”',
}

export const refusals = {
  empty: { en: `nothing was asked; ${canBeAsked.en}`, zh: `没有写请求；${canBeAsked.zh}` },
  nothing: { en: `no request was found in this; ${canBeAsked.en}`, zh: `没有读出请求；${canBeAsked.zh}` },
  words: { en: 'these words were not understood', zh: '没有理解这些词' },
  building: {
    en: 'walls, doors, windows and room sizes are drawn by hand and not changed by words: 0 changes made',
    zh: '墙、门、窗和房间大小需手工绘制，不能用文字修改：改动 0 处',
  },
  unclear: {
    en: 'it does not say where to or how; for example “to the window”, “30 cm to the left”, “1.8 m wide”',
    zh: '没有说移到哪里或改成怎样；例如“移到窗边”“向左 30 厘米”“宽 1.8 米”',
  },
  pronoun: {
    en: 'nothing is selected (0 items), so it is unclear what is meant',
    zh: '没有选中任何东西（0 件），不清楚指的是什么',
  },
  tooLong: {
    en: 'only the first 8000 characters of the request were read',
    zh: '请求只读取了前 8000 个字符',
  },
  tooManyThings: {
    en: 'only the first 60 things of one request are placed; this one and what follows can be asked for next',
    zh: '一次请求最多布置前 60 样东西；这一样及其后的请再提一次',
  },
  tooManyOfOne: {
    en: 'at most 99 of one kind are placed by one request',
    zh: '一次请求同一种最多布置 99 件',
  },
  tooMany: { en: 'only the first 24 tasks of one request are done', zh: '一次请求最多处理 24 项' },
} as const satisfies { readonly [name: string]: Text }
