import type { BriefAttributes, BriefCount, BriefObject, RelationType, RoomType } from '@enfilade/layout'
import type { BuildingPart, MeaningOf } from '../lexicon/meaning.ts'

type Span = { readonly first: number; readonly last: number; readonly words: string }

/** A thing named in a clause. `first` and `last` are piece indices of the name with its modifiers. */
export type ObjectMention = Span & {
  readonly kind: 'object'
  /** Piece index of the noun. */
  readonly at: number
  readonly category: string
  /** The noun as it was written, with what the lexicon takes as one word. */
  readonly noun: string
  /** Categories that the noun may mean, where it is a word for several. */
  readonly family?: readonly string[]
  readonly label?: string
  readonly count: BriefCount
  /** A number or an article was said. */
  readonly isCounted: boolean
  /** "the bed": one that is there or was named before. */
  readonly isDefinite: boolean
  /** "each nightstand", 「每张床」. */
  readonly isEach?: boolean
  /** 「每人一张书桌」. */
  readonly isPerHead?: boolean
  readonly size?: { readonly width?: number; readonly depth?: number; readonly height?: number }
  /** The sizes with "at least" and the like; exact ones are in `size` too. */
  readonly bounds?: BriefObject['size']
  readonly sizeClass?: 'small' | 'medium' | 'large'
  readonly seats?: number
  readonly attributes?: BriefAttributes
  /** What was said of its looks after the noun: "make the sofa green". */
  readonly after?: BriefAttributes
  /** Where its own words place it: "a wall-mounted television", "a corner shelf". */
  readonly place?: RelationType
  /** A part of the room for a use, with the thing that it cannot do without. */
  readonly zone?: { readonly room?: RoomType }
  /** Looks like what was named before it. */
  readonly isMatching?: boolean
  readonly isUnknown: boolean
}

export type PartMention = Span & {
  readonly kind: 'part'
  readonly part: BuildingPart
  readonly meaning: MeaningOf<'part'>
  readonly isEach?: boolean
  readonly isPlural?: boolean
}

/** "it", "them"; `isAll`: "everything"; `count`: "one", "the other two", 「各一个」. */
export type PronounMention = Span & {
  readonly kind: 'pronoun'
  readonly isPlural: boolean
  readonly isAll?: boolean
  readonly isEach?: boolean
  readonly count?: number
  /** "a blue one": another thing like the last, that looks so. */
  readonly attributes?: BriefAttributes
}

export type Mention = ObjectMention | PartMention | PronounMention
