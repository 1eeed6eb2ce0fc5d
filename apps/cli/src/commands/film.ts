import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Channel, createThreadPool, type ThreadPool } from '@enfilade/radiance'
import { FileError, readImage } from '@enfilade/radiance/files'
import {
  encodeFrame,
  type FilmMoment,
  type FilmPath,
  type FilmSize,
  filmScene,
  frameChannels,
  frameName,
  openFilmPath,
  RestyledFrameError,
  restyleFilm,
} from '@enfilade/radiance/film'
import { type Id, readScene, type Scene } from '@enfilade/scene'
import { CommandError, describeFileError, EXIT, type ExitCode, usageError } from '../command-error.ts'
import { dressScene } from '../dress-scene.ts'
import { readLevel } from '../read-level.ts'
import { readChoice, readOperand, readOptions, readSeed } from '../read-options.ts'
import { readSceneFile } from '../read-scene.ts'
import { tellQuarters } from '../tell-quarters.ts'
import type { Terminal } from '../terminal.ts'

const FRAME_CHANNELS: readonly Exclude<Channel, 'color'>[] = ['depth', 'normal', 'semantic', 'instance']
const USUAL_FPS = 24

/** `film SCENE`: an MP4 along a path of cameras, and if wanted each frame's depth, normals and ids. */
export async function runFilm(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readOptions(args, {
    path: { type: 'string' },
    style: { type: 'string' },
    reference: { type: 'string' },
    size: { type: 'string' },
    fps: { type: 'string' },
    quality: { type: 'string' },
    seed: { type: 'string' },
    frames: { type: 'string' },
    restyled: { type: 'string' },
    channels: { type: 'string' },
    level: { type: 'string' },
    out: { type: 'string', short: 'o' },
  })
  const operand = readOperand(positionals)
  if (values.path === undefined) throw usageError('--path is missing: name a cameras file with "times": {id: seconds}.')
  if (values.out === undefined) throw usageError('--out is missing: name the film, such as film.mp4.')
  if (values.restyled !== undefined && values.frames === undefined)
    throw usageError('--restyled is checked against the frames it was made of: name their folder with --frames.')
  const size = readSize(values.size)
  const fps = readNumber('fps', values.fps, USUAL_FPS, 120)
  const quality = readChoice('quality', values.quality, ['preview', 'normal', 'fine'] as const) ?? 'normal'
  const channels = readFrameChannels(values.channels)
  const seed = readSeed(values.seed)
  const file = await readSceneFile(operand, terminal)
  const { style, reference } = values
  const { document, unmet } = await dressScene(file.document, { style, reference, seed }, terminal)
  const scene = readScene(document)
  const level = readLevel(values.level, scene)
  const path = await readPath(values.path, scene, level, terminal)
  const chosen = { ...level, size: size ?? checkEven(path, values.path), fps }
  const pool = createThreadPool()
  try {
    const onProgress = tellQuarters(terminal)
    if (values.restyled !== undefined) {
      const folders = { original: values.frames!, restyled: values.restyled }
      await write(values.out, await restyle(scene, path, { ...chosen, pool }, folders, terminal), terminal)
    } else {
      const onFrame = values.frames === undefined ? {} : { onFrame: colorWriter(values.frames, chosen.size, terminal) }
      const mp4 = await filmScene(scene, path, { ...chosen, quality, seed, pool, onProgress, ...onFrame })
      await write(values.out, mp4, terminal)
      if (values.frames !== undefined)
        await writeFrames(scene, path, { ...chosen, channels }, values.frames, pool, terminal)
    }
  } finally {
    await pool.close()
  }
  return unmet.length > 0 ? EXIT.unmet : EXIT.done
}

async function readPath(file: string, scene: Scene, level: { level?: Id }, terminal: Terminal): Promise<FilmPath> {
  const text = await terminal.read(file).catch((error: unknown) => {
    throw describeFileError(error, file)
  })
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new CommandError(`${file}: it is no JSON. Write a cameras file with "times": {id: seconds}.`)
  }
  try {
    return openFilmPath(value, scene, file, level)
  } catch (error) {
    throw error instanceof FileError ? new CommandError(error.message) : error
  }
}

