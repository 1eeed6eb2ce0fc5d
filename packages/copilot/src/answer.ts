import type { Measurement } from '@enfilade/layout'
import type { Id, Scene, SceneRoom } from '@enfilade/scene'
import { contentsOf, countOf } from './answers/count.ts'
import { distanceOf, wayOf } from './answers/distance.ts'
import { looksOf, problemsOf, stateOf, whichOf } from './answers/judge.ts'
import { placeOf } from './answers/place.ts'
import { canBeAsked } from './answers/plain.ts'
import { sizeOf } from './answers/size.ts'
import type { Intent } from './understand/intent.ts'

/** An answer computed from the scene, with what it used. */
export type Answer = {
  readonly text: string
  readonly elements: readonly Id[]
  readonly measurements: readonly Measurement[]
}

export type QuestionContext = {
  readonly scene: Scene
  readonly rooms: readonly SceneRoom[]
  /** The room asked about: named, given or the only one. Absent: the whole home. */
  readonly room?: SceneRoom
  /** True where the words name the room. */
  readonly isNamed: boolean
  readonly selection: readonly Id[]
  /** What the request spoke of last. */
  readonly focus: readonly Id[]
  readonly language: 'en' | 'zh'
}

export type Question = Extract<Intent, { type: 'question' }>

/** Answers a question about the space; one that can't be answered says what can be asked. */
export function answerQuestion(question: Question, context: QuestionContext): Answer {
  const { about, isWay, part } = question
  if (isWay && about.length > 0 && question.ask !== 'how_many') return wayOf(question, context)
  switch (question.ask) {
    case 'how_many':
      return countOf(question, context)
    case 'how_big':
    case 'how_wide':
    case 'how_long':
    case 'how_high':
      return sizeOf(question, context)
    case 'how_far':
      return distanceOf(question, context)
    case 'where':
      return placeOf(question, context)
    case 'which':
      return whichOf(question, context)
    case 'looks':
      return looksOf(question, context)
    case 'problems':
      return problemsOf(question, context)
    case 'is_there':
      if (/\b(on|off|open|closed|shut)\b|开着|关着/i.test(question.words) && (about.length > 0 || part))
        return stateOf(question, context)
      if (question.pack && about.length === 0) return problemsOf(question, context)
      return about.length > 0 || part === 'window' || part === 'door'
        ? countOf(question, context)
        : canBeAsked(context.language)
    case 'what':
      if (about.length > 0) return sizeOf(question, context)
      return context.isNamed || /\b(in|here|there|list)\b|有什么|有哪些|列出/i.test(question.words)
        ? contentsOf(context)
        : canBeAsked(context.language)
    case 'help':
      return canBeAsked(context.language, true)
    default:
      return question.pack ? problemsOf(question, context) : canBeAsked(context.language)
  }
}
