import {
  type Diagnostic,
  parseSceneJson,
  parseScript,
  type SceneJsonExtra,
  type ScriptEntity,
} from '@enfilade/language'
import type { SceneDocument } from '@enfilade/scene'
import { CommandError, describeFileError } from './command-error.ts'
import type { Terminal } from './terminal.ts'

export type SceneFile = {
  readonly document: SceneDocument
  /** What a Scene JSON says besides the scene. */
  readonly extra: SceneJsonExtra
  readonly diagnostics: readonly Diagnostic[]
  /** The lines of a script as they are; absent for Scene JSON. */
  readonly entities?: readonly ScriptEntity[]
}

/** More complaints about one file than this are summed up. */
const MAX_COMPLAINTS = 20

/** Reads a scene from a file, script or Scene JSON, whichever it holds; complains on stderr about what it left out. */
export async function readSceneFile(path: string, terminal: Terminal, strict = false): Promise<SceneFile> {
  const text = await terminal.read(path).catch((error: unknown) => {
    throw describeFileError(error, path)
  })
  const scene = parseSceneText(text, path, strict)
  complain(path, scene.diagnostics, terminal)
  return scene
}

/** @param name How messages call it. */
export function parseSceneText(text: string, name: string, strict = false): SceneFile {
  const head = text.replace(/^\uFEFF/, '').trimStart()
  if (head.startsWith('{') || head.startsWith('[')) return parseSceneValue(text, name)
  const { document, diagnostics, text: parsed } = parseScript(text, { strict })
  if (head !== '' && !strict && parsed.entities.every(({ kind }) => kind === 'unknown')) {
    throw new CommandError(`${name}: this is neither a spatial script (lines like wall_0=Wall(…)) nor Scene JSON.`)
  }
  return { document, diagnostics, extra: {}, entities: parsed.entities }
}

/** @param value Scene JSON, as text or parsed. */
export function parseSceneValue(value: unknown, name: string): SceneFile {
  const parsed = parseSceneJson(value)
  const broken = parsed.diagnostics.find(({ path, severity }) => path === '' && severity === 'error')
  if (broken) throw new CommandError(`${name}: ${broken.message}`)
  return parsed
}

/** Says on stderr what of a scene could not be read. */
export function complain(path: string, diagnostics: readonly Diagnostic[], terminal: Terminal): void {
  for (const { path: part, line, column, severity, code, message } of diagnostics.slice(0, MAX_COMPLAINTS)) {
    const place = part === undefined ? `${path}:${line}:${column}` : path
    terminal.note(`${place}: ${severity}: ${message} (${code})`)
  }
  const more = diagnostics.length - MAX_COMPLAINTS
  if (more > 0) terminal.note(`${path}: and ${more} more.`)
}
