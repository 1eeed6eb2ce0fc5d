// Text: the lines of a script, exactly.

// The core lines alone: wall conventions and the integer form.
export type { ConvertWallsOptions, WallConvention } from './core/convert-walls.ts'
export { convertWalls, thickenRoomSides } from './core/convert-walls.ts'
export type { QuantizedRange, QuantizeOptions } from './core/quantize.ts'
export { dequantize, dequantizeScript, orderForTraining, quantize, quantizeScript } from './core/quantize.ts'
// Scene JSON: the exchange form for programs.
export type { ParsedSceneJson } from './json/parse-scene-json.ts'
export { parseSceneJson } from './json/parse-scene-json.ts'
export type {
  JsonLevel,
  JsonMount,
  JsonObject,
  JsonOpening,
  JsonRoom,
  JsonSwing,
  JsonUnmet,
  JsonWall,
  SceneJson,
  SceneJsonExtra,
} from './json/scene-json.ts'
export { SCENE_JSON_FORMAT } from './json/scene-json.ts'
export { partialSceneJsonSchema, sceneJsonSchema } from './json/scene-json-schema.ts'
export { stringifySceneJson } from './json/stringify-scene-json.ts'
export { writeSceneJson } from './json/write-scene-json.ts'
// Scenes: script ↔ document.
export type { WriteScriptOptions } from './script/document-to-script.ts'
export { documentToScript, writeScript } from './script/document-to-script.ts'
export { editScript } from './script/edit-script.ts'
export type { ParsedScript } from './script/parse-script.ts'
export { parseScript } from './script/parse-script.ts'
export { scriptToDocument } from './script/script-to-document.ts'
export type { TextEdit } from './script/text-edit.ts'
export { applyTextEdits } from './script/text-edit.ts'
export type { Diagnostic, Severity } from './text/diagnostic.ts'
export type {
  BoxEntity,
  CoreEntity,
  CoreKind,
  ExtensionEntity,
  ExtensionKind,
  OpeningEntity,
  ScriptEntity,
  ScriptId,
  UnknownEntity,
  WallEntity,
} from './text/entity.ts'
export { CORE_KINDS, EXTENSION_KINDS } from './text/entity.ts'
export { formatNumber } from './text/number.ts'
export type { ParsedEntities, ParseOptions, ScriptLine, TextRange } from './text/parse-entities.ts'
export { parseScriptEntities } from './text/parse-entities.ts'
export type { WriteEntitiesOptions } from './text/write-entities.ts'
export { writeScriptEntities } from './text/write-entities.ts'
