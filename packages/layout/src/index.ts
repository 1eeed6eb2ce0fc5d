export type {
  Bounds,
  Brief,
  BriefAttributes,
  BriefCount,
  BriefDemand,
  BriefExclusion,
  BriefObject,
  BriefRelation,
  BriefRoom,
  BriefStyle,
  CompassSide,
  Density,
  Occupants,
  RelationTarget,
  RelationType,
  RoomType,
  TargetSide,
} from './brief.ts'
export { buildingRelations, createBrief, createBriefObject, objectRelations, roomTypes } from './brief.ts'
export { type DivideInput, divideRoom } from './divide/divide-room.ts'
export type { RoomPart } from './divide/judge-cut.ts'
export { addItems } from './edit/add-items.ts'
export { moveItem } from './edit/move-item.ts'
export { removeItems } from './edit/remove-items.ts'
export { resizeItem } from './edit/resize-item.ts'
export { rotateItem } from './edit/rotate-item.ts'
export { furnish } from './furnish.ts'
export { SCRIPT_MODEL_FORMAT } from './model/continue-script.ts'
export type { FormHint, HintedItem, LayoutHints, LayoutModel, ProposeInput, UnitHint } from './model/layout-model.ts'
export type { Network, Tensor, Tensors } from './model/network.ts'
export { createPlaceModel, PLACE_MODEL_FORMAT, type PlaceModelOptions, readVocabulary } from './model/place-model.ts'
export { scriptWords } from './model/script-tokens.ts'
export { createSearchModel, SEARCH_MODEL_FORMAT } from './model/search-model.ts'
export { type ParsedBrief, parseBrief } from './parse-brief.ts'
export { type ParsedPlanBrief, parsePlanBrief } from './plan/parse-plan-brief.ts'
export type {
  PlanAdjacency,
  PlanBrief,
  PlanColumn,
  PlanCorner,
  PlanOpening,
  PlanRoom,
  PlanShape,
  PlanSide,
  PlanSize,
} from './plan/plan-brief.ts'
export { type PlanInput, type PlanResult, planSpace } from './plan/plan-space.ts'
export type {
  AddInput,
  FurnishInput,
  LayoutContext,
  LayoutProgress,
  LayoutResult,
  Measurement,
  MoveInput,
  MoveTarget,
  ProposalGroup,
  RemoveInput,
  ResizeInput,
  RotateInput,
  Text,
  Unmet,
} from './result.ts'
