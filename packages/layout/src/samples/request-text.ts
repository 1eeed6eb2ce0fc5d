import { findKind } from '@enfilade/catalogue'
import type { Random } from '@enfilade/geometry'
import type { Density, RoomType } from '../brief.ts'
import type { Labels, RelationLabel } from './label-sample.ts'

/** A request whose every claim holds in the sample: counts of kinds and some relations. */
export type RequestText = {
  readonly en: string
  readonly zh: string
  readonly counts: { readonly [category: string]: number }
  readonly relations: readonly RelationLabel[]
}

const MOST_KINDS = 5
const MOST_RELATIONS = 3

/** Words for relations: what stands between subject and target. */
const said: { readonly [type: string]: readonly [en: string, zh: (target: string) => string] } = {
  beside: ['beside', (target) => `在${target}旁边`],
  left_of: ['to the left of', (target) => `在${target}左边`],
  right_of: ['to the right of', (target) => `在${target}右边`],
  in_front_of: ['in front of', (target) => `在${target}前面`],
  behind: ['behind', (target) => `在${target}后面`],
  opposite: ['opposite', (target) => `和${target}相对`],
  facing: ['facing', (target) => `朝着${target}`],
  on: ['on', (target) => `放在${target}上`],
  against_wall: ['against the wall', () => '靠墙'],
  in_corner: ['in the corner', () => '放在墙角'],
  under_window: ['under the window', () => '在窗下'],
  by_window: ['by the window', () => '靠窗'],
  by_door: ['by the door', () => '在门边'],
  centred: ['in the middle of the room', () => '在房间中央'],
}

const roomNames: { readonly [type in RoomType]?: readonly [en: string, zh: string] } = {
  bedroom: ['bedroom', '卧室'],
  living_room: ['living room', '客厅'],
  dining_room: ['dining room', '餐厅'],
  study: ['study', '书房'],
  kids_room: ["children's room", '儿童房'],
  kitchen: ['kitchen', '厨房'],
  studio: ['studio flat', '单间公寓'],
  bathroom: ['bathroom', '卫生间'],
  entrance: ['entrance hall', '玄关'],
  laundry: ['laundry room', '洗衣房'],
}

const numbersEn = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const numbersZh = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十']

/** Describes part of a sample in both languages; only kinds that the catalogue names, relations only of single things. */
export const describeSample = (
  type: RoomType,
  density: Density,
  labels: Labels,
  categoryOf: ReadonlyMap<string, string>,
  random: Random,
): RequestText => {
  const kinds = random
    .shuffle(Object.keys(labels.counts).filter((category) => findKind(category) && labels.counts[category]! <= 10))
    .slice(0, 2 + random.int(MOST_KINDS - 1))
    .sort()
  const isSingle = (id: string | undefined): boolean =>
    id === undefined || (labels.counts[categoryOf.get(id)!] === 1 && findKind(categoryOf.get(id)!) !== undefined)
  const relations = random
    .shuffle(
      labels.relations.filter((label) => isSingle(label.subject) && isSingle(label.target) && label.type in said),
    )
    .slice(0, random.int(MOST_RELATIONS + 1))
  const nameOf = (id: string): { en: string; zh: string } => nameOfKind(categoryOf.get(id)!)
  const [roomEn, roomZh] = roomNames[type] ?? ['room', '房间']
  const en = [
    `${densityEn[density]} ${roomEn} with ${listEn(kinds.map((category) => countEn(category, labels.counts[category]!)))}.`,
    ...relations.map(({ type: relation, subject, target }) =>
      [`The ${nameOf(subject).en} is ${said[relation]![0]}`, ...(target ? [`the ${nameOf(target).en}`] : [])]
        .join(' ')
        .concat('.'),
    ),
  ].join(' ')
  const zh = [
    `${densityZh[density]}${roomZh}，要有${kinds.map((category) => countZh(category, labels.counts[category]!)).join('、')}。`,
    ...relations.map(
      ({ type: relation, subject, target }) =>
        `${nameOf(subject).zh}${said[relation]![1](target ? nameOf(target).zh : '')}。`,
    ),
  ].join('')
  return {
    en,
    zh,
    counts: Object.fromEntries(kinds.map((category) => [category, labels.counts[category]!])),
    relations,
  }
}

const densityEn: { readonly [density in Density]: string } = {
  sparse: 'A sparse',
  normal: 'A',
  full: 'A fully furnished',
}
const densityZh: { readonly [density in Density]: string } = {
  sparse: '一间简洁的',
  normal: '一间',
  full: '一间布置得满的',
}

const nameOfKind = (category: string): { en: string; zh: string } => {
  const names = findKind(category)?.names
  const en = names?.en[0] ?? category.replaceAll('_', ' ')
  // "Sofa" is a heading, "TV" is not.
  return { en: /^[A-Z][a-z]/.test(en) ? en[0]!.toLowerCase() + en.slice(1) : en, zh: names?.zh[0] ?? category }
}

const countEn = (category: string, count: number): string => {
  const { en } = nameOfKind(category)
  if (count === 1) return `${/^[aeiou]/.test(en) ? 'an' : 'a'} ${en}`
  return `${numbersEn[count]} ${pluralOf(en)}`
}

const pluralOf = (name: string): string => {
  if (/(shelf|leaf)$/.test(name)) return name.replace(/f$/, 'ves')
  if (/(s|x|ch|sh)$/.test(name)) return `${name}es`
  return /[^aeiou]y$/.test(name) ? name.replace(/y$/, 'ies') : `${name}s`
}

/** Measure words by how a name ends; 个 for all else. */
const measureWords: readonly (readonly [RegExp, string])[] = [
  [/[床桌几沙发台]$|沙发/, '张'],
  [/[椅伞]$/, '把'],
  [/灯$/, '盏'],
  [/[画]$/, '幅'],
  [/[毯垫]$/, '块'],
  [/[植物绿植]$/, '盆'],
  [/[电视机器冰箱]$/, '台'],
]

const countZh = (category: string, count: number): string => {
  const { zh } = nameOfKind(category)
  const measure = measureWords.find(([ending]) => ending.test(zh))?.[1] ?? '个'
  return `${numbersZh[count]}${measure}${zh}`
}

const listEn = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
