export { buildItemMesh, buildItemSymbol, type ItemLooks, itemMass, itemSeats, itemSurfaces } from './build-item.ts'
export { describeItem } from './describe-item.ts'
export { knownWords, resolveCategory, resolveWord, type WordMatch } from './find-word.ts'
export type {
  BuildParameters,
  Companion,
  CompanionRelation,
  Kind,
  KindGroup,
  Light,
  Opening,
  Physics,
  Preset,
  RoomUse,
  Side,
  Surface,
  WallAffinity,
} from './kind.ts'
export { findKind, kinds } from './kinds.ts'
export {
  type AppliedLooks,
  type AskedLooks,
  applyLooks,
  mainSlot,
  type ShownLooks,
  shapesOf,
  shownLooks,
  sizeForShape,
} from './looks.ts'
export { type MaterialFamily, materialFamily, materialWords, resolveMaterial } from './material-words.ts'
export { type Material, type MaterialName, materials, type Pattern } from './materials.ts'
export type { DefaultFinish, Finishes, MeshPart } from './mesh.ts'
export { resolveFinish } from './mesh.ts'
export { paintPattern, patternSize, type SurfacePattern } from './patterns.ts'
export { searchKinds } from './search-kinds.ts'
export type { Style } from './styles/style.ts'
export { resolveStyle, type StyleName, styles, styleWords } from './styles.ts'
export {
  lookPattern,
  lookPatternScale,
  lookRoughness,
  lookTransmission,
  type SurfaceLook,
} from './surface-look.ts'
export type { SymbolPath } from './symbol.ts'
