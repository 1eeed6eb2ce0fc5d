import { createSignal, onCleanup } from 'solid-js'
import { askLook, type LookChoice, type LookValue } from '../../api/looks.ts'
import type { OpenSpace } from '../../api/spaces.ts'
import type { Unmet } from '../../editor/proposal.ts'
import type { Editor } from '../../editor/session.tsx'
import type { Copilot } from '../copilot/copilot.ts'
import { encodePicture, type Picture } from './picture.ts'

const firstSeed = 1

/** What the panel shows. */
export type LookPageName = 'look' | 'film'

export type Looks = ReturnType<typeof createLooks>

/** The look of one space: what was asked for, the choices that came of it, and its proposal as the copilot keeps it. */
export function createLooks(options: { space: OpenSpace; editor: Editor; copilot: Copilot }) {
  const { space, editor, copilot } = options
  const [page, setPage] = createSignal<LookPageName>('look')
  const [style, setStyle] = createSignal('')
  const [picture, setPicture] = createSignal<Picture>()
  const [seed, setSeed] = createSignal(firstSeed)
  const [choices, setChoices] = createSignal<readonly LookChoice[]>([])
  const [unmet, setUnmet] = createSignal<readonly Unmet[]>([])
  const [asked, setAsked] = createSignal<{ readonly style: string; readonly picture: Picture | undefined }>()
  const [turnId, setTurnId] = createSignal<number>()
  const [isWorking, setWorking] = createSignal(false)
  const [error, setError] = createSignal<unknown>()
  const [isSoAlready, setSoAlready] = createSignal(false)
  let asking: AbortController | undefined
  onCleanup(() => asking?.abort())

  const words = () => style().trim()
  const turn = () => copilot.turnOf(turnId())
  /** The choices are those of these words and this picture. */
  const isCurrent = () => asked() !== undefined && asked()!.style === words() && asked()!.picture === picture()

  async function ask(wanted: number): Promise<void> {
    asking?.abort()
    asking = new AbortController()
    const { signal } = asking
    const request = { style: words(), picture: picture() }
    setWorking(true)
    setError(undefined)
    try {
      const reference = request.picture && (await encodePicture(request.picture.file))
      const look = await askLook(
        space,
        {
          style: request.style,
          ...(reference ? { reference } : {}),
          seed: wanted,
          locks: choices().filter((choice) => choice.locked),
          locale: editor.locale(),
        },
        signal,
      )
      signal.throwIfAborted()
      setAsked(request)
      setSeed(wanted)
      setChoices(look.choices)
      setUnmet(look.unmet)
      setSoAlready(look.proposal === undefined)
      if (look.proposal) setTurnId(copilot.show(look.proposal, look.unmet, turnId()))
      else if (turn()?.proposal?.status === 'open') void copilot.reject(turn()!)
    } catch (cause) {
      if (!signal.aborted) setError(cause)
    } finally {
      if (asking.signal === signal) setWorking(false)
    }
  }
  const change = (id: string, values: Partial<LookChoice>) =>
    setChoices(choices().map((choice) => (choice.id === id ? { ...choice, ...values } : choice)))

  return {
    page,
    setPage,
    style,
    setStyle,
    picture,
    setPicture,
    choices,
    unmet,
    isWorking,
    error,
    /** Something says how it should look. */
    isAsked: () => words() !== '' || picture() !== undefined,
    isCurrent,
    isDismissed: () => turn()?.proposal?.status === 'rejected',
    /** The space has this look by now: the proposal was taken, or had nothing to change. */
    isWorn: () => isCurrent() && (isSoAlready() || turn()?.proposal?.status === 'accepted'),
    isSoAlready: () => isCurrent() && isSoAlready(),
    turn,
    seed,
    /** Shows it; one that was dismissed shows again. */
    show: () => ask(isCurrent() ? seed() : firstSeed),
    another: () => ask(seed() + 1),
    setLocked: (id: string, locked: boolean) => change(id, { locked }),
    /** What a person chose stays: the choice is locked with its new value and the rest follows it. */
    setValue(id: string, value: LookValue) {
      change(id, { value, locked: true })
      void ask(seed())
    },
    /** Gives a choice back to the look. */
    release(id: string) {
      change(id, { locked: false })
      void ask(seed())
    },
  }
}
