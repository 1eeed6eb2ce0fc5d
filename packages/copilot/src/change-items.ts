import { applyLooks, findKind, materials, sizeForShape } from '@enfilade/catalogue'
import type { BriefAttributes, LayoutResult, ProposalGroup, Text, Unmet } from '@enfilade/layout'
import {
  applyChange,
  applyOperation,
  type Change,
  emptyChange,
  isEmptyChange,
  mergeChanges,
  type Operation,
  type OperationContext,
  type SceneDocument,
  type SceneItem,
  type SceneOpening,
  type SceneRoom,
} from '@enfilade/scene'
import { colorName } from './lexicon/looks.ts'
import { kindLabel } from './names.ts'
import { createUnmet } from './refusal.ts'

export type ChangeContext = OperationContext & {
  readonly document: SceneDocument
  readonly language: 'en' | 'zh'
  readonly words: string
}

/** Gives items another colour, material, shape or style. Sizes and places stay. */
export function restyleItems(
  items: readonly SceneItem[],
  attributes: BriefAttributes,
  context: ChangeContext,
): LayoutResult {
  const unmet: Unmet[] = []
  const operations = items.flatMap((item): Operation[] => {
    const locked = refuseLocked(item, context)
    if (locked) {
      unmet.push(locked)
      return []
    }
    const { unmet: hidden, ...looks } = applyLooks(item.category, attributes, item)
    for (const what of hidden) unmet.push(refuseLook(item, what, context))
    if (Object.keys(looks).length === 0) return []
    const size = looks.shape ? sizeForShape(item.category, item.size, looks.shape) : item.size
    const isSame = size.every((value, axis) => Math.abs(value - item.size[axis]!) < 1e-9)
    return [
      { type: 'item-changed', id: item.id, ...looks },
      // A round table has equal sides.
      ...(isSame ? [] : [{ type: 'item-resized' as const, id: item.id, size }]),
    ]
  })
  const look = lookText(attributes)
  return {
    ...propose(operations, context, {
      id: 'restyle',
      title: titleOf(items, { en: 'Restyle', zh: '更换外观：' }),
      reason: { en: `Now ${look.en}. Sizes and places stay.`, zh: `改为${look.zh}，尺寸和位置不变。` },
      items,
    }),
    ...(unmet.length > 0 ? { unmet } : {}),
  }
}

/** Gives a room's walls, floor or ceiling another colour or material. */
export function restyleRoom(
  room: SceneRoom,
  surface: 'floor' | 'walls' | 'ceiling',
  attributes: BriefAttributes,
  context: ChangeContext,
): LayoutResult {
  const id = room.label?.id ?? context.createId()
  const { color, material } = attributes
  const finishes = { [surface]: { ...(color ? { color } : {}), ...(material ? { material } : {}) } }
  const label: Operation[] = room.label
    ? []
    : [{ type: 'room-labelled', id, level: room.level, at: insideOf(room), name: room.name, roomType: room.type }]
  const look = lookText(attributes)
  const names = {
    walls: { en: 'walls', zh: '墙面' },
    floor: { en: 'floor', zh: '地面' },
    ceiling: { en: 'ceiling', zh: '天花板' },
  }
  return propose([...label, { type: 'room-changed', id, finishes }], context, {
    id: 'restyle-room',
    title: { en: `Restyle the ${names[surface].en}`, zh: `更换${names[surface].zh}` },
    reason: {
      en: `Now ${look.en}, ${room.area.toFixed(2)} m² of floor.`,
      zh: `改为${look.zh}，房间面积 ${room.area.toFixed(2)} 平方米。`,
    },
    items: [],
  })
}

