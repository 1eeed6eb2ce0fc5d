import type { EditTurn } from '../intent.ts'
import { asMany, ba, frame, several, tail } from './chinese-frame.ts'
import { readDestination } from './destination.ts'
import type { Act, Frame, FrameContext, Span } from './frame.ts'
import { isThere, referenceAt } from './frame.ts'
import { chinesePhrase } from './noun-phrase.ts'
import { readTarget } from './place-phrase.ts'
import { slotOf, symbols } from './skeleton.ts'

const { T, P, A, C, N, L } = symbols

const turnVerb = '(?:旋转|转动|转|旋)'
const compass: { readonly [side: string]: number } = { 南: 0, 东: Math.PI / 2, 北: Math.PI, 西: -Math.PI / 2 }
const face = '(?:转向|转到?(?:面|朝)?(?:向|着|对|朝)?|面向|面对着?|面朝|朝向|朝着|对着|正对着?|冲着|朝|对向)'

export const turning: readonly Frame[] = [
  frame(
    `(?:${ba})?(?<s>${chinesePhrase})(?:转(?:过来|过去|动|身)?|调整?)?(?:成|到|为|来)?${face}(?<t>[东南西北])(?:边|面|方|侧)?${tail}`,
    (part, context) => {
      const reference = referenceAt(context, part('s'))
      return reference && { type: 'rotate', reference, turn: { to: compass[part('t')!.text]! } }
    },
  ),
  frame(
    `(?:${ba})?(?<s>${chinesePhrase})(?<all>(?:都|全|各|一起|同时)*)(?:转(?:过来|过去|动|身)?|调整?|摆|放)?(?:成|到|为|来|去)?(?<f>${face}|背对着?|背向|背朝着?)(?<t>${chinesePhrase}|${P})(?:的?方向|那边|摆放|放)?${tail}`,
    (part, context) => {
      const reference = referenceAt(context, part('s'))
      const target = readTarget(context.skeleton, context.request, part('t')!.from, part('t')!.text)
      if (!reference || !target || new RegExp(`^(?:${A}|${C}|${N})`).test(part('t')!.text)) return undefined
      if (part('all')!.text !== '' && !isThere(reference, context.existing)) return undefined
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
    `(?:${ba})?(?<s>${chinesePhrase})(?:都|全|全都|各)*(?<how>(?:向|往|朝)?(?:左|右|逆时针|顺时针)?(?:方向)?${turnVerb}(?:过来|过去|个身|身)?(?:了)?(?:个|上|它)?(?:${A}|直角|半圈|一圈|个?方向|个?头)?|掉(?:个)?头|调(?:个)?头|反过来|转过来|掉转方向)${tail}`,
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

const moveVerb = '(?:移动|移|挪动|挪|搬|推|拖|拉|放|摆|摆放|放置|挂|拿|调整?|靠|贴|端|送|带|安|安放|塞|搁|立|收|置)'
export const moving: readonly Frame[] = [
  // 「画挂低15公分」, 「吊灯往上提一点」.
  frame(
    `(?:${ba})?(?<s>${several})(?:都|再|要|应该|可以|往|向)*(?:挂|移|调|放|升|降|提|抬|吊)*(?:得)?(?:再|更|稍微?|略)*(?<v>高|低|上|下)(?:移|调|挪|提|降|升)?(?<l>${L}|一点点?|一些|点|些)?${tail}`,
    (part, context) => {
      if (!/[挂移调升降提抬吊]/.test(context.skeleton.text.slice(part('s')!.to))) return undefined
      const length = slotOf(context.skeleton, part('l')?.text)
      const distance = length?.kind === 'length' ? length.values[0]! : 0.1
      const direction = /[低下]/.test(part('v')!.text) ? 'down' : 'up'
      const acts = asMany(context, part('s'), (reference) => ({ type: 'move', reference, to: { direction, distance } }))
      return acts?.every((act) => act.type !== 'move' || isThere(act.reference, context.existing)) ? acts : undefined
    },
  ),
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
  // 「三把在一边，三把在另一边」 parts what is there; adding some more would be wrong.
  frame(
    `(?:${ba})?(?<s>${N}[把个张盏条台只]的?${T}|${T}${N}[把个张盏条台只])(?:分?别?[放摆坐站])?[在到]?(?:同?一|另一|其中一|左|右)[边侧头](?:,.*)?${tail}`,
    (part, context) => {
      const slot = slotOf(context.skeleton, new RegExp(T).exec(part('s')!.text)?.[0])
      return slot?.kind === 'thing' && slot.categories.some((category) => context.existing.has(category))
        ? { type: 'refused', reason: 'unclear' }
        : undefined
    },
  ),
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
