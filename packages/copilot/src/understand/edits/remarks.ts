import { type Skeleton, slotOf, symbols } from './skeleton.ts'
import { withoutSpan } from './split-skeleton.ts'

const { T } = symbols

const end = '(?=[ ]*(?:[,;.:!]|$)| and | but )'
const rest =
  '(?:everything|everyone|everybody|anything|all|the rest|all the rest|(?:all )?the others?|(?:all )?(?:the |of the )?other (?:\\w+|[\\ue000-\\ue1ff]))'
const asItIs =
  '(?: (?:precisely|exactly|just|right|please))*(?: (?:be|alone|in peace|as is|as (?:it|they) (?:is|are|was|were|stands?)|where (?:it|they) (?:is|are|was|were|stands?|sits?)|in place|put|there|untouched|unchanged|unmoved|the same))?'
const moves =
  '(?:rearrang|shift|mov|touch|chang|budg|disturb|alter|displac|fiddle with|mess with|tamper with)(?:e|es|ed|ing)?'

/** What is said of the things that shall stay as they are; what nobody asked to change never does. */
const assurances: readonly RegExp[] = [
  `(?:please )?(?:don't|do not|no need to|never|without|not|no|avoid) ${moves}(?: (?:a thing|${rest}(?: else)?|any of (?:it|them)|the furniture|any furniture|it|them|around))?(?: around| about)?`,
  `(?:please )?(?:leave|leaving|keep|keeping|let|letting) ${rest}(?: else)?(?: of (?:it|them))?(?: in (?:the|this) room)?${asItIs}`,
  `(?:everything|everyone|nothing|the rest|all the rest|the others|(?:all )?the other \\w+)(?: else)?(?: (?:should|must|can|may|has to|have to|is to|are to|needs? to|shall))?(?: (?:stays?|remains?|keeps?|moves?|changes?|moved|changed|touched|is|are|be|gets?|goes))+(?: (?:to be )?(?:fine|ok(?:ay)?|good|perfect|moved|touched|changed|the same))?${asItIs}`,
  'nothing (?:else|more)',
  `(?:every|all|all the|their|its) (?:positions?|places?) (?:stays?|remains?|unchanged|kept)${asItIs}`,
  "that(?:'s| is| will be) (?:the lot|all|it|everything)",
  `(?:and |but )?(?:the |my |its |our )?(?:${T}|it|they|them)(?: itself| themselves)? (?:doesn't|does not|don't|do not|mustn't|must not|shouldn't|should not|won't|isn't to|is not to|can't) (?:budge|move|be moved|be touched|change|shift)(?: at all| an inch)?`,
  `(?:and |but )?(?:the |my |its |our )?(?:${T}|it|they|them)(?: itself| themselves)?(?: (?:has|have|must|should|is|are|needs?))?(?: to)? (?:stays?|remains?)(?: put| where (?:it|they) (?:is|are|stands?|sits?)| as (?:it|they) (?:is|are)| in place| there)`,
].map(
  (words) =>
    new RegExp(
      `(?:^|[,;.:!]|(?<=[a-z\\ue000-\\uedff]) (?=and |but )|,? (?:with|while) ) ?(?:and |but )?${words}${end}`,
    ),
)

/** "Chair included", "the lamp of course going along": companions follow anyway. */
const companions = new RegExp(
  `(?:,| and| with)+ ?(?:with )?(?:the |its |their |my |her |his )?${T}s? (?:(?:of course|naturally|obviously|also|too) )*(?:included|going (?:along|with)[^,;.]*|goes (?:along|with)[^,;.]*|com(?:es|ing) (?:along|with|too)[^,;.]*|follow(?:s|ing)[^,;.]*|tagging along[^,;.]*|along with it|and all)(?=[,;.]|$)`,
)

/** Why: ", she catches her foot on it". Names nothing and asks for nothing. */
const reasons: readonly RegExp[] = [
  /[,;:] ?(?:(?:because|since|as|for) )?(?:she|he|i|we|they|it|mum|mom|dad|grandma|grandpa|nobody|somebody)(?:'s|'ve|'re|'m|'ll)? (?!(?:would |'d )?(?:want|need|like|prefer|should|must))[^,;.:\ue000-\ue7ff\uea00-\uedff]*(?=[,;.]|$)/,
  /^(?:i|we|she|he|they)(?:'s|'ve|'re|'m)? (?!(?:would |'d )?(?:want|need|like|prefer|love|should|must|could|can\b))[^,;.\ue000-\uedff]*[,;] ?so (?=\S)/,
]

const task =
  '(?:remove|delete|get|take|move|shift|push|pull|put|bring|place|add|swap|replace|rotate|turn|make|paint|change|open|close|dim|hang|give|leave|set)'
const zhTask = '(?:请|再|然后|接着|同时|顺便|并且?)*(?:把|将|换成|移到|挪到|搬到|删|撤|加一?[个张把盏])'

/** Why, to the end of the sentence or to its next task: things named in it are not spoken to. */
const causes: readonly RegExp[] = [
  new RegExp(
    `[,;:]? ?\\b(?:because|cos|cuz|'cause|since (?=(?:it|he|she|we|i|they|the|our|my)\\b)|due to|given that|seeing that|otherwise|or else|in case|considering)\\b.*?(?=(?:[,;.]|,? and(?: then)?) (?:please |also |then )?${task} |$)`,
  ),
  new RegExp(`(?<=.)[,，;；]?(?:因为|由于|主要是|毕竟|不然|否则|省得|免得|以免|原因是).*?(?=[,，;；]${zhTask}|$)`),
  /(?<=.)[,，](?:麻烦|请|劳烦|辛苦|拜托)?你?们?(?:帮忙|帮我|给我|帮着)?看(?:看|一下|着).*$/,
]

/** Without what only says what stays, what comes along and why. */
export function withoutRemarks(skeleton: Skeleton): Skeleton {
  let left = skeleton
  for (const pattern of causes) {
    const match = pattern.exec(left.text)
    if (match && match.index > 0) left = withoutSpan(left, match.index, match.index + match[0].length)
  }
  if (!/[a-z]/.test(left.text)) return left
  for (const pattern of [companions, ...reasons, ...assurances])
    for (let round = 0; round < 3; round += 1) {
      const match = pattern.exec(left.text)
      if (!match || match[0].trim() === '') break
      left = withoutSpan(left, match.index, match.index + match[0].length)
    }
  return left
}

/** True where a part of a sentence names nothing that could be edited. */
export const isEmptyRemark = (part: Skeleton): boolean =>
  ![...part.text].some((symbol) => slotOf(part, symbol) !== undefined) &&
  !/\b(?:it|them|this|that|these|those|everything|ones?)\b|[一-鿿]/.test(part.text)
