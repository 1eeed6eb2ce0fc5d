import { asMany, ba, frame, several, tail } from './chinese-frame.ts'
import type { Frame } from './frame.ts'
import { isThere } from './frame.ts'
import { looksOf } from './looks-of.ts'
import { readSizeWish, readSizeWishes } from './size-wish.ts'
import { slotOf, symbols } from './skeleton.ts'

const { P, L, C, N, R } = symbols

const looks = `(?<l>(?:[深浅]色的?)?(?:${C}(?:的|木|木质|材质|颜色|风格|风|款|色|那种)?[棕灰白黑红绿蓝黄粉]?(?:[、和,，])?)+)`
const become = '(?:换成|改成|改为|变成|变为|刷成|漆成|涂成|染成|做成|弄成|换为|调成|换|改|刷|漆|涂|要|用|为|是)'
export const restyling: readonly Frame[] = [
  // 「…，黑色的」, 「…，白色大理石台面」: a phrase of looks alone goes on about what was spoken of.
  frame(`把它(?:那种|还是)?${looks}(?:那种|款|台面|桌面|面|的)*${tail}`, (part, context) => {
    const attributes = looksOf(context.skeleton, part('l')!.text)
    return attributes && { type: 'restyle', reference: { kind: 'pronoun', words: part('l')!.text }, attributes }
  }),
  frame(
    `(?:${ba})?(?<p>(?:所有的?|全部|四面)?${P}(?:面|壁)?)(?:的?(?:颜色|材质))?(?:都|全部|全)*${become}${looks}${tail}`,
    (part, context) => {
      const slot = slotOf(context.skeleton, new RegExp(P).exec(part('p')!.text)?.[0])
      const attributes = looksOf(context.skeleton, part('l')!.text)
      if (slot?.kind !== 'part' || !attributes) return undefined
      const surface = ({ wall: 'walls', floor: 'floor', ceiling: 'ceiling' } as const)[slot.part as 'wall']
      if (surface) return { type: 'restyle-room', surface, attributes }
      return slot.part === 'room' && context.existing.size > 0 ? { type: 'restyle-all', attributes } : undefined
    },
  ),
  frame(
    `(?:${ba})?(?<s>${several})(?:的?(?:颜色|材质|风格|外观|样式|形状|布料|面料))?(?:都|全部|全)*(?:用|整体)?${become}(?:一?[个张把盏块条幅面套台只种]|那种)?${looks}(?:那种|款|台面|桌面|的那种|面料|布料|布艺|皮面|材质|颜色|款式|外观|饰面)*${tail}`,
    (part, context) => {
      const attributes = looksOf(context.skeleton, part('l')!.text)
      if (!attributes || /^一/.test(part('s')!.text)) return undefined
      const acts = asMany(context, part('s'), (reference) => ({ type: 'restyle', reference, attributes }))
      return acts?.every(
        (act) =>
          act.type !== 'restyle' || isThere(act.reference, context.existing) || !/要|用|是/.test(context.skeleton.text),
      )
        ? acts
        : undefined
    },
  ),
  frame(`(?:刷|漆|涂|换)(?<s>${several})(?:为|成)?${looks}${tail}`, (part, context) => {
    const attributes = looksOf(context.skeleton, part('l')!.text)
    return attributes && asMany(context, part('s'), (reference) => ({ type: 'restyle', reference, attributes }))
  }),
  frame(
    `(?:${ba})?(?:整个|这个|这间|全屋|屋里|房间|家里|整体)?(?:的)?(?:${R}|${P})?(?:的)?(?:风格|装修|整体|软装|装饰)?(?:都)?(?:换成|改成|改为|变成|变为|布置成|更|再|要|走|做成|装饰成|弄得?|调整?成)+(?:一点|一些)?${looks}(?:一点|一些)?${tail}`,
    (part, context) => {
      const attributes = looksOf(context.skeleton, part('l')!.text)
      if (!attributes || context.existing.size === 0) return undefined
      return attributes.style === 'cosy' ? { type: 'mood', mood: 'cosier' } : { type: 'restyle-all', attributes }
    },
  ),
]

const sizeWord =
  '(?:一[块张个把条盏台件套]|变|换|改|加|放|缩|拉|调|做|弄|增|减|扩|更|再|到|成|为|至|得|宽度?|长度?|高度?|深度?|大小?|小|窄|短|矮|低|一点|一些|点|些|一号|一圈|一倍|两倍|三倍|一半|倍|%|百分之|原来的|的|尺寸|少|多|稍微|略微|那种|左右|的那种|,|，|、|和|' +
  `${L}|${N})`
export const sizing: readonly Frame[] = [
  // Which colour is said in the next phrase.
  frame(
    `(?<s>${several})(?:要|想|得)?换(?:个|一下|一个|种|一种)?(?:颜色|款式|样子|材质|风格|面料)${tail}`,
    (part, context) => asMany(context, part('s'), (reference) => ({ type: 'find', reference })),
  ),
  frame(
    `(?:${ba})?(?<s>${several})(?:要|想)?换(?:成|个|一个|一张|张|台|一台|把|一把|盏|一盏|条)*(?:更|再)?(?<how>大|小|宽|长|高|矮|窄)(?:一点|一些|点|些|号|一号)?的?(?:进来|过来|来|上)?${tail}`,
    (part, context) => {
      const size = readSizeWish(context.skeleton, `变${part('how')!.text}`)
      return size && asMany(context, part('s'), (reference) => ({ type: 'resize', reference, size }))
    },
  ),
  frame(
    `(?:${ba})?(?<s>${several})(?:的?(?:尺寸|大小))?(?:都|全部|应该|要|得|需要|稍微|有点|太)*(?<how>${sizeWord}+)${tail}`,
    (part, context) => {
      const text = context.skeleton.text
      const tooBig = /太[大宽长高深]/.test(text)
      const tooSmall = /太[小窄短矮低]/.test(text)
      const how = part('how')!.text
      if (/^(?:的|,|，|、|和)*$/.test(how) || /^一/.test(part('s')!.text)) return undefined
      const wish = tooBig
        ? how
            .replace(/[大长]/, '变小')
            .replace('宽', '变窄')
            .replace('高', '变矮')
        : tooSmall
          ? how
              .replace('小', '变大')
              .replace('窄', '变宽')
              .replace(/[矮低]/, '变高')
          : how
      const acts = readSizeWishes(context.skeleton, wish).map((size) =>
        asMany(context, part('s'), (reference) => ({ type: 'resize', reference, size })),
      )
      return acts.length > 0 && acts.every((each) => each !== undefined) ? acts.flat() : undefined
    },
  ),
  frame(
    `(?<v>放大|加大|扩大|缩小|减小|改小|加宽|加长|加高|拉长|缩短|改窄)(?<s>${several})(?<how>${sizeWord}*)${tail}`,
    (part, context) => {
      const size = readSizeWish(context.skeleton, `${part('v')!.text}${part('how')!.text}`)
      return size && asMany(context, part('s'), (reference) => ({ type: 'resize', reference, size }))
    },
  ),
]