/** Turns lamps on or off, opens or closes what has doors or drawers. */
export function operateItems(items: readonly SceneItem[], active: boolean, context: ChangeContext): LayoutResult {
  const unmet: Unmet[] = []
  const changed = items.filter((item) => {
    const refusal = refuseLocked(item, context) ?? refuseOperation(item, active, context)
    if (refusal) unmet.push(refusal)
    return !refusal
  })
  const operations = changed.map(
    (item): Operation => ({ type: 'item-changed', id: item.id, states: stateOf(item, active) }),
  )
  const isLit = changed.every((item) => isSwitched(item))
  const count = changed.length
  const result = propose(operations, context, {
    id: 'operate',
    title: isLit
      ? titleOf(changed, active ? { en: 'Turn on', zh: '打开' } : { en: 'Turn off', zh: '关闭' })
      : titleOf(changed, active ? { en: 'Open', zh: '打开' } : { en: 'Close', zh: '关上' }),
    reason: {
      en: `${count} ${count === 1 ? 'thing changes its' : 'things change their'} state; nothing moves.`,
      zh: `${count} 件改变状态，不移动任何物品。`,
    },
    items: changed,
  })
  return {
    ...result,
    unmet:
      count > 0 && unmet.every(({ request }) => request)
        ? keepReal(unmet, count)
        : unmet.map((each) => (each.text.en.includes('already') ? { ...each, isMet: true } : each)),
  }
}

/** Among several, those that are as asked already are no refusal. */
const keepReal = (unmet: readonly Unmet[], done: number) =>
  done > 0 ? unmet.filter(({ text }) => !text.en.includes('already')) : unmet

/** Opens or closes doors and windows of the building. */
export function operateOpenings(
  openings: readonly SceneOpening[],
  active: boolean,
  context: ChangeContext,
): LayoutResult {
  const changed = openings.filter(({ open, locked }) => !locked && (open ?? 0) > 0.5 !== active)
  const operations = changed.map(({ id }): Operation => ({ type: 'opening-changed', id, open: active ? 1 : 0 }))
  const isDoor = openings[0]?.type !== 'window'
  const noun = isDoor ? { en: 'door', zh: '门' } : { en: 'window', zh: '窗' }
  if (changed.length === 0) {
    const text = {
      en: `the ${noun.en} is ${active ? 'open' : 'closed'} already (${openings[0]?.open ?? 0} of 1 open) or locked`,
      zh: `${noun.zh}已经${active ? '打开' : '关上'}（开度 ${openings[0]?.open ?? 0}）或已锁定`,
    }
    return {
      groups: [],
      unmet: [{ ...createUnmet(context.words, text, context.language), isMet: true }],
      truncated: false,
    }
  }
  const verb = active ? { en: 'Open', zh: '打开' } : { en: 'Close', zh: '关上' }
  return propose(operations, context, {
    id: 'operate-opening',
    title: { en: `${verb.en} the ${noun.en}`, zh: `${verb.zh}${noun.zh}` },
    reason: {
      en: `${changed.length} of ${openings.length}, ${changed.map(({ width }) => width.toFixed(2)).join(' and ')} m wide.`,
      zh: `${openings.length} 扇中的 ${changed.length} 扇，宽 ${changed.map(({ width }) => width.toFixed(2)).join('、')} 米。`,
    },
    items: changed.map(({ id }) => ({ id })),
  })
}

const isSwitched = (item: SceneItem) => {
  const kind = findKind(item.category)
  return kind?.light !== undefined || kind?.group === 'electronics' || item.states?.on !== undefined
}

const canOpen = (item: SceneItem) => item.states?.open !== undefined || findKind(item.category)?.opens !== undefined

const stateOf = (item: SceneItem, active: boolean): { readonly [key: string]: boolean | number } =>
  isSwitched(item) ? { on: active } : { open: active ? 1 : 0 }

function refuseLocked(item: SceneItem, { words, language }: ChangeContext): Unmet | undefined {
  if (!item.locked) return undefined
  const text = {
    en: `the ${kindLabel(item.category, 'en')} is locked (1 lock set): unlock it first`,
    zh: `${kindLabel(item.category, 'zh')}已锁定（1 个锁），请先解锁`,
  }
  return createUnmet(words, text, language)
}

/** A table can't be "leather-shaped": what a kind does not show is said. */
function refuseLook(item: SceneItem, what: string, { words, language }: ChangeContext): Unmet {
  const kind = findKind(item.category)
  const names = {
    color: ['colour', '颜色'],
    material: ['material', '材质'],
    shape: ['shape', '形状'],
    style: ['style', '风格'],
  } as const
  const [en, zh] = names[what as 'color'] ?? [what, what]
  const shapes = what === 'shape' ? (kind?.shapes ?? []).join(', ') : ''
  return createUnmet(
    words,
    {
      en: `the ${kindLabel(item.category, 'en')} can't show that ${en}${shapes ? `: it can be ${shapes}` : ': 0 ways'}`,
      zh: `${kindLabel(item.category, 'zh')}无法呈现该${zh}${shapes ? `：可为 ${shapes}` : '：0 种方式'}`,
    },
    language,
  )
}

