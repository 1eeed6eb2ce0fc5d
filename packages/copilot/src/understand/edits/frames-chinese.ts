import type { EditTurn, Reference } from '../intent.ts'
import { readDestination } from './destination.ts'
import type { Act, Frame, FrameContext, Span } from './frame.ts'
import { framesWhen, isThere, referenceAt, referencesAt } from './frame.ts'
import { looksOf } from './looks-of.ts'
import { newObject } from './new-object.ts'
import { chineseEverything, chinesePhrase } from './noun-phrase.ts'
import { readTarget } from './place-phrase.ts'
import { readSizeWish } from './size-wish.ts'
import { slotOf, symbols } from './skeleton.ts'

const { T, P, A, L, C, N, R } = symbols

const lead =
  '(?:请|麻烦你?|劳驾|帮我|帮忙|帮|能不能|能否|可不可以|可以|你|我们|我|想要?|要|希望|再|先|然后|接着|随后|最后|并且?|而且|同时|如果|要是|假如|试试|试着|不如|给我|那么?|就|也|还|顺便|另外|最好|应该|需要|直接|现在|[,，、。 ])*'
const tail =
  '(?:吧|好吗|可以吗|行吗|好不好|怎么样|会怎样|会怎么样|呢|啊|呀|哦|谢谢|一下|一点|些|了|么|吗|都|全部|全都|就好|即可|[,，。 ])*$'
const several = `(?:${chineseEverything}|${chinesePhrase}(?:(?:和|、|跟|与|以及|还有)${chinesePhrase})*)`
const ba = '(?:把|将|给|让|使)'

const frame = (pattern: string, read: Frame['read']): Frame => ({
  pattern: new RegExp(`^${lead}${pattern}`, 'd'),
  read,
})

const asMany = (
  context: FrameContext,
  span: Span | undefined,
  act: (reference: Reference) => Act,
): Act[] | undefined => {
  const whole = span && new RegExp(`^${chineseEverything}$`).test(span.text) ? referenceAt(context, span) : undefined
  const isAll = /都|全部|全都|统统/.test(context.skeleton.text)
  const references = (whole ? [whole] : referencesAt(context, span, chinesePhrase)).map((reference) =>
    isAll && reference.kind === 'named' && !reference.count ? { ...reference, isPlural: true } : reference,
  )
  return references.length > 0 ? references.map(act) : undefined
}

const removeVerb =
  '(?:删除|删掉|删了|删|去掉|去除|移除|移走|拿走|拿掉|拿开|撤掉|撤走|撤|清除|清走|清掉|搬走|搬出去|取走|取下来?|扔掉|扔了|扔|丢掉|丢了|拆掉|拆了|挪走|弄走|清理掉|除掉|不要了|收了|收起来|收走|收掉|卷起来|撤了|去了|移出去?|省掉)'
