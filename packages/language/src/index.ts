// Text: the lines of a script, exactly.

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
export { stringifySceneJson } from './json/stringify-scene-json.ts'
export { writeSceneJson } from './json/write-scene-json.ts'
// Scenes: script ↔ document.
export type { WriteScriptOptions } from './script/document-to-script.ts'
export { documentToScript, writeScript } from './script/document-to-script.ts'
export type { ParsedScript } from './script/parse-script.ts'
export { parseScript } from './script/parse-script.ts'
export { scriptToDocument } from './script/script-to-document.ts'
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
