import type { FilmPath } from '@enfilade/radiance/course'
import { createEffect, createSignal, on } from 'solid-js'
import type { Job } from '../../api/jobs.ts'
import type { OpenSpace } from '../../api/spaces.ts'
import type { Editor } from '../../editor/session.tsx'
import { createJobLine } from '../look/job-line.ts'
import { type FilmDraft, lengthOf } from './film-draft.ts'
import { createFilmPlayer } from './film-player.ts'
import { readSize, writePath } from './path-file.ts'
import { readDraft } from './read-draft.ts'

export type Film = ReturnType<typeof createFilm>

/** The film that a person plans in a space, and those that were made of it. */
export function createFilm(options: { space: OpenSpace; editor: Editor }) {
  const { space, editor } = options
  const setting = `enfilade.film.${space.id}`
  const [draft, setDraft] = createSignal<FilmDraft>(readDraft(readSetting(setting)))
  const [playError, setPlayError] = createSignal<unknown>()
  createEffect(
    on(
      draft,
      (next) => {
        try {
          localStorage.setItem(setting, JSON.stringify(next))
        } catch {
          // Storage may be denied; the plan then lasts for the visit.
        }
      },
      { defer: true },
    ),
  )
  const line = createJobLine(space, 'film', (job) => filmFileOf(job) !== undefined)
  const floor = () => editor.scene().levels.find(({ id }) => id === editor.view.level())?.elevation ?? 0
  const player = createFilmPlayer(editor, floor)

  /** As the server will read it, a tour walked out. */
  async function openPath(): Promise<FilmPath> {
    const { openFilmPath } = await import('@enfilade/radiance/course')
    const path = openFilmPath(writePath(draft(), editor.scene(), floor()), editor.scene(), 'path')
    return { ...path, ...(draft().path === 'tour' ? cutTo(path, readSize(draft().size)) : {}) }
  }
  async function withPath(use: (path: FilmPath) => Promise<void>): Promise<void> {
    setPlayError(undefined)
    try {
      await use(await openPath())
    } catch (error) {
      setPlayError(error)
    }
  }
  return {
    draft,
    change: (edit: (draft: FilmDraft) => FilmDraft) => setDraft(edit),
    /** There is a way to go. */
    isReady: () => draft().path === 'tour' || lengthOf(draft()) > 0,
    player,
    /** Why the path could not be played. */
    playError,
    play: () => withPath((path) => player.play(path)),
    /** Shows the film's view at a moment, seconds of the draft's own clock. */
    stand: (time: number) => withPath((path) => player.stand(path, time - path.keys[0]!.time)),
    ...line,
    start() {
      const { size, fps } = draft()
      return line.start({ kind: 'film', path: writePath(draft(), editor.scene(), floor()), ...readSize(size), fps })
    },
  }
}

/** The film of a job that is done. */
export function filmFileOf(job: Job): string | undefined {
  return job.files.find(({ name }) => /\.(mp4|webm)$/.test(name))?.name
}

/** The frame of another size with the same vertical angle of view. */
function cutTo(path: FilmPath, { width, height }: { width: number; height: number }): Partial<FilmPath> {
  const focal = (path.intrinsic[4]! * height) / path.height
  return { width, height, intrinsic: [focal, 0, width / 2, 0, focal, height / 2, 0, 0, 1] }
}

function readSetting(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
