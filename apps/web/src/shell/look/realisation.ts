import { readScene, type Scene } from '@enfilade/scene'
import { createEffect, createMemo, createResource, createSignal, on, onCleanup } from 'solid-js'
import {
  cancelJob,
  fetchJobFile,
  followJob,
  isOver,
  type Job,
  listJobs,
  type RealiseRequest,
  retryJob,
  startJob,
} from '../../api/jobs.ts'
import type { OpenSpace } from '../../api/spaces.ts'
import type { Editor } from '../../editor/session.tsx'
import { changedSince } from './changed-since.ts'

/** Best first: the whole, then what is there early. */
const splatFiles = ['scene.spz', 'preview.spz'] as const

export type Realisation = ReturnType<typeof createRealisation>

/** Realising one space: the newest job, what it gave, and what was edited since. */
export function createRealisation(options: { space: OpenSpace; editor: Editor }) {
  const { space, editor } = options
  /** The newest, and the newest that has something to show. */
  const [job, setJob] = createSignal<Job>()
  const [shown, setShown] = createSignal<Job>()
  const [error, setError] = createSignal<unknown>()
  let following = new AbortController()
  onCleanup(() => following.abort())

  const take = (next: Job) => {
    setJob(next)
    if (splatOf(next)) setShown(next)
  }
  async function follow(id: string): Promise<void> {
    following.abort()
    following = new AbortController()
    const { signal } = following
    try {
      for await (const next of followJob(space, id, signal)) take(next)
    } catch (cause) {
      if (!signal.aborted) setError(cause)
    }
  }
  async function attempt(work: () => Promise<Job>): Promise<void> {
    setError(undefined)
    try {
      const next = await work()
      take(next)
      if (!isOver(next)) void follow(next.id)
    } catch (cause) {
      setError(cause)
    }
  }
  // What others realised is there for everybody.
  listJobs(space, 'realise').then(
    (jobs) => {
      const newest = jobs[0]
      const last = jobs.find((each) => splatOf(each))
      if (last) setShown(last)
      if (newest) setJob(newest)
      if (newest && !isOver(newest)) void follow(newest.id)
    },
    () => {
      // Offline, or an older server: there is nothing to show, and asking will say why.
    },
  )

  const splat = createMemo(() => {
    const from = shown()
    const name = from && splatOf(from)
    return from && name
      ? { job: from.id, name, hasIds: from.files.some((file) => file.name === idsOf(name)) }
      : undefined
  })
  createEffect(
    on(
      () => splat() && `${splat()!.job}/${splat()!.name}`,
      (key) => {
        const source = splat()
        if (!key || !source) return editor.view.setRealised(undefined)
        editor.view.setRealised({
          key,
          async load(signal) {
            const read = async (name: string) =>
              new Uint8Array(await (await fetchJobFile(space, source.job, name, signal)).arrayBuffer())
            const [splats, ids] = await Promise.all([
              read(source.name),
              source.hasIds ? read(idsOf(source.name)) : undefined,
            ])
            return { splats, ...(ids ? { ids } : {}) }
          },
        })
      },
    ),
  )

  // As it was asked for, and in the look that it was given: finishes taken from there make nothing stale.
  const [scenes] = createResource(
    () => splat()?.job,
    (id) => Promise.all(['source.json', 'scene.json'].map((name) => fetchScene(id, name))),
  )
  async function fetchScene(id: string, name: string): Promise<Scene> {
    const { parseSceneJson } = await import('@enfilade/language')
    return readScene(parseSceneJson(await (await fetchJobFile(space, id, name)).text()).document)
  }
  const stale = createMemo(() => {
    const [source, realised] = scenes.error ? [] : (scenes.latest ?? [])
    if (!source || !realised) return new Set<string>()
    const otherwise = changedSince(realised, editor.scene())
    return new Set([...changedSince(source, editor.scene())].filter((id) => otherwise.has(id)))
  })
  createEffect(() => editor.view.setStale(stale()))

  return {
    job,
    /** There is something to walk in. */
    isReady: () => splat() !== undefined,
    isWorking: () => job() !== undefined && !isOver(job()!),
    stale,
    error,
    start: (request: Omit<RealiseRequest, 'kind'>) => attempt(() => startJob(space, { kind: 'realise', ...request })),
    cancel: () => attempt(() => cancelJob(space, job()!.id)),
    retry: () => attempt(() => retryJob(space, job()!.id)),
    /** A file of what is shown, for saving. */
    fetchFile: (name: string) => fetchJobFile(space, shown()!.id, name),
    files: () => shown()?.files ?? [],
  }
}

function splatOf(job: Job): string | undefined {
  return splatFiles.find((name) => job.files.some((file) => file.name === name))
}

function idsOf(splats: string): string {
  return splats.replace(/\.spz$/, '.ids')
}
