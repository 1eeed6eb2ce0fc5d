import type { Id } from '@enfilade/scene'
import type { Vector3 } from '../editor/scene-camera.ts'
import { readEventStream } from './event-stream.ts'
import { readList, readNumber, readObject, readOneOf, readString } from './read-json.ts'
import { request, requestJson } from './request.ts'
import type { OpenSpace } from './spaces.ts'

export type JobKind = 'realise' | 'film'
const statuses = ['queued', 'running', 'cancelling', 'done', 'failed', 'cancelled'] as const
export type JobStatus = (typeof statuses)[number]

/** Long work that the server does for a space. */
export type Job = {
  readonly id: string
  readonly kind: JobKind
  readonly status: JobStatus
  readonly progress?: { readonly stage: string; readonly done: number; readonly total: number }
  /** What can be fetched; previews while it runs. */
  readonly files: readonly { readonly name: string; readonly size: number }[]
  readonly request: { readonly style?: string; readonly quality?: string }
  readonly report: { readonly [key: string]: unknown }
  readonly error?: string
}

export type RealiseRequest = {
  readonly kind: 'realise'
  readonly style?: string
  /** A picture file, base64. */
  readonly reference?: string
  readonly quality: 'preview' | 'normal' | 'fine'
  /** The variant that the words or the picture give. */
  readonly seed?: number
}

/** A cameras file with times: OpenCV axes, row-major camera-to-world, metres and seconds. */
export type PathFile = {
  readonly width: number
  readonly height: number
  readonly intrinsic: readonly number[]
  readonly cameras: { readonly [id: string]: readonly number[] }
  readonly times: { readonly [id: string]: number }
  readonly lookAt: { readonly [id: string]: Vector3 }
  readonly easing: 'smooth' | 'linear'
  readonly states: readonly { readonly time: number; readonly id: Id; readonly open?: number; readonly on?: boolean }[]
}

/** What a film job is asked by. */
export type FilmPathSource = PathFile | { readonly tour: { readonly seconds?: number } }

export type FilmRequest = {
  readonly kind: 'film'
  /** A cameras file with times, or a walk through all rooms. */
  readonly path: FilmPathSource
  readonly width: number
  readonly height: number
  readonly fps: number
}

export function isOver(job: Job): boolean {
  return job.status === 'done' || job.status === 'failed' || job.status === 'cancelled'
}

function jobsPath(space: OpenSpace, ...rest: string[]): string {
  return ['/api/spaces', space.id, 'jobs', ...rest].map((part, i) => (i ? encodeURIComponent(part) : part)).join('/')
}

function readJob(value: unknown): Job | undefined {
  const raw = readObject(value)
  const id = readString(raw.id)
  const status = readOneOf(raw.status, statuses)
  if (!id || !status) return undefined
  const progress = readObject(raw.progress)
  const stage = readString(progress.stage)
  const request = readObject(raw.request)
  const style = readString(request.style)
  const quality = readString(request.quality)
  const error = readString(raw.error)
  return {
    id,
    kind: raw.kind === 'film' ? 'film' : 'realise',
    status,
    files: readList(raw.files).flatMap((file) => {
      const name = readString(readObject(file).name)
      return name ? [{ name, size: readNumber(readObject(file).size) ?? 0 }] : []
    }),
    request: { ...(style ? { style } : {}), ...(quality ? { quality } : {}) },
    report: readObject(raw.report),
    ...(stage
      ? { progress: { stage, done: readNumber(progress.done) ?? 0, total: readNumber(progress.total) ?? 1 } }
      : {}),
    ...(error ? { error } : {}),
  }
}

function mustReadJob(value: unknown): Job {
  const job = readJob(value)
  if (!job) throw new Error('The server answered without a job.')
  return job
}

export async function startJob(space: OpenSpace, body: RealiseRequest | FilmRequest): Promise<Job> {
  return mustReadJob(await requestJson(jobsPath(space), { method: 'POST', body, token: space.token }))
}

/** Newest first. */
export async function listJobs(space: OpenSpace, kind: JobKind): Promise<Job[]> {
  const answer = await requestJson(`${jobsPath(space)}?kind=${kind}`, { token: space.token })
  return readList(answer).flatMap((each) => readJob(each) ?? [])
}

/** The job as it is now, and again whenever it changed, until it is over. */
export async function* followJob(space: OpenSpace, job: string, signal: AbortSignal): AsyncGenerator<Job> {
  const path = jobsPath(space, job, 'events')
  const response = await request(path, { token: space.token, accept: 'text/event-stream', signal })
  for await (const { event, data } of readEventStream(response.body!)) {
    const read = event === 'job' ? readJob(JSON.parse(data)) : undefined
    if (read) yield read
  }
}

export async function cancelJob(space: OpenSpace, job: string): Promise<Job> {
  return mustReadJob(await requestJson(jobsPath(space, job, 'cancel'), { method: 'POST', token: space.token }))
}

export async function retryJob(space: OpenSpace, job: string): Promise<Job> {
  return mustReadJob(await requestJson(jobsPath(space, job, 'retry'), { method: 'POST', token: space.token }))
}

export async function fetchJobFile(space: OpenSpace, job: string, name: string, signal?: AbortSignal): Promise<Blob> {
  const options = { token: space.token, accept: '*/*', ...(signal ? { signal } : {}) }
  return (await request(jobsPath(space, job, 'files', name), options)).blob()
}
