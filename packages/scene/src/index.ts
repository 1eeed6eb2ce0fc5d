export { applyChange, diffDocuments, isEmptyChange, mergeChanges, reverseChange } from './apply-change.ts'
export { applyOperation, type OperationResult } from './apply-operation.ts'
export { type Change, type ChangeOrigin, emptyChange, type PropertyChange } from './change.ts'
export { createEmptyDocument } from './create-document.ts'
export { type Carrier, poseFromWorld, poseToWorld } from './item-frame.ts'
export { compareIds, isEqualJson } from './json.ts'
export { formatLength, type LengthSystem, parseLength } from './length.ts'
export {
  ARC_TOLERANCE,
  DEFAULT_STOREY_HEIGHT,
  DEFAULT_WALL_THICKNESS,
  MAX_COORDINATE,
  MAX_HEIGHT,
  MAX_SIZE,
  MAX_THICKNESS,
  MIN_OPENING,
  MIN_OPENING_WALL,
  MIN_ROOM_AREA,
  MIN_SIZE,
  MIN_THICKNESS,
  SNAP_DISTANCE,
} from './limits.ts'
export { flattenRecord, MERGED_PROPERTIES, splitMergedKey, unflattenRecord } from './merged-keys.ts'
export { META_ID, migrateDocument, SCENE_VERSION } from './migrations/migrate-document.ts'
export type { Operation, OperationContext, RoomType } from './operation.ts'
export { parseRecord } from './parse-record.ts'
export { composePoses, IDENTITY_POSE, invertPose, isSamePose, relativePose } from './pose.ts'
export {
  itemFootprint,
  itemsInRoom,
  itemsOn,
  itemsOnWall,
  itemTop,
  type OpeningFrame,
  openingFrame,
  openingSwing,
  resolvePose,
  roomAt,
  wallFaces,
  worldPoseToLocal,
} from './queries.ts'
export { createSceneReader, readScene, type SceneReader } from './read-scene.ts'
export type {
  CornerRecord,
  Finish,
  GroupRecord,
  Id,
  ItemPhysics,
  ItemRecord,
  ItemStates,
  LevelAppearance,
  LevelRecord,
  MeasurementRecord,
  OpeningRecord,
  OpeningType,
  Point2,
  Pose,
  RawRecord,
  RecordKind,
  RoomRecord,
  SceneDocument,
  SceneRecord,
  Size3,
  Sky,
  Support,
  Swing,
  ViewpointRecord,
  WallRecord,
  WallStructure,
} from './records.ts'
export type { Scene, SceneItem, SceneOpening, SceneRoom, SceneWall } from './scene.ts'
export { type Axis, type AxisFrame, axisFrame, axisLength, flattenAxis, projectOnAxis } from './wall-axis.ts'
