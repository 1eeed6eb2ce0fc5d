import type { Token } from './tokenize.ts'

/** Words that only lead on to the near or far: 要放得, 尽量, 最好. */
const lead =
  '(?:边上?|旁边|[那这]边|[那这]侧)?(?:的?(?:地方|位置))?(?:要|得|放|摆|站|尽量|尽可能|稍微?|可以|一定|必须|也|都|最好|应该?|越|更|再|比较|很|挺|蛮|起码|至少|最)*'
const tail = '(?:一?[点些]儿?|的?距离|得很|处)*'
const degree = new RegExp(
  `^${lead}(不能太|不要太|不会太|不宜太|不得太|不可太|不可以太|不太|不算太?|不要|不能|不会|不|别太|别|没有?多|没|太)?([远近])${tail}(?!\\d|[一二三四五六七八九十两半百]+个?(?:公|厘|毫|米|分|寸|尺))`,
)
const steps = new RegExp(
  `^${lead}(?:就?在)?(?:[一两二三几]步(?:路|远|之内|以内|之遥|的距离|的地方|范围内?)?|一臂(?:之内|以内|距离|的距离|之遥|远)?|咫尺(?:之遥)?|伸手(?:就|能|可)*(?:够得着|够到|能及|可及|及))`,
)
const apart = new RegExp(
  `^${lead}(?:有一?[段些点定]*距离|保持一?[定段点些]*距离|拉开一?[点些段]*距离|隔开${tail}|分开${tail})`,
)

/**
 * 「离床近一点」, 「别离床太远」, 「离餐桌不远」, 「离沙发一步之内」: how far without a length, said around the thing, becomes one
 * word of place before it.
 */
export function settleDistance(tokens: readonly Token[]): Token[] {
  const settled = [...tokens]
  for (let at = 0; at < settled.length; at += 1) {
    if (!/^(离|距|距离)$/.test(settled[at]!.text)) continue
    const target = targetAfter(settled, at)
    if (target === undefined) continue
    const said = readDegree(textAfter(settled, target), isRefusal(settled[refusalBefore(settled, at)]))
    if (!said) continue
    const { relation, length } = said
    const until = settled[target]!.to + length
    const isLeft = ({ from, to }: Token, index: number) => index <= target || to > until || from < settled[target]!.to
    const spent = refusalBefore(settled, at)
    settled[at] = { ...settled[at]!, meaning: { type: 'relation', relation } }
    const kept = settled.filter((token, index) => isLeft(token, index) && !(index === spent && isRefusal(token)))
    settled.splice(0, settled.length, ...kept)
  }
  return settled
}

const targets: ReadonlySet<string> = new Set(['object', 'part', 'pronoun', 'zone'])
const before: ReadonlySet<string> = new Set(
  'particle each number measure size attribute unknown pronoun style'.split(' '),
)

function targetAfter(tokens: readonly Token[], at: number): number | undefined {
  for (let index = at + 1; index < Math.min(tokens.length, at + 6); index += 1) {
    const { type } = tokens[index]!.meaning
    if (targets.has(type)) return index
    if (!before.has(type)) return undefined
  }
  return undefined
}

/** What stands right behind a token, as far as nothing parts it. */
function textAfter(tokens: readonly Token[], at: number): string {
  let text = ''
  for (let index = at + 1; index < tokens.length; index += 1) {
    const token = tokens[index]!
    if (token.meaning.type === 'break' || token.from !== tokens[index - 1]!.to) break
    text += token.text
  }
  return text
}

function readDegree(text: string, isRefused: boolean): { relation: 'near' | 'far'; length: number } | undefined {
  const near = steps.exec(text)
  if (near) return { relation: 'near', length: near[0].length }
  const far = apart.exec(text)
  if (far) return { relation: 'far', length: far[0].length }
  const said = degree.exec(text)
  if (!said) return undefined
  const isTurned = said[1] !== undefined || isRefused
  return { relation: (said[2] === '近') === isTurned ? 'far' : 'near', length: said[0].length }
}

/** 「别放得离床太远」: the refusal before it. */
function refusalBefore(tokens: readonly Token[], at: number): number {
  let index = at - 1
  while (index > at - 4 && index >= 0 && ['particle', 'verb'].includes(tokens[index]!.meaning.type)) index -= 1
  return index
}

const isRefusal = (token: Token | undefined) => token?.meaning.type === 'negation' && !token.meaning.after
