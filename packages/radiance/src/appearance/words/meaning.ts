import type { MaterialName, StyleName } from '@enfilade/catalogue'
import type { LightWish, Mood } from '../appearance-brief.ts'
import type { PaletteName } from '../named-palettes.ts'

/** How a colour or material is to be changed. */
export type Tone = 'light' | 'dark' | 'muted' | 'vivid' | 'warm' | 'cool'

/** What a word or phrase says of the looks of a space. */
export type Meaning =
  | {
      readonly type: 'style'
      readonly style: StyleName /** What the word means before a thing: "cream walls". */
      readonly color?: string
    }
  | { readonly type: 'color'; readonly color: string }
  | { readonly type: 'material'; readonly material: MaterialName; readonly color?: string }
  | { readonly type: 'target'; readonly targets: readonly string[] }
  | {
      readonly type: 'mood'
      readonly moods: readonly Mood[]
      readonly light?: LightWish /** Before a colour or material. */
      readonly tone?: Tone
    }
  | { readonly type: 'palette'; readonly palette: PaletteName }
  | { readonly type: 'light'; readonly light: LightWish; readonly moods?: readonly Mood[] }
  | { readonly type: 'tone'; readonly tone: Tone }
  | { readonly type: 'not' }
  | { readonly type: 'and' }
  /** "in", "of", 「用」: what follows is of the thing before. */
  | { readonly type: 'in' }
  /** "a touch of": the style that follows counts less. */
  | { readonly type: 'touch' }
  | { readonly type: 'skip' }

export type Entries = readonly (readonly [words: string, meaning: Meaning])[]