/** The film's own frames, for an outside model to restyle. */
function colorWriter(folder: string, size: FilmSize, terminal: Terminal) {
  return (index: number, data: Uint8Array) =>
    write(join(folder, frameName(index, 'color')), encodeFrame(data, size), terminal)
}

/** The film of an outside model's frames, each checked against the scene's ids. */
async function restyle(
  scene: Scene,
  path: FilmPath,
  options: Parameters<typeof restyleFilm>[3],
  folders: { readonly original: string; readonly restyled: string },
  terminal: Terminal,
): Promise<Uint8Array> {
  const reader = (folder: string) => (moment: FilmMoment) =>
    readFrame(join(folder, frameName(moment.index, 'color')), options.size, terminal)
  const restyler = { original: reader(folders.original), restyled: reader(folders.restyled) }
  try {
    return await restyleFilm(scene, path, restyler, options)
  } catch (error) {
    throw error instanceof RestyledFrameError ? new CommandError(`${folders.restyled}: ${error.message}.`) : error
  }
}

async function readFrame(file: string, size: FilmSize, terminal: Terminal): Promise<Uint8Array> {
  const bytes = await readFile(terminal.resolve(file)).catch((error: unknown) => {
    throw describeFileError(error, file)
  })
  const { width, height, rgb } = await readImage(bytes, { name: file }).catch((error: unknown) => {
    throw error instanceof FileError ? new CommandError(error.message) : error
  })
  if (width !== size.width || height !== size.height)
    throw new CommandError(`${file}: ${width} × ${height} pixels, the film has ${size.width} × ${size.height}.`)
  return rgb
}

async function writeFrames(
  scene: Scene,
  path: FilmPath,
  options: Parameters<typeof frameChannels>[3],
  folder: string,
  pool: ThreadPool,
  terminal: Terminal,
): Promise<void> {
  for await (const { name, bytes } of frameChannels(scene, path, pool, options))
    await write(join(folder, name), bytes, terminal)
}

async function write(file: string, bytes: Uint8Array, terminal: Terminal): Promise<void> {
  await terminal.write(file, bytes).catch((error: unknown) => {
    throw describeFileError(error, file)
  })
}

function readSize(value: string | undefined) {
  if (value === undefined) return undefined
  const [, width = 0, height = 0] = (/^(\d{2,4})[x×](\d{2,4})$/.exec(value) ?? []).map(Number)
  if (isSide(width) && isSide(height)) return { width, height }
  throw usageError(`--size ${JSON.stringify(value)} is no size: write 1280x720; both sides even, 16 to 8192.`)
}

function isSide(side: number): boolean {
  return side % 2 === 0 && side >= 16 && side <= 8192
}

function checkEven({ width, height }: FilmPath, file: string) {
  if (isSide(width) && isSide(height)) return { width, height }
  throw new CommandError(
    `${file}: its ${width} × ${height} pixels cannot be filmed. Give --size with even sides, such as 1280x720.`,
  )
}

function readNumber(name: string, value: string | undefined, usual: number, most: number): number {
  if (value === undefined) return usual
  const number = /^\d{1,3}$/.test(value) ? Number(value) : 0
  if (number >= 1 && number <= most) return number
  throw usageError(`--${name} ${JSON.stringify(value)} is no whole number from 1 to ${most}.`)
}

function readFrameChannels(value: string | undefined): readonly Exclude<Channel, 'color'>[] {
  if (value === undefined) return FRAME_CHANNELS
  return value.split(',').map((name) => {
    const channel = FRAME_CHANNELS.find((each) => each === name.trim())
    if (channel) return channel
    throw usageError(
      `--channels ${JSON.stringify(name)} is not known: use ${FRAME_CHANNELS.join(', ')}, with commas between.`,
    )
  })
}
