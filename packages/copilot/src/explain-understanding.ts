import { findKind } from '@enfilade/catalogue'
import type {
  Bounds,
  Brief,
  BriefDemand,
  BriefObject,
  BriefRelation,
  Occupants,
  RelationTarget,
} from '@enfilade/layout'
import { roomName } from './names.ts'
import type { Understanding } from './understand/intent.ts'

type Language = 'en' | 'zh'

/** What a request was understood to ask for, in words, a line for each thing: for `--explain` and for people who wonder. */
export function explainUnderstanding({ intents, notUnderstood }: Understanding, language: Language): string {
  const zh = language === 'zh'
  const lines: string[] = [zh ? '理解为：' : 'Understood as:']
  for (const intent of intents) {
    if (intent.type === 'furnish' || intent.type === 'convert') {
      const rooms = intent.type === 'furnish' ? intent.rooms : undefined
      lines.push(...explainBrief(intent.brief, language))
      for (const { brief } of rooms ?? []) lines.push(...explainBrief(brief, language))
    } else if (intent.type === 'add') {
      lines.push(zh ? '添加' : 'Add')
      for (const object of intent.objects) lines.push(explainObject(object, intent.objects, language))
    } else lines.push(`${editNames[intent.type]?.[language] ?? intent.type.replaceAll('-', ' ')}: “${intent.words}”`)
  }
  if (intents.length === 0) lines.push(zh ? '没有读出请求' : 'no request')
  if (notUnderstood.length > 0)
    lines.push(
      `${zh ? '没有理解：' : 'Not understood: '}${notUnderstood.map((words) => `“${words}”`).join(zh ? '、' : ', ')}`,
    )
  return lines.join('\n')
}

const editNames: { readonly [type: string]: { readonly en: string; readonly zh: string } } = {
  question: { en: 'Question', zh: '提问' },
  remove: { en: 'Remove', zh: '移除' },
  move: { en: 'Move', zh: '移动' },
  swap: { en: 'Swap', zh: '交换' },
  replace: { en: 'Replace', zh: '替换' },
  rotate: { en: 'Rotate', zh: '旋转' },
  resize: { en: 'Resize', zh: '调整大小' },
  restyle: { en: 'Restyle', zh: '更换外观' },
  refused: { en: 'Not possible by words', zh: '无法用文字完成' },
}

function explainBrief(brief: Brief, language: Language): string[] {
  const zh = language === 'zh'
  const lines = [[brief.room.type, ...(brief.room.alsoFor ?? [])].map((type) => roomName(type, language)).join(' + ')]
  const add = (en: string, chinese: string, value: string | undefined) => {
    if (value) lines.push(`  ${zh ? `${chinese}：` : `${en}: `}${value}`)
  }
  add('for', '住户', explainPeople(brief.occupants, language))
  add('style', '风格', [brief.style?.name, brief.style?.words].filter(Boolean).join(' – '))
  if (brief.density !== 'normal') add('density', '疏密', brief.density)
  if (brief.only) lines.push(zh ? '  只要所列之物' : '  nothing but what is named')
  for (const object of brief.objects) lines.push(explainObject(object, brief.objects, language))
  add('none of', '不要', brief.exclusions.map(({ category }) => kindName(category, language)).join(zh ? '、' : ', '))
  for (const demand of brief.demands ?? []) lines.push(`  ${explainDemand(demand, brief.objects, language)}`)
  return lines
}

const people: { readonly [name in keyof Omit<Occupants, 'words'>]-?: readonly [string, string] } = {
  adults: ['adults', '成人'],
  children: ['children', '儿童'],
  babies: ['babies', '婴儿'],
  elderly: ['elderly', '老人'],
  wheelchair: ['wheelchair users', '轮椅使用者'],
  working: ['working here', '在此工作'],
  guests: ['at the table', '用餐'],
  pets: ['pets', '宠物'],
  cats: ['cats', '猫'],
  dogs: ['dogs', '狗'],
}

