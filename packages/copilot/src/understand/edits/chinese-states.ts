import { asMany, ba, frame, several, tail } from './chinese-frame.ts'
import type { Act, Frame, FrameContext, Span } from './frame.ts'
import { referenceAt } from './frame.ts'
import { newObject } from './new-object.ts'
import { chinesePhrase } from './noun-phrase.ts'
import { slotOf, symbols } from './skeleton.ts'

const { T, P, L, N, R } = symbols

const turnOn = '(?:打开|开启|点亮|开亮|开一下|开)'
const turnOff = '(?:关掉|关上|关闭|熄灭|熄掉|熄|合上|关一下|关了|关)'
const openings = `(?:所有的?|全部|每一?扇?|这扇|那扇|各)?${P}`
export const operating: readonly Frame[] = [
  frame(
    `(?:${ba})(?<s>${several}|${openings})(?:都|全部|全|给|先)*(?<v>${turnOn}|${turnOff})${tail}`,
    (part, context) => operate(context, part('s'), part('v')!.text),
  ),
  frame(`(?<v>${turnOn}|${turnOff})(?<s>${several}|${openings})${tail}`, (part, context) =>
    operate(context, part('s'), part('v')!.text),
  ),
  frame(
    `(?<s>${several}|${openings})(?:都|全部|全|也|给我|给)*(?<v>打开|开启|点亮|开着|亮着|关着|关掉|关上|关闭|熄灭|熄掉|合上|关了|开了|关|开)${tail}`,
    (part, context) => operate(context, part('s'), part('v')!.text),
  ),
  // 「床头两盏台灯都关掉」.
  frame(
    `(?:${ba})?${T}(?:上面?|边|旁边?|两边|两侧|里)?的?(?<s>${several})(?:都|全部|全|也|给我|给)*(?<v>打开|开启|点亮|开着|亮着|关着|关掉|关上|关闭|熄灭|熄掉|关了|关|开)${tail}`,
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
  const active = !new RegExp(`^(?:${turnOff}|关着)$`).test(verb)
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

export const whole: readonly Frame[] = [
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
