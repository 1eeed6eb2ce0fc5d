import type { MaterialName, StyleName } from '@enfilade/catalogue'
import type { Sky } from '@enfilade/scene'
import type { PaletteName } from './named-palettes.ts'

export type Text = { readonly en: string; readonly zh: string }

/** Surfaces of the building that a wish may be about; `feature` is one wall that stands out. */
export const SURFACES = ['floor', 'walls', 'ceiling', 'feature', 'doors', 'windows', 'trim'] as const
/** Kinds of parts that a wish may be about, wherever they are. */
export const ROLES = [
  ...['wood', 'metal', 'upholstery', 'textiles', 'accents', 'cabinets', 'furniture', 'curtains', 'rugs', 'worktops'],
  ...['bedding', 'shades', 'fittings', 'cushions'],
] as const

/** A colour, a material or both for one place. */
export type Wish = {
  /** One of `SURFACES` or `ROLES`, or a category of the catalogue. */
  readonly target: string
  /** `#rrggbb`. */
  readonly color?: string
  readonly material?: MaterialName
  /** Lighter or darker than it would be. */
  readonly tone?: 'light' | 'dark'
  /** The person's own words. */
  readonly words: string
}

export type Mood =
  | 'warm'
  | 'cool'
  | 'calm'
  | 'fresh'
  | 'dramatic'
  | 'cosy'
  | 'bright'
  | 'dark'
  | 'colourful'
  | 'muted'
  | 'contrast'
  | 'natural'
  | 'elegant'

export type TimeOfDay =
  | 'dawn'
  | 'morning'
  | 'noon'
  | 'afternoon'
  | 'golden_hour'
  | 'sunset'
  | 'dusk'
  | 'evening'
  | 'night'

/** What is said of the light. What is absent was not said. */
export type LightWish = {
  readonly time?: TimeOfDay
  readonly sky?: Sky
  /** Colour of the lamps, K. */
  readonly kelvin?: number
  readonly lamps?: 'on' | 'off'
  /** −1 dim … 1 bright. */
  readonly brightness?: number
  /** Where the sun stands, radians counter-clockwise from +x (east); north is +y. */
  readonly sunAzimuth?: number
}

/** A colour of a picture with the part of it that it covers, 0 … 1. */
export type PictureColor = { readonly color: string; readonly share: number }

/** What a reference picture shows; colours as they would look in plain light. */
export type PictureReading = {
  /** Most of the picture first. */
  readonly palette: readonly PictureColor[]
  readonly floor?: string
  readonly walls?: string
  readonly ceiling?: string
  /** Large things in the middle. */
  readonly furniture?: string
  /** Strongest small colours. */
  readonly accents: readonly string[]
  /** How sure wood, metal and cloth are to be seen, 0 … 1. */
  readonly wood: number
  readonly metal: number
  readonly fabric: number
  readonly woodColor?: string
  /** −1 blue … 1 orange, of the light. */
  readonly warmth: number
  /** Spread of lightness, 0 flat … 1 black to white. */
  readonly contrast: number
  /** Mean lightness, 0 low key … 1 high key. */
  readonly key: number
}

/** What somebody asks a space to look like. */
export type AppearanceBrief = {
  readonly words: string
  readonly language: 'en' | 'zh'
  /** The main one first; shares add up to 1. */
  readonly styles: readonly { readonly style: StyleName; readonly share: number }[]
  readonly wishes: readonly Wish[]
  /** Colours and materials without a place. */
  readonly colors: readonly string[]
  readonly materials: readonly MaterialName[]
  /** What must not be seen. */
  readonly avoid: { readonly colors: readonly string[]; readonly materials: readonly MaterialName[] }
  readonly moods: readonly Mood[]
  /** Families of colours that were named as such. */
  readonly palettes: readonly PaletteName[]
  readonly light: LightWish
  readonly picture?: PictureReading
  readonly notUnderstood: readonly { readonly words: string; readonly from: number; readonly to: number }[]
}

export const emptyBrief: AppearanceBrief = {
  words: '',
  language: 'en',
  styles: [],
  wishes: [],
  colors: [],
  materials: [],
  avoid: { colors: [], materials: [] },
  moods: [],
  palettes: [],
  light: {},
  notUnderstood: [],
}
