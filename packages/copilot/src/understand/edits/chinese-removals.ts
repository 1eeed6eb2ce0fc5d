import type { Reference } from '../intent.ts'
import { asMany, ba, frame, several, tail } from './chinese-frame.ts'
import type { Act, Frame, FrameContext, Span } from './frame.ts'
import { isThere, referenceAt, referencesAt } from './frame.ts'
import { newObject } from './new-object.ts'
import { chinesePhrase } from './noun-phrase.ts'
import { numberIn } from './number-in.ts'
import { readTarget } from './place-phrase.ts'
import { slotOf, symbols } from './skeleton.ts'

const { T, P, C, N, R } = symbols

const removeVerb =
  '(?:删除|删掉|删了|删|去掉|去除|移除|移走|拿走|拿掉|拿开|撤掉|撤走|撤|清除|清走|清掉|搬走|搬出去|取走|取下来?|扔掉|扔了|扔|丢掉|丢了|拆掉|拆了|挪走|弄走|清理掉|除掉|不要了|收了|收起来|收走|收掉|卷起来|撤了|去了|移出去?|省掉|摘了|摘下来|摘掉|摘走|摘|取下|拆下来|拿下来|撤下来?|搬走不要|搬走不要了|拿走不要|处理掉|处理了|卖掉|卖了|送人|送走|淘汰掉?|砍掉|不留了|免了)'
export const removal: readonly Frame[] = [
  frame(
    `(?:把|将)(?:家里|屋里|全屋|整屋|房里|房间里)?的?(?<s>${several})(?:都|全部|全|给)*${removeVerb}${tail}`,
    (part, context) => asMany(context, part('s'), remove),
  ),
  frame(`${removeVerb}(?:掉)?(?<s>${several})${tail}`, (part, context) => asMany(context, part('s'), remove)),
  frame(
    `(?<s>${chinesePhrase})(?:先|再|可以|得)*${removeVerb}(?<n>一|两|俩|三|${N})(?:个|把|盏|张|件|台|盆|幅|块)${tail}`,
    (part, context) => {
      const reference = referenceAt(context, part('s'))
      const slot = slotOf(context.skeleton, part('n')?.text)
      const count = slot?.kind === 'number' ? slot.value : /[两俩]/.test(part('n')!.text) ? 2 : 1
      return reference?.kind === 'named' ? { type: 'remove', reference: some(reference, count) } : undefined
    },
  ),
  frame(
    `(?<s>${several})(?:都|全部|全|就|可以|也|一起|先|给我)*(?:不要了|不需要了|不用了|${removeVerb})${tail}`,
    (part, context) => asMany(context, part('s'), remove),
  ),
  frame(`(?:不要|不需要|不想要)(?<s>${several})(?:了)${tail}`, (part, context) => asMany(context, part('s'), remove)),
  frame(`(?:清空|腾空|清理|收拾)(?<d>${T})(?:上|上面|里|里面)?(?:的东西)?${tail}`, (part, context) => {
    const target = readTarget(context.skeleton, context.request, part('d')!.from, part('d')!.text)
    return (
      target && {
        type: 'remove',
        reference: { kind: 'all', except: [], which: { near: { type: 'on', target } }, words: part('d')!.text },
      }
    )
  }),
  frame(`(?:把|将)?(?:整个|这个|这间)?(?:${R}|${P})?(?:清空|腾空)(?:整个|这个|这间)?(?:${R}|${P})?${tail}`, () => ({
    type: 'remove',
    reference: { kind: 'all', except: [], words: '' },
  })),
  frame(`只(?:保留|留下?)(?<s>${several})${tail}`, (part, context) => {
    const kept = referencesAt(context, part('s'), chinesePhrase)
    const except = kept.flatMap((reference) => (reference.kind === 'named' ? reference.categories : []))
    return except.length > 0 && context.existing.size > 0
      ? { type: 'remove', reference: { kind: 'all', except, words: part('s')!.text } }
      : undefined
  }),
]
export const fewer: Frame = frame(
  `(?:少|减少|减)(?:放|要|摆)?(?:掉)?(?<s>(?:一|两|${N})[个把盏张件台盆幅块]?${T})${tail}`,
  (part, context) => asMany(context, part('s'), remove),
)
/** As many of them as are said behind: 「两把单人椅撤掉一把」. */
function some({ count: _, ...reference }: Extract<Reference, { kind: 'named' }>, count: number): Reference {
  return { ...reference, isPlural: count > 1, ...(count > 1 ? { count } : {}) }
}

const howMany = `(?:一|两|俩|${N})[个把盏张件台盆幅块只条]?`

