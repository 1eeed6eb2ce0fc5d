import type { SceneItem } from '@enfilade/scene'
import { itemsInRoom } from '@enfilade/scene'
import type { Answer, QuestionContext } from '../answer.ts'
import { type FoundItems, findItems } from '../find-items.ts'
import { nameOfRoom } from '../names.ts'
import { quote } from '../refusal.ts'
import type { Reference } from '../understand/intent.ts'

export function plain(language: 'en' | 'zh', en: string, zh: string): Answer {
  return { text: language === 'zh' ? zh : en, elements: [], measurements: [] }
}

/** What can be asked; `isHelp` where that is the question, else said of what has no answer here. */
export function canBeAsked(language: 'en' | 'zh', isHelp = false): Answer {
  return plain(
    language,
    `${isHelp ? '' : 'That can’t be answered from the space. '}You can ask how many, how big, how wide, how far apart, where something is, which is largest or brightest, what is in a room, what colour something is, and what is wrong.`,
    `${isHelp ? '' : '这个问题无法从空间数据中回答。'}可以问：有几个、多大、多宽、相距多远、在哪里、哪个最大或最亮、房间里有什么、是什么颜色、有什么问题。`,
  )
}

export function notThere(reference: Reference, { language, room, isNamed }: QuestionContext): Answer {
  if (reference.kind === 'pronoun')
    return plain(
      language,
      'Nothing is selected, so it is unclear what is meant.',
      '没有选中任何东西，不清楚指的是什么。',
    )
  const noun = reference.kind === 'named' ? reference.noun : reference.words
  const [en, zh] = room && isNamed ? [`in ${nameOfRoom(room, 'en')}`, nameOfRoom(room, 'zh')] : ['here', '这里']
  return plain(language, `There is no ${quote(noun)} ${en}.`, `${zh}没有${quote(noun)}。`)
}

/** The things that a question is about: of the named room alone, else those of the given room first. */
export function findAbout(
  reference: Reference,
  { scene, selection, focus, room, isNamed }: QuestionContext,
): FoundItems {
  const items = room ? itemsInRoom(scene, room) : undefined
  return findItems(reference, {
    scene,
    selection,
    focus,
    ...(items ? (isNamed ? { within: items } : { preferred: items }) : {}),
  })
}

/** All things that are meant, also by a singular: for counting and comparing. */
export function findAll(reference: Reference, context: QuestionContext): readonly SceneItem[] {
  const all = reference.kind === 'named' ? { ...reference, isPlural: true, count: 0 } : reference
  const found = findAbout(all, context)
  return 'items' in found ? found.items : []
}

export const metres = (value: number) => `${value.toFixed(2)} m`
export const round = (value: number) => Math.round(value * 1000) / 1000
