import { readScene, type Scene } from '@enfilade/scene'
import { createEffect, createMemo, createResource, on } from 'solid-js'
import { fetchJobFile, type Job, type RealiseRequest } from '../../api/jobs.ts'
import type { OpenSpace } from '../../api/spaces.ts'
import type { Editor } from '../../editor/session.tsx'
import { changedSince } from './changed-since.ts'
import { createJobLine } from './job-line.ts'

/** Best first: the whole, then what is there early. */
const splatFiles = ['scene.spz', 'preview.spz'] as const

export type Realisation = ReturnType<typeof createRealisation>

/** Realising one space: the newest job, what it gave, and what was edited since. */
export function createRealisation(options: { space: OpenSpace; editor: Editor }) {
  const { space, editor } = options
  const line = createJobLine(space, 'realise', (job) => splatOf(job) !== undefined)
  const { shown } = line

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
    ...line,
    /** There is something to walk in. */
    isReady: () => splat() !== undefined,
    stale,
    start: (request: Omit<RealiseRequest, 'kind'>) => line.start({ kind: 'realise', ...request }),
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