function explainPeople(occupants: Occupants | undefined, language: Language): string | undefined {
  if (!occupants) return undefined
  return Object.entries(people)
    .flatMap(([name, [en, zh]]) => {
      const count = occupants[name as keyof typeof people]
      return count ? [`${count} ${language === 'zh' ? zh : en}`] : []
    })
    .join(language === 'zh' ? '、' : ', ')
}

function explainObject(object: BriefObject, all: readonly BriefObject[], language: Language): string {
  const { count, attributes, size, seats, sizeClass } = object
  const number =
    count.max === count.min
      ? String(count.min)
      : count.max === undefined
        ? `≥ ${count.min}`
        : `${count.min}–${count.max}`
  const looks = [
    sizeClass,
    attributes?.colorName,
    attributes?.material?.replaceAll('_', ' '),
    attributes?.shape,
    attributes?.style,
    attributes?.variant,
    ...(attributes?.parts ?? []).map(({ part, material, color }) =>
      [material ?? color, part].filter(Boolean).join(' '),
    ),
    ...Object.entries(size ?? {}).map(([axis, bounds]) => `${axisName(axis, language)} ${explainBounds(bounds)} m`),
    seats ? (language === 'zh' ? `${seats} 人` : `for ${seats}`) : undefined,
  ].filter((value) => value !== undefined)
  const places = object.relations.map((relation) => explainRelation(relation, all, language))
  const label = object.label ?? kindName(object.category, language)
  return `  ${number} × ${label}${looks.length > 0 ? ` (${looks.join(', ')})` : ''}${places.length > 0 ? `: ${places.join('; ')}` : ''}`
}

const axisNames: { readonly [axis: string]: string } = { width: '宽', depth: '深', height: '高' }
const axisName = (axis: string, language: Language) => (language === 'zh' ? (axisNames[axis] ?? axis) : axis)

const round = (value: number) => String(Math.round(value * 1000) / 1000)

function explainBounds({ exact, min, max }: Bounds): string {
  if (exact !== undefined) return round(exact)
  if (min !== undefined && max !== undefined) return `${round(min)}–${round(max)}`
  return min !== undefined ? `≥ ${round(min)}` : `≤ ${round(max ?? 0)}`
}

function explainRelation(relation: BriefRelation, all: readonly BriefObject[], language: Language): string {
  const zh = language === 'zh'
  const targets = [relation.target, relation.and].flatMap((target) =>
    target ? [targetName(target, all, language)] : [],
  )
  return [
    relation.negated ? (zh ? '不' : 'not') : undefined,
    relation.distance ? `${explainBounds(relation.distance)} m` : undefined,
    relation.type.replaceAll('_', ' '),
    targets.join(zh ? '与' : ' and ') || undefined,
    relation.side ? `(${relation.side})` : undefined,
    relation.each ? (zh ? '（各一）' : '(one each)') : undefined,
    relation.strength === 'wish' ? (zh ? '（最好）' : '(if it can be)') : undefined,
  ]
    .filter((word) => word !== undefined)
    .join(' ')
}

function targetName(target: RelationTarget, all: readonly BriefObject[], language: Language): string {
  if (target.kind === 'object') {
    const object = all.find(({ key }) => key === target.key)
    return object ? (object.label ?? kindName(object.category, language)) : target.key
  }
  if (target.kind === 'category') return kindName(target.category, language)
  if (target.kind === 'item') return target.id
  return [target.choose, target.side, target.part].filter(Boolean).join(' ')
}

function explainDemand({ type, value, about }: BriefDemand, all: readonly BriefObject[], language: Language): string {
  const name = type.replaceAll('_', ' ')
  return [
    name,
    value === undefined ? undefined : round(value),
    about ? `→ ${targetName(about, all, language)}` : undefined,
  ]
    .filter((word) => word !== undefined)
    .join(' ')
}

const kindName = (category: string, language: Language) =>
  findKind(category)?.names[language][0]?.toLowerCase() ?? category.replaceAll('_', ' ')
