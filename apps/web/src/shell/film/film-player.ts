import type { FilmPath } from '@enfilade/radiance/course'
import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { Editor } from '../../editor/session.tsx'

export type FilmPlayer = ReturnType<typeof createFilmPlayer>

/**
 * Plays a path in the 3D view, before anything is filmed: the camera, and the doors and lamps on the way.
 *
 * @param floor Height of the shown level's floor over the document's zero; the view has it at 0.
 */
export function createFilmPlayer(editor: Editor, floor: () => number) {
  const [time, setTime] = createSignal(0)
  const [seconds, setSeconds] = createSignal(0)
  const [isPlaying, setPlaying] = createSignal(false)
  let show: ((time: number) => void) | undefined
  let frame = 0

  async function load(path: FilmPath): Promise<void> {
    const { cameraCourse, statesAt } = await import('@enfilade/radiance/course')
    const course = cameraCourse(path)
    const first = path.keys[0]!.time
    const fov = 2 * Math.atan(path.height / 2 / path.intrinsic[4]!)
    setSeconds(path.keys.at(-1)!.time - first)
    show = (at) => {
      setTime(at)
      editor.view.setFilmed({
        pose: course(first + at).pose.map((value, index) => (index === 11 ? value - floor() : value)),
        fov,
        aspect: path.width / path.height,
        states: statesAt(path, first + at),
      })
    }
    if (editor.view.mode() === 'plan') editor.view.setMode('3d')
  }
  function run(from: number): void {
    cancelAnimationFrame(frame)
    setPlaying(true)
    let start: number | undefined
    const step = (now: number) => {
      start ??= now - from * 1000
      const at = Math.min(seconds(), (now - start) / 1000)
      show?.(at)
      if (at < seconds()) frame = requestAnimationFrame(step)
      else setPlaying(false)
    }
    show?.(from)
    frame = requestAnimationFrame(step)
  }
  function pause(): void {
    cancelAnimationFrame(frame)
    setPlaying(false)
  }
  function close(): void {
    pause()
    show = undefined
    editor.view.setFilmed(undefined)
  }
  // Whoever moves about in the view has taken the camera back.
  createEffect(
    on(editor.view.filmed, (moment) => {
      if (!moment && show) close()
    }),
  )
  onCleanup(close)

  return {
    /** Seconds from the start. */
    time,
    seconds,
    isPlaying,
    isOpen: () => editor.view.filmed() !== undefined,
    async play(path: FilmPath, from = 0): Promise<void> {
      await load(path)
      run(from)
    },
    /** Stands still at a moment of a path. */
    async stand(path: FilmPath, at: number): Promise<void> {
      pause()
      await load(path)
      show?.(at)
    },
    /** To another moment of the path that is shown. */
    seek(at: number) {
      pause()
      show?.(at)
    },
    resume: () => run(time() >= seconds() ? 0 : time()),
    pause,
    close,
  }
}
