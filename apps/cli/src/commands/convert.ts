import {
  convertWalls,
  documentToScript,
  type ScriptEntity,
  stringifySceneJson,
  type WallConvention,
  writeSceneJson,
  writeScript,
  writeScriptEntities,
} from '@enfilade/language'
import { EXIT, type ExitCode } from '../command-error.ts'
import { readChoice, readOperand, readOptions } from '../read-options.ts'
import { readSceneFile } from '../read-scene.ts'
import type { Terminal } from '../terminal.ts'
import { writeResult } from '../write-result.ts'

const CONVENTIONS: readonly WallConvention[] = ['room-side', 'centred', 'axis']

/** `script SCENE`: the canonical spatial script. A script's own lines are kept as they are, in canonical spelling. */
export async function runScript(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readOptions(args, {
    out: { type: 'string', short: 'o' },
    'core-only': { type: 'boolean' },
    strict: { type: 'boolean' },
    walls: { type: 'string' },
  })
  const path = readOperand(positionals)
  const walls = readChoice('walls', values.walls, CONVENTIONS)
  const { document, entities, diagnostics } = await readSceneFile(path, terminal, values.strict)
  const coreOnly = values['core-only'] ?? false
  const lines = entities ?? documentToScript(document).entities
  const text = walls
    ? writeScriptEntities(convert(lines, walls), { coreOnly: true })
    : entities
      ? writeScriptEntities(entities, { coreOnly })
      : writeScript(document, { coreOnly })
  if (values.strict && diagnostics.some(({ severity }) => severity === 'error')) return EXIT.failed
  await writeResult(text, values.out, terminal)
  return EXIT.done
}

/** Lines without thickness are faces of rooms, as in published files. */
function convert(entities: readonly ScriptEntity[], to: WallConvention): ScriptEntity[] {
  const isRoomSide = entities.every((entity) => entity.kind !== 'wall' || entity.numbers[7] === 0)
  return convertWalls(entities, { from: isRoomSide ? 'room-side' : 'centred', to })
}

/** `json SCENE`: the canonical Scene JSON. */
export async function runJson(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readOptions(args, { out: { type: 'string', short: 'o' } })
  const { document, extra } = await readSceneFile(readOperand(positionals), terminal)
  await writeResult(stringifySceneJson(writeSceneJson(document, extra)), values.out, terminal)
  return EXIT.done
}
