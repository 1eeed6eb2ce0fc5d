export {
  type AppearanceBrief,
  emptyBrief,
  type LightWish,
  type Mood,
  type PictureColor,
  type PictureReading,
  type TimeOfDay,
  type Wish,
} from './appearance-brief.ts'
export {
  type AppearanceRequest,
  type AppliedAppearance,
  applyAppearance,
  briefOf,
} from './apply-appearance.ts'
export type { AppearanceProposal, Choice, FinishValue, LampValue } from './choice.ts'
export { daylightOf } from './daylight.ts'
export { type NamedPalette, namedPalettes, type PaletteName } from './named-palettes.ts'
export { type ProposeOptions, proposeAppearance } from './propose-appearance.ts'
export { readAppearance } from './read-appearance.ts'
export { type ReferencePicture, readReference, withPicture } from './read-reference.ts'