const removal: readonly Frame[] = [
  frame(`(?:把|将)(?<s>${several})(?:都|全部|全|给)*${removeVerb}${tail}`, (part, context) =>
    asMany(context, part('s'), remove),
  ),
  frame(`${removeVerb}(?:掉)?(?<s>${several})${tail}`, (part, context) => asMany(context, part('s'), remove)),
  frame(`(?<s>${several})(?:都|全部|全|就|可以)*(?:不要了|不需要了|不用了|${removeVerb})${tail}`, (part, context) =>
    asMany(context, part('s'), remove),
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
const fewer: Frame = frame(
  `(?:少|减少|减)(?:放|要|摆)?(?:掉)?(?<s>(?:一|两|${N})[个把盏张件台盆幅块]?${T})${tail}`,
  (part, context) => asMany(context, part('s'), remove),
)
const remove = (reference: Reference): Act => ({ type: 'remove', reference })

const swapVerb = '(?:交换|对调|互换|对换|调换|调个个儿?|换个?位置?|换一下位置?|调一下)'
const exchange: readonly Frame[] = [
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
    `(?:${ba})?(?<a>${chinesePhrase})(?:替换成|替换为|替换|换成|换为|换做|换作|改成|改为|变成|变为|换)(?<b>${chinesePhrase})${tail}`,
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

const turnVerb = '(?:旋转|转动|转|旋)'
const compass: { readonly [side: string]: number } = { 南: 0, 东: Math.PI / 2, 北: Math.PI, 西: -Math.PI / 2 }
const face = '(?:转向|转到?(?:面|朝)?(?:向|着|对|朝)?|面向|面对着?|面朝|朝向|朝着|对着|正对着?|冲着|朝|对向)'

const turning: readonly Frame[] = [
  frame(
    `(?:${ba})?(?<s>${chinesePhrase})(?:转(?:过来|过去|动|身)?|调整?)?(?:成|到|为|来)?${face}(?<t>[东南西北])(?:边|面|方|侧)?${tail}`,
    (part, context) => {
      const reference = referenceAt(context, part('s'))
      return reference && { type: 'rotate', reference, turn: { to: compass[part('t')!.text]! } }
    },
  ),
  frame(
    `(?:${ba})?(?<s>${chinesePhrase})(?:转(?:过来|过去|动|身)?|调整?|摆|放)?(?:成|到|为|来|去)?(?<f>${face}|背对着?|背向|背朝着?)(?<t>${chinesePhrase}|${P})(?:的?方向|那边|摆放|放)?${tail}`,
    (part, context) => {
      const reference = referenceAt(context, part('s'))
      const target = readTarget(context.skeleton, context.request, part('t')!.from, part('t')!.text)
      if (!reference || !target || new RegExp(`^(?:${A}|${C}|${N})`).test(part('t')!.text)) return undefined
      const isAway = part('f')!.text.startsWith('背')
      const isOpening = target.kind === 'building' && (target.part === 'window' || target.part === 'door')
      const type = isAway
        ? 'facing_away'
        : isOpening
          ? (`facing_${(target as { part: 'door' }).part}` as const)
          : 'facing'
      return { type: 'rotate', reference, turn: { facing: { type, target, words: part('t')!.text } } }
    },
  ),
  frame(
    `(?:${ba})?(?<s>${chinesePhrase})(?<how>(?:向|往|朝)?(?:左|右|逆时针|顺时针)?(?:方向)?${turnVerb}(?:过来|过去|个身|身)?(?:了)?(?:${A}|直角|半圈|一圈|个?方向|个?头)?|掉(?:个)?头|调(?:个)?头|反过来|转过来|掉转方向)${tail}`,
    (part, context) => {
      const reference = referenceAt(context, part('s'))
      return reference && { type: 'rotate', reference, turn: angleOf(context, context.skeleton.text) }
    },
  ),
  frame(`(?:逆时针|顺时针|向左|向右)?${turnVerb}(?<s>${chinesePhrase})(?:${A}|半圈)?${tail}`, (part, context) => {
    const reference = referenceAt(context, part('s'))
    return reference && { type: 'rotate', reference, turn: angleOf(context, context.skeleton.text) }
  }),
]

function angleOf({ skeleton }: FrameContext, text: string): EditTurn {
  const isCounter = /逆时针|向左|往左|朝左/.test(text)
  const slot = slotOf(skeleton, new RegExp(A).exec(text)?.[0])
  if (slot?.kind === 'angle') return { by: (isCounter ? 1 : -1) * slot.value }
  if (/半圈|掉|调|反过来|过来|过去|身/.test(text)) return { by: Math.PI }
  return { by: ((isCounter ? 1 : -1) * Math.PI) / 2 }
}

const looks = `(?<l>(?:${C}(?:的|木|木质|材质|颜色|风格|风|款|色)?(?:[、和,，])?)+)`
const become = '(?:换成|改成|改为|变成|变为|刷成|漆成|涂成|染成|做成|弄成|换为|调成|换|改|刷|漆|涂|要|用|为|是)'
const restyling: readonly Frame[] = [
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
    `(?:${ba})?(?<s>${several})(?:的?(?:颜色|材质|风格|外观|样式|形状|布料|面料))?(?:都|全部|全)*(?:用|整体)?${become}${looks}${tail}`,
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
  '(?:变|换|改|加|放|缩|拉|调|做|弄|增|减|扩|更|再|到|成|为|至|得|宽度?|长度?|高度?|深度?|大小?|小|窄|短|矮|低|一点|一些|点|些|一号|一圈|一倍|两倍|三倍|一半|倍|%|百分之|原来的|的|尺寸|少|多|稍微|略微|,|，|、|和|' +
  `${L}|${N})`
const sizing: readonly Frame[] = [
  frame(
    `(?:${ba})?(?<s>${several})(?:要|想)?换(?:成|个|一个|一张|张|台|一台|把|一把|盏|一盏|条)*(?:更|再)?(?<how>大|小|宽|长|高|矮|窄)(?:一点|一些|点|些|号|一号)?的?${tail}`,
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
      const size = readSizeWish(context.skeleton, wish)
      return size && asMany(context, part('s'), (reference) => ({ type: 'resize', reference, size }))
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

const moveVerb = '(?:移动|移|挪动|挪|搬|推|拖|拉|放|摆|摆放|放置|挂|拿|调整?|靠|贴|端|送|带|安|安放|塞|搁|立|收|置)'
const moving: readonly Frame[] = [
  frame(`(?:${ba})(?<s>${several})(?<d>(?:往|向|朝|离|靠近|远离|再)+.+)$`, move),
  frame(
    `(?:${ba})(?<s>${several})(?:都|全部|再|重新|给)*${moveVerb}+(?:回|进|出)?(?<d>(?:到|在|至|进|去|往|向|回|得)?.+)$`,
    move,
  ),
  frame(`(?:${ba})?(?<s>${several})(?:都|再|重新|应该|要)*(?<d>(?:靠|贴|挨|居中).+|居中.*)$`, (part, context) => {
    const reference = referenceAt(context, part('s'))
    if (/^(?:一|两|几|[\uec00-\uedff])/.test(part('s')!.text) || (reference && !isThere(reference, context.existing)))
      return undefined
    return move(part, context)
  }),
  frame(`${moveVerb}(?:一下)?(?<s>${several})(?<d>(?:到|在|至|进|往|向).+)$`, move),
  frame(
    `(?<s>${several})(?:都|再|应该|要|得|需要|最好|可以|就)*(?:${moveVerb}+(?:到|在|至|进|去)?|往|向|朝|靠近|远离|离)(?<d>.+)$`,
    (part, context) => {
      const reference = referenceAt(context, part('s'))
      if (!reference || !isThere(reference, context.existing) || /^(?:一|两|几|[\uec00-\uedff])/.test(part('s')!.text))
        return undefined
      const text = context.skeleton.text
      // The way words belong to where it goes.
      const at = /(?:往|向|朝|靠近|远离|离)$/.exec(text.slice(0, part('d')!.from))
      const from = part('d')!.from - (at ? at[0].length : 0)
      const to = readDestination(context.skeleton, context.request, from)
      return to && asMany(context, part('s'), (each) => ({ type: 'move', reference: each, to }))
    },
  ),
]

function move(part: (name: string) => Span | undefined, context: FrameContext): Act[] | undefined {
  const to = readDestination(context.skeleton, context.request, part('d')!.from)
  return to && asMany(context, part('s'), (reference) => ({ type: 'move', reference, to }))
}

const turnOn = '(?:打开|开启|点亮|开亮|开一下|开)'
const turnOff = '(?:关掉|关上|关闭|熄灭|熄掉|熄|合上|关一下|关了|关)'
const openings = `(?:所有的?|全部|每一?扇?|这扇|那扇|各)?${P}`
const operating: readonly Frame[] = [
  frame(
    `(?:${ba})(?<s>${several}|${openings})(?:都|全部|全|给|先)*(?<v>${turnOn}|${turnOff})${tail}`,
    (part, context) => operate(context, part('s'), part('v')!.text),
  ),
  frame(`(?<v>${turnOn}|${turnOff})(?<s>${several}|${openings})${tail}`, (part, context) =>
    operate(context, part('s'), part('v')!.text),
  ),
  frame(
    `(?<s>${several}|${openings})(?:都|全部|全|也)*(?<v>打开|开启|点亮|关掉|关上|关闭|熄灭|熄掉|合上)${tail}`,
    (part, context) => operate(context, part('s'), part('v')!.text),
  ),
  frame(
    `(?:${ba})?(?<s>${several})(?:的?(?:亮度|色温|灯光|光线?))?(?:都|再)*(?:调|变|弄|改|设)?(?:到|成|为|得|至)?(?<how>调?亮|调?暗|更亮|更暗|暖|冷|暖光|冷光|暖白光?|(?<n>${N})(?:k|%|流明|lm))(?:一点|一些|点|色)?${tail}`,
    (part, context) => {
      const how = part('how')!.text
      const number = slotOf(context.skeleton, part('n')?.text)
      const value = number?.kind === 'number' ? number.value : undefined
      const wish =
        value !== undefined
          ? /k/.test(how)
            ? { kelvin: value }
            : /%/.test(how)
              ? { factor: value / 100 }
              : { lumens: value }
          : /暖|冷/.test(how)
            ? { warmer: /暖/.test(how) }
            : { factor: /亮/.test(how) ? 1.5 : 0.6 }
      const acts = asMany(context, part('s'), (reference) => ({ type: 'light', reference, ...wish }))
      const isLamp = acts?.every(
        (act) =>
          act.type === 'light' &&
          (act.reference.kind !== 'named' ||
            act.reference.categories.some((category) => /lamp|light|chandelier/.test(category))),
      )
      return isLamp ? acts : undefined
    },
  ),
]

function operate(context: FrameContext, span: Span | undefined, verb: string): Act | Act[] | undefined {
  const active = !new RegExp(`^${turnOff}$`).test(verb)
  const slot = slotOf(context.skeleton, new RegExp(`${P}$`).exec(span?.text ?? '')?.[0])
  if (slot?.kind === 'part')
    return slot.part === 'door' || slot.part === 'window'
      ? {
          type: 'operate-opening',
          part: slot.part,
          isPlural: /所有|全部|每|各/.test(span!.text) || /都/.test(context.skeleton.text),
          active,
        }
      : undefined
  return asMany(context, span, (reference) => ({ type: 'operate', reference, active }))
}

const whole: readonly Frame[] = [
  frame(`(?:找到|找出|找)(?<s>${chinesePhrase})${tail}`, (part, context) => {
    const reference = referenceAt(context, part('s'))
    return reference && { type: 'find', reference }
  }),
  frame(
    `(?:${ba})?(?<s>${several})(?:都|全部|全)*(?:推|收|塞|放|移|推回)(?:进去?|回|到)?(?:${T}(?:底下|下面|下|里)|去|进去|好|回去)${tail}`,
    (part, context) => tuck(context, part('s'), false),
  ),
  frame(`(?:推好|收好|推进|收起)(?<s>${several})${tail}`, (part, context) => tuck(context, part('s'), false)),
  frame(`(?:${ba})?(?<s>${several})(?:都|全部|全)*(?:拉出来|拉开|抽出来)${tail}`, (part, context) =>
    tuck(context, part('s'), true),
  ),
  frame(
    `(?:给|为|替)(?<o>.+?)(?:腾|留|空|让|挪)(?:出)?(?:一?(?:块|个|些|点))?(?:地方|空间|位置|空地|地儿|空位|${P})${tail}`,
    (part, context) => {
      const object = newObject(context, part('o')!)
      return object && { type: 'make-room', object }
    },
  ),
  frame(
    `(?:腾|留|空|让)(?:出)?(?:一?(?:块|个|些|点))?(?:地方|空间|位置|空地|${P})(?:来)?(?:给|放|摆)(?<o>.+?)${tail}`,
    (part, context) => {
      const object = newObject(context, part('o')!)
      return object && { type: 'make-room', object }
    },
  ),
  frame(
    `(?:让|给|使|在)?(?<s>${chinesePhrase})(?:的)?(?:周围|四周|旁边|两边|两侧|边上|附近|前面|后面)(?:的)?(?:多|再|有|留|腾|空|宽敞|更|加)+(?:出)?(?:一?(?:点|些))?(?:(?<n>${L})的?)?(?:的)?(?:空间|地方|空地|余地|空隙|距离|宽敞|松|${P})?${tail}`,
    spread,
  ),
  frame(
    `(?:多|再)?(?:留|给|腾)(?:出)?(?:多?一?(?:点|些))?(?:更多的?)?(?:(?<n>${L})的?)?(?:空间|地方|${P})?(?:在|给)?(?<s>${chinesePhrase})(?:的)?(?:周围|四周|旁边|两边)(?:更多的?)?(?:空间|地方)?${tail}`,
    spread,
  ),
  frame(
    `(?:${ba})?(?:这个|这间|整个|一下)?(?:${R}|${P})?(?:整理|收拾|打理|归置|理)(?:一下|好|整齐|干净)?(?:这个|这间|整个)?(?:${R}|${P}|屋子)?${tail}`,
    () => ({ type: 'mood', mood: 'tidy' }),
  ),
  frame('.*(?:断舍离|清理杂物|减少杂物|去掉杂物|杂物太多|太乱了|太杂|清掉杂物|收起杂物|去除杂物).*$', () => ({
    type: 'mood',
    mood: 'declutter',
  })),
  frame(
    `.*(?:更|再|变得?|弄得?|布置得?|显得|有点|多点)?(?:温馨|温暖|舒适|舒服|有家的感觉|有氛围)(?:一点|一些|点|些)?${tail}`,
    (_, { existing, skeleton }) =>
      existing.size > 0 && /更|再|一点|一些|点|些|变|弄|让|不够/.test(skeleton.text)
        ? { type: 'mood', mood: 'cosier' }
        : undefined,
  ),
  frame(
    `(?:${ba})?(?:整个|这个|这间)?(?:${R}|${P}|这里|屋里|屋子|光线|灯光)?(?:里|的光线|的灯光)?(?:再|更|变得?|弄得?|调得?|太)*(?<m>明亮|敞亮|亮|暗|昏暗|黑)(?:一点|一些|点|些|堂|了)?${tail}`,
    (part, { existing, skeleton }) => {
      if (existing.size === 0) return undefined
      const isDark = /暗|黑/.test(part('m')!.text)
      const isComplaint = /太/.test(skeleton.text)
      return { type: 'mood', mood: isDark !== isComplaint ? 'darker' : 'brighter' }
    },
  ),
]

function spread(part: (name: string) => Span | undefined, context: FrameContext): Act | undefined {
  const reference = referenceAt(context, part('s'))
  const length = slotOf(context.skeleton, part('n')?.text)
  return (
    reference && { type: 'spread', reference, ...(length?.kind === 'length' ? { distance: length.values[0]! } : {}) }
  )
}

function tuck(context: FrameContext, span: Span | undefined, isOut: boolean): Act[] | undefined {
  const acts = asMany(context, span, (reference) => ({ type: 'tuck', reference, isOut }))
  const isSeats = acts?.every(
    (act) =>
      act.type === 'tuck' &&
      (act.reference.kind !== 'named' ||
        act.reference.categories.some((category) => /chair|stool|bench/.test(category))),
  )
  return isSeats ? acts : undefined
}

/** In order: the first that reads a sentence wins, so the narrow ones come first. */
export const chineseFrames: readonly Frame[] = [
  ...framesWhen(
    /找|推|收|塞|拉|抽|腾|留|空|让|周围|四周|旁边|两边|两侧|附近|整理|收拾|打理|归置|断舍离|杂|乱|温馨|温暖|舒适|舒服|氛围|家的|亮|暗|黑/,
    whole,
  ),
  ...framesWhen(/开|关|熄|亮|合上|暗|暖|冷|流明|[\uec00-\uedff]/, operating),
  ...framesWhen(/交换|对调|互换|对换|调|换|替|改|变|取代/, exchange),
  ...framesWhen(/转|旋|朝|面|对|冲|背|头|反过来/, turning),
  ...framesWhen(/[\uea00-\uebff]/, restyling),
  ...framesWhen(/少|减/, [fewer]),
  ...framesWhen(/删|去|移|拿|撤|清|走|取|扔|丢|拆|挪|弄|除|不要|不需要|不用|不想|收|腾空|卷|省|搬|只/, removal),
  ...framesWhen(/移|挪|搬|推|拖|拉|放|摆|挂|拿|调|靠|贴|端|送|带|安|塞|搁|立|收|置|往|向|朝|离|居中|挨|在/, moving),
  ...framesWhen(
    /变|换|改|加|放|缩|拉|调|做|弄|增|减|扩|更|再|宽|长|高|深|大|小|窄|短|矮|低|倍|[\ue600-\ue7ff]/,
    sizing,
  ),
]
