/** Worker thread for long jobs; see `JobWork`. */
import { deserialize, serialize } from 'node:v8'
import { parseSceneJson, stringifySceneJson, writeSceneJson } from '@enfilade/language'
import { buildTraceScene, type Kept, previewFiles, realisedFiles, realiseScene } from '@enfilade/radiance'
import { applyAppearance } from '@enfilade/radiance/appearance'
import { readImage } from '@enfilade/radiance/files'
import { filmScene, openFilmPath } from '@enfilade/radiance/film'
import { readScene } from '@enfilade/scene'
import type { FilmRequest, JobOutcome, JobReport, JobTask, RealiseRequest } from '../jobs/job-work.ts'
import { serveTasks, type TaskContext } from './serve-tasks.ts'

/** Colours need no more pixels than this a side. */
const PICTURE_SIDE = 1024
/** How often a running job looks whether it is still wanted, ms. */
const LOOK_MS = 200

serveTasks<JobTask>(async (task, context) => {
  const stop = new AbortController()
  const timer = setInterval(() => {
    if (context.shouldStop()) stop.abort(new Error('cancelled'))
  }, LOOK_MS)
  try {
    const { request } = task
    if (request.kind === 'film') return await film(task, request, context, stop.signal)
    return await realise(task, request, context, stop.signal)
  } finally {
    clearInterval(timer)
  }
})

/** The scene in the look that was asked for. */
async function dress(task: JobTask) {
  const parsed = parseSceneJson(task.scene)
  const { style, seed } = task.request
  const reference = task.reference && (await readImage(task.reference, { name: 'the picture', maxSide: PICTURE_SIDE }))
  const { document, proposal } = applyAppearance(parsed.document, {
    seed,
    ...(style ? { style } : {}),
    ...(reference ? { reference } : {}),
  })
  const unmet = (proposal?.unmet ?? []).map(({ words, reason }) => ({ request: words, reason: reason.en }))
  const scene = readScene(document)
  const { level } = task.request
  if (level !== undefined && !scene.levels.some(({ id }) => id === level))
    throw new RangeError('This level is not in the space any more.')
  if (!scene.rooms.some((room) => level === undefined || room.level === level))
    throw new RangeError('There is no room to look at: draw walls that close, and ask again.')
  const shown = level === undefined ? {} : { level }
  return { scene, shown, text: stringifySceneJson(writeSceneJson(document, parsed.extra)), unmet }
}

async function realise(
  task: JobTask,
  request: RealiseRequest,
  { report }: TaskContext,
  signal: AbortSignal,
): Promise<JobOutcome> {
  const tell = (message: JobReport) => report(message)
  const { scene, shown, text, unmet } = await dress(task)
  const { quality, seed, style } = request
  const source = { type: 'file', name: 'source.json', bytes: new TextEncoder().encode(task.scene) } as const
  const previews: Promise<void>[] = []
  const previous = readPrevious(task.parts)
  const realised = await realiseScene(scene, {
    ...shown,
    quality,
    seed,
    signal,
    ...(previous ? { previous } : {}),
    onProgress: ({ stage, done, total }) => tell({ type: 'progress', stage, done, total }),
    onPreview(gaussians, traceScene) {
      previews.push(
        previewFiles(gaussians, traceScene).then((files) => {
          // The scenes first: who shows the preview compares them with what is there now.
          tell(source)
          tell({ type: 'file', name: 'scene.json', bytes: new TextEncoder().encode(text) })
          for (const { name, bytes } of files.reverse()) tell({ type: 'file', name, bytes })
        }),
      )
    },
  })
  await Promise.all(previews)
  tell({ type: 'progress', stage: 'files', done: 0, total: 1 })
  tell(source)
  const options = { scene: text, quality, seed, unmet, ...(style ? { style } : {}) }
  let summary: unknown
  for await (const { name, bytes } of realisedFiles(realised, options)) {
    signal.throwIfAborted()
    if (name === 'report.json') summary = JSON.parse(new TextDecoder().decode(bytes))
    tell({ type: 'file', name, bytes })
  }
  tell({ type: 'part', name: 'scene.json', bytes: new TextEncoder().encode(text) })
  tell({ type: 'part', name: 'kept.bin', bytes: serialize({ quality, kept: realised.kept }) })
  return { report: summary }

  function readPrevious(parts: JobTask['parts']) {
    const [before, bytes] = [parts['scene.json'], parts['kept.bin']]
    if (!before || !bytes) return undefined
    const last = deserialize(bytes) as { quality: string; kept: Kept }
    if (last.quality !== quality) return undefined
    const { document } = parseSceneJson(new TextDecoder().decode(before))
    return { kept: last.kept, traceScene: buildTraceScene(readScene(document), shown) }
  }
}

async function film(
  task: JobTask,
  request: FilmRequest,
  { report }: TaskContext,
  signal: AbortSignal,
): Promise<JobOutcome> {
  const tell = (message: JobReport) => report(message)
  const { scene, shown, unmet } = await dress(task)
  const { width, height, fps, seed } = request
  const bytes = await filmScene(scene, openFilmPath(request.path, scene, 'the path', shown), {
    ...shown,
    size: { width, height },
    fps,
    seed,
    signal,
    onProgress: ({ stage, done, total }) => tell({ type: 'progress', stage, done, total }),
  })
  tell({ type: 'file', name: 'film.mp4', bytes })
  return { report: { width, height, fps, bytes: bytes.length, unmet } }
}
