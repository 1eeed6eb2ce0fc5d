import type { Brief, BriefObject, BriefRelation, MoveTarget, ResizeInput, RotateInput } from '@enfilade/layout'
import type { Ask } from '../lexicon/meaning.ts'

/** What an edit is about: a category as it was named, or what "it" and the selection stand for. */
export type Reference =
  | {
      readonly kind: 'named'
      readonly category: string
      /** All that the noun may mean; `category` is the first. */
      readonly categories: readonly string[]
      readonly label?: string
      readonly isPlural: boolean
      readonly count?: number
      readonly attributes?: BriefObject['attributes']
      readonly near?: BriefRelation
      readonly words: string
    }
  | { readonly kind: 'pronoun'; readonly words: string }

/** The size of a room to be made, from words. Metres and m². */
export type RoomSize = {
  readonly width?: number
  readonly depth?: number
  readonly height?: number
  readonly area?: number
}

/** One thing that a request asks for. A request is a list of them, in order. */
export type Intent =
  | { readonly type: 'furnish'; readonly brief: Brief; readonly size?: RoomSize; readonly words: string }
  | { readonly type: 'add'; readonly objects: readonly BriefObject[]; readonly words: string }
  | { readonly type: 'remove'; readonly reference: Reference; readonly words: string }
  | { readonly type: 'move'; readonly reference: Reference; readonly to: MoveTarget; readonly words: string }
  | { readonly type: 'swap'; readonly reference: Reference; readonly other: Reference; readonly words: string }
  | {
      readonly type: 'rotate'
      readonly reference: Reference
      readonly turn: RotateInput['turn']
      readonly words: string
    }
  | {
      readonly type: 'resize'
      readonly reference: Reference
      readonly size: ResizeInput['size']
      readonly words: string
    }
  | {
      readonly type: 'question'
      readonly ask: Ask
      readonly about: readonly Reference[]
      readonly part?: string
      readonly words: string
    }

/** What a request was understood to mean. Nothing is dropped: words without a meaning are listed. */
export type Understanding = {
  readonly language: 'en' | 'zh'
  readonly intents: readonly Intent[]
  readonly notUnderstood: readonly string[]
}
