import type { RelationType } from '@enfilade/layout'
import { measureWords } from './measure-words.ts'
import { symbols } from './skeleton.ts'

const { T, P, C, L, N } = symbols

/** What a thing in a place can be called; simpler than a noun phrase, so that places can be parts of those. */
const the = '(?:the |this |that |these |those |my |our |both |each |all the |a |an )?'
const few = `(?:(?:left|right|other|first|second|last|bigger|smaller|big|small|(?:north|south|east|west)(?:ern)?|${C}|${N})[ -])*`
export const targetEnglish = `${the}${few}(?:${T}(?: ${T})?|${P})|it\\b|them\\b|this\\b|that\\b`
export const targetChinese = `(?:(?:这|那|两|每|一|所有的?|${N})?${measureWords}?(?:(?:左|右|中间|[东南西北](?:边|侧|面))(?:边|侧)?的?那?${measureWords}?)?(?:${C}的?)*(?:${T}|${P})|它们?|这里|那里)`

/** Words of place before their target, longest first, with what they mean. */
export const before: readonly (readonly [string, RelationType])[] = [
  ['(?:directly |right )?in front of', 'in_front_of'],
  ['(?:on|at|to)? ?(?:the )?left(?:-hand)?(?: side)? of', 'left_of'],
  ['(?:on|at|to)? ?(?:the )?right(?:-hand)?(?: side)? of', 'right_of'],
  ['(?:on|at|to) (?:both|either|each) sides? of', 'flanking'],
  ['(?:at|by|near) the (?:foot|end) of', 'in_front_of'],
  [
    '(?:right |directly )?(?:next to|beside|alongside|adjacent to|at the side of|to the side of|by the side of)',
    'beside',
  ],
  ['(?:close|closer|near|nearer|nearest|right up) to|near|(?:over )?by|at', 'near'],
  ['(?:up |right up |flat )?against|along', 'against_wall'],
  ['(?:right |directly )?(?:behind|at the back of|in back of)', 'behind'],
  ['facing away from|with (?:its|their) backs? to', 'facing_away'],
  [
    '(?:so (?:that )?(?:it|they) (?:faces?|looks? at|looks? towards?)|facing(?: towards?)?|to face|looking at|turned towards?|pointing at|pointed at)',
    'facing',
  ],
  ['(?:directly )?(?:opposite(?: to| of)?|across from)', 'opposite'],
  ['(?:all )?around', 'around'],
  ['on top of|onto|upon|on', 'on'],
  ['inside|within|into|in', 'inside'],
  ['underneath|beneath|below|under', 'under'],
  ['above|over', 'above'],
  ['in between|between', 'between'],
  ['far(?:ther)? (?:away )?from|away from', 'far'],
  ['parallel (?:to|with)', 'parallel'],
  ['centred (?:on|under|over|below)|centered (?:on|under|over|below)|aligned with|in line with', 'centred_on'],
]

export const after: readonly (readonly [string, RelationType])[] = [
  ['(?:的)?(?:正)?前(?:面|方|边)?|跟前', 'in_front_of'],
  ['(?:的)?(?:正)?后(?:面|方|边)?|背后', 'behind'],
  ['(?:的)?左(?:边|侧|面|手边)', 'left_of'],
  ['(?:的)?右(?:边|侧|面|手边)', 'right_of'],
  ['(?:的)?两(?:边|侧|旁)', 'flanking'],
  ['(?:的)?对面', 'opposite'],
  ['(?:的)?(?:周围|四周)', 'around'],
  ['(?:的)?(?:正)?上方', 'above'],
  ['(?:的)?上(?:面|边)?', 'on'],
  ['(?:的)?(?:里面?|中|内)', 'inside'],
  ['(?:的)?(?:底下|下面|下方|下边|下)', 'under'],
  ['(?:的)?(?:之间|中间)', 'between'],
  ['(?:的)?(?:附近|近旁|那里|那边|那儿|处)', 'near'],
  ['(?:的)?(?:旁边|边上|旁|侧边|一侧|侧面|边|口)', 'beside'],
]

export const leading: readonly (readonly [string, RelationType])[] = [
  ['(?:紧)?(?:挨|靠|贴)着?(?:在)?|沿着?', 'against_wall'],
  ['靠近|临近|接近|近', 'near'],
  ['(?:面|正)?对着|面(?:向|对)|朝(?:向|着)?', 'facing'],
  ['背(?:对|向)着?', 'facing_away'],
  ['远离|离开', 'far'],
]

const alternatives = (entries: readonly (readonly [string, RelationType])[]) =>
  entries.map(([words]) => words).join('|')

const alone = `in (?:the |a |one )?(?:far |near )?(?:middle|centre|center)(?: of (?:the |this )?(?:${P}|${T}|[\\ue400-\\ue5ff]))?`

/** A place after a thing in English: "by the window", "on the desk"; no capturing groups. */
export const englishPlace = `(?:(?:${alone})|(?:${L} )?(?:${alternatives(before)}) (?:${targetEnglish})(?: and (?:${targetEnglish}))?)`
export const chinesePlace = `(?:(?:${alternatives(leading)})${targetChinese}(?:边|旁边|旁)?|${targetChinese}(?:[和与跟、]${targetChinese})?(?:${alternatives(after)})|(?:房间)?(?:正中间|正中央|正中|中央)|居中)`