function refuseOperation(item: SceneItem, active: boolean, { words, language }: ChangeContext): Unmet | undefined {
  const [en, zh] = [kindLabel(item.category, 'en'), kindLabel(item.category, 'zh')]
  if (isSwitched(item)) {
    // A lamp that nobody has switched yet can be told either way.
    if (item.states?.on !== active) return undefined
    return createUnmet(
      words,
      {
        en: `the ${en} is ${active ? 'on' : 'off'} already (1 of 1)`,
        zh: `${zh}已经${active ? '打开' : '关闭'}（1/1）`,
      },
      language,
    )
  }
  if (canOpen(item)) {
    if ((item.states?.open ?? 0) > 0.5 !== active) return undefined
    return createUnmet(
      words,
      {
        en: `the ${en} is ${active ? 'open' : 'closed'} already (${item.states?.open ?? 0} of 1 open)`,
        zh: `${zh}已经${active ? '打开' : '关上'}（开度 ${item.states?.open ?? 0}）`,
      },
      language,
    )
  }
  return createUnmet(
    words,
    { en: `the ${en} has nothing to switch or open: 0 states`, zh: `${zh}没有可开关的部分：0 种状态` },
    language,
  )
}

function titleOf(items: readonly SceneItem[], verb: Text): Text {
  const names = (language: 'en' | 'zh') => [...new Set(items.map(({ category }) => kindLabel(category, language)))]
  return { en: `${verb.en} ${names('en').join(', ')}`, zh: `${verb.zh}${names('zh').join('、')}` }
}

/** "green, oak": what was said of the looks, in both languages. */
function lookText({ color, colorName: said, material, shape, style }: BriefAttributes): Text {
  const named = material ? materials[material as keyof typeof materials]?.name : undefined
  const words = (language: 'en' | 'zh') =>
    [
      color ? (isOf(said, language) ? said : colorName(color, language)) : undefined,
      material ? (named?.[language].toLowerCase() ?? material) : undefined,
      shape,
      style,
    ].filter((word) => word !== undefined)
  return { en: words('en').join(', '), zh: words('zh').join('、') }
}

const isOf = (word: string | undefined, language: 'en' | 'zh') =>
  word !== undefined && /\p{Script=Han}/u.test(word) === (language === 'zh')

const insideOf = (room: SceneRoom) => {
  const [a, b, c] = room.polygon as [readonly [number, number], readonly [number, number], readonly [number, number]]
  return [(a[0] + b[0] + c[0]) / 3, (a[1] + b[1] + c[1]) / 3] as const
}

export type Described = Pick<ProposalGroup, 'id' | 'title' | 'reason'> & {
  readonly items: readonly { readonly id: string }[]
}

/** One group of operations on the document, applied in order. */
export function propose(
  operations: readonly Operation[],
  context: ChangeContext,
  { items, ...described }: Described,
): LayoutResult {
  let { document } = context
  let change: Change = emptyChange
  const unmet: Unmet[] = []
  for (const operation of operations) {
    const outcome = applyOperation(document, operation, context)
    if (!outcome.ok) {
      unmet.push(createUnmet(context.words, { en: outcome.message, zh: `未能执行：${outcome.code}` }, context.language))
      continue
    }
    document = applyChange(document, outcome.change)
    change = mergeChanges(change, outcome.change)
  }
  if (isEmptyChange(change)) {
    if (unmet.length === 0 && operations.length > 0)
      unmet.push({
        ...createUnmet(
          context.words,
          { en: 'it is so already: 0 changes', zh: '已经如此：改动 0 处' },
          context.language,
        ),
        isMet: true,
      })
    return { groups: [], unmet, truncated: false }
  }
  const measurements = [{ name: 'changed', value: operations.length, unit: '' }]
  return {
    groups: [{ ...described, measurements, items: items.map(({ id }) => id).sort(), change }],
    unmet,
    truncated: false,
  }
}