/** 「餐椅减到三把」「床头柜留一个就够了」: what is over goes. */
export const left: readonly Frame[] = [
  frame(
    `(?:${ba})?(?<s>${chinesePhrase})(?:的数量)?(?:减少|减|撤|缩减|精简|压缩)(?:到|至|成|为|剩)(?:只?剩)?(?<n>${howMany})(?:就行|就够|就好|即可)*${tail}`,
    leaveSome,
  ),
  frame(
    `(?:${ba})?(?<s>${chinesePhrase})(?:就|只|仅|都)*(?:保留|留下?|剩下?)(?<n>${howMany})(?:就?(?:够|行|好|可以)了?|即可)*${tail}`,
    leaveSome,
  ),
  frame(`(?:就|只|仅)+(?:保留|留下?|剩下?|要)(?<n>${howMany})(?<s>${T})${tail}`, leaveSome),
]

/** 「餐椅先撤两把」: so many of them go. */
export const countOff: Frame = frame(
  `(?:${ba})?(?<s>${chinesePhrase})(?:先|可以|再|就|得)*(?:撤|拿|去|搬|减|删|扔|收)(?:掉|走|去|除|了|开|起)?(?<n>${howMany})(?:走|掉)?${tail}`,
  (part, context) => {
    const reference = referenceAt(context, part('s'))
    const count = numberIn(context.skeleton, part('n')!.text)
    if (reference?.kind !== 'named' || count === undefined || !isThere(reference, context.existing)) return undefined
    return remove(some(reference, count))
  },
)

function leaveSome(part: (name: string) => Span | undefined, context: FrameContext): Act | undefined {
  const reference = referenceAt(context, part('s'))
  const leave = numberIn(context.skeleton, part('n')!.text)
  if (reference?.kind !== 'named' || leave === undefined || !isThere(reference, context.existing)) return undefined
  const { count: _, ...rest } = reference
  return remove({ ...rest, isPlural: true, leave })
}

const remove = (reference: Reference): Act => ({ type: 'remove', reference })

const swapVerb =
  '(?:交换一下|对调一下|互换一下|调换一下|交换|对调|互换|对换|调换|调个个儿?|换个?位置?|换一下位置?|调一下)'
export const exchange: readonly Frame[] = [
  frame(
    `(?:${ba})?(?<s>(?:这|那)?(?:两|俩|${N})[个把盏张件台盆幅]?${T})(?:的位置)?(?:互相|相互)?${swapVerb}(?:位置)?${tail}`,
    (part, context) => {
      const reference = referenceAt(context, part('s'))
      return reference && { type: 'swap', reference, other: reference }
    },
  ),
  frame(
    `(?:${ba})?(?<a>${chinesePhrase})(?:和|跟|与|同|、)(?<b>${chinesePhrase})(?:的位置)?(?:互相|相互)?${swapVerb}(?:位置)?${tail}`,
    swap,
  ),
  frame(`${swapVerb}(?:一下)?(?<a>${chinesePhrase})(?:和|跟|与|同|、)(?<b>${chinesePhrase})(?:的位置)?${tail}`, swap),
  frame(
    `(?:${ba})?(?<a>${chinesePhrase})(?:都|全|全都|也|统统)*(?:替换成|替换为|替换|换成|换为|换做|换作|改成|改为|变成|变为|换)(?<b>${chinesePhrase})${tail}`,
    (part, context) => {
      if (!new RegExp(`${T}(?!.*(?:${C}))`).test(part('b')!.text)) return undefined
      const a = referenceAt(context, part('a'))
      if (
        !a ||
        (a.kind === 'named' &&
          !isThere(a, context.existing) &&
          a.categories.length > 0 &&
          /^(改成|变成)/.test(part('b')!.text))
      )
        return undefined
      return replace(context, a, part('b')!)
    },
  ),
  frame(
    `用(?<b>${chinesePhrase})(?:来)?(?:代替|替换|替代|取代|换掉|换下)(?<a>${chinesePhrase})${tail}`,
    (part, context) => {
      const a = referenceAt(context, part('a'))
      return a && replace(context, a, part('b')!)
    },
  ),
]

function swap(part: (name: string) => Span | undefined, context: FrameContext): Act | undefined {
  const [a, b] = [referenceAt(context, part('a')), referenceAt(context, part('b'))]
  return a && b && { type: 'swap', reference: a, other: b }
}

function replace(context: FrameContext, reference: Reference, span: Span): Act | undefined {
  const object = newObject(context, span)
  if (!object) return undefined
  // 「把沙发换成绿色沙发」 keeps the sofa and changes its looks.
  if (reference.kind === 'named' && reference.categories.includes(object.category) && object.attributes && !object.size)
    return { type: 'restyle', reference, attributes: object.attributes }
  return { type: 'replace', reference, object }
}
