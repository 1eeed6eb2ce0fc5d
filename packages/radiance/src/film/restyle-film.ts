import type { Id, Scene } from '@enfilade/scene'
import type { ThreadPool } from '../threads/thread-pool.ts'
import { type LitSpace, lightSpace } from '../views/light-space.ts'
import { renderReference } from '../views/reference.ts'
import { checkRestyled, type RestyleCheck } from './check-restyled.ts'
import type { FilmMoment } from './film-moments.ts'
import type { FilmPath } from './film-path.ts'
import { withStates } from './film-states.ts'
import { type FilmOptions, makeFilm } from './make-film.ts'

/** A film in another look: frames of an outside video model. Each is asked for once, in order. */
export type FilmRestyler = {
  /** The film's own frame, as it was given to the model. sRGB, three bytes a pixel. */
  original(moment: FilmMoment): Promise<Uint8Array>
  /** The same frame as the model made it. */
  restyled(moment: FilmMoment): Promise<Uint8Array>
}

export type RestyleOptions = FilmOptions & { readonly level?: Id; readonly pool: ThreadPool }

/** A restyled frame in which things are not where they are. */
export class RestyledFrameError extends Error {
  override readonly name = 'RestyledFrameError'
  readonly frame: number
  readonly check: RestyleCheck

  constructor(frame: number, check: RestyleCheck) {
    const percent = (part: number) => `${Math.round(100 * part)} %`
    super(
      `frame ${String(frame).padStart(5, '0')}: of the things' edges ${percent(check.shown)} are shown, ${percent(check.kept)} of them where the things end`,
    )
    this.frame = frame
    this.check = check
  }
}

/**
 * Encodes a restyled film. Each frame is checked against the scene's ids: a model may change how things look, never where they are.
 *
 * @returns An MP4 (H.264). @throws RestyledFrameError for the first frame that does not keep to the things; RangeError for sizes.
 */
export async function restyleFilm(
  scene: Scene,
  path: FilmPath,
  restyler: FilmRestyler,
  { level, pool, ...options }: RestyleOptions,
): Promise<Uint8Array> {
  let current: { readonly key: string; readonly space: LitSpace } | undefined
  const render = async (moment: FilmMoment): Promise<Uint8Array> => {
    const key = JSON.stringify(moment.states)
    if (current?.key !== key)
      current = { key, space: lightSpace(withStates(scene, moment.states), pool, level === undefined ? {} : { level }) }
    const channels = ['instance'] as const
    const { camera } = moment
    const { instance } = await renderReference(current.space.shared, camera, pool, { channels, samples: 1 })
    const frame = await restyler.restyled(moment)
    const check = checkRestyled(frame, await restyler.original(moment), instance!, camera)
    if (!check.isKept) throw new RestyledFrameError(moment.index, check)
    return frame
  }
  return makeFilm(path, render, options)
}
