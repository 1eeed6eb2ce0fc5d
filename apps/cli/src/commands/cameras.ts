import {
  type Camera,
  freePoses,
  INTERIOR_LENS,
  type Lens,
  panoramaCamera,
  type TrajectoryOptions,
  tour,
  trajectory,
  writeCameras,
} from '@enfilade/radiance'
import { readScene, type Scene } from '@enfilade/scene'
import { CommandError, EXIT, type ExitCode, usageError } from '../command-error.ts'
import { readLevel } from '../read-level.ts'
import { readChoice, readOperand, readOptions, readSeed } from '../read-options.ts'
import { readSceneFile } from '../read-scene.ts'
import type { Terminal } from '../terminal.ts'
import { writeResult } from '../write-result.ts'

const PATHS = ['tour', 'line', 'orbit', 'inward', 'outward', 'random-walk', 'free', 'panorama'] as const

/** `cameras SCENE`: a cameras file of a path through a scene. Ends with 2 when a tour could not reach every room. */
export async function runCameras(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readOptions(args, {
    path: { type: 'string' },
    count: { type: 'string' },
    seed: { type: 'string' },
    room: { type: 'string' },
    level: { type: 'string' },
    size: { type: 'string' },
    out: { type: 'string', short: 'o' },
  })
  const file = readOperand(positionals)
  const path = readChoice('path', values.path, PATHS) ?? 'tour'
  const lens = { ...INTERIOR_LENS, ...readSize(values.size) }
  const count = readCount(values.count)
  const seed = readSeed(values.seed)
  const { document } = await readSceneFile(file, terminal)
  const scene = readScene(document)
  if (values.room !== undefined && !scene.rooms.some(({ id }) => id === values.room)) {
    const rooms = scene.rooms.map(({ id, name }) => `${id} (${name})`).join(', ')
    throw new CommandError(`--room ${JSON.stringify(values.room)} is not in the scene, which has: ${rooms || 'none'}.`)
  }
  const options = {
    lens,
    seed,
    ...readLevel(values.level, scene),
    ...(count && { count }),
    ...(values.room !== undefined && { room: values.room }),
  }
  if (path === 'tour') return writeTour(scene, options, values.out, terminal)
  const cameras =
    path === 'panorama'
      ? panoramas(scene, options)
      : path === 'free'
        ? freePoses(scene, options)
        : trajectory(scene, path, options)
  if (cameras.length === 0) throw new CommandError(`${file}: there is no room to stand in.`)
  await writeResult(writeCameras(cameras), values.out, terminal)
  return EXIT.done
}

async function writeTour(
  scene: Scene,
  { lens, room, level }: TrajectoryOptions & { readonly lens: Lens },
  out: string | undefined,
  terminal: Terminal,
): Promise<ExitCode> {
  const { cameras, times, doors, missed } = tour(scene, {
    lens,
    ...(room !== undefined && { from: room }),
    ...(level !== undefined && { level }),
  })
  if (cameras.length === 0) throw new CommandError('There is no room to stand in.')
  if (doors.length > 0) terminal.note(`Doors on the way: ${doors.join(', ')}.`)
  await writeResult(writeCameras(cameras, times), out, terminal)
  if (missed.length === 0) return EXIT.done
  terminal.note(`Not reached on foot: ${missed.join(', ')}.`)
  return EXIT.unmet
}

/** One panorama from where there is most room. */
function panoramas(scene: Scene, options: TrajectoryOptions & { readonly lens: Lens }): Camera[] {
  return trajectory(scene, 'outward', { ...options, count: 1 }).map(({ id, pose }) => {
    return panoramaCamera(id, [pose[3]!, pose[7]!, pose[11]!], options.lens.height)
  })
}

function readSize(value: string | undefined): { width: number; height: number } | undefined {
  if (value === undefined) return undefined
  const [, width = 0, height = 0] = (/^(\d{1,4})x(\d{1,4})$/.exec(value) ?? []).map(Number)
  if (width >= 1 && height >= 1) return { width, height }
  throw usageError(`--size ${JSON.stringify(value)} is no size: write it as 640x480.`)
}

function readCount(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  if (/^[1-9]\d{0,4}$/.test(value)) return Number(value)
  throw usageError(`--count ${JSON.stringify(value)} is no whole number from 1 to 99999.`)
}
