import type { LocalText, Proposal, Unmet } from '../editor/proposal.ts'
import { readProposal, readUnmet } from './copilot.ts'
import { readList, readObject, readOneOf, readString } from './read-json.ts'
import { requestJson } from './request.ts'
import type { OpenSpace } from './spaces.ts'

const kinds = ['palette', 'room', 'wall', 'opening', 'item', 'lamp', 'light'] as const
export type LookChoiceKind = (typeof kinds)[number]

/** A finish by its parts, or by surface or slot; or the settings of a lamp or of the light of day. */
export type LookValue = { readonly [key: string]: unknown }

/** One decision of a look; its id is the same for every variant. */
export type LookChoice = {
  readonly id: string
  readonly kind: LookChoiceKind
  /** The thing that it is about; palettes have none. */
  readonly target?: string
  readonly value: LookValue
  readonly what: LocalText
  readonly why: LocalText
  readonly locked: boolean
}

export type LookRequest = {
  readonly style: string
  /** A picture file, base64. */
  readonly reference?: string
  /** Another one, another variant. */
  readonly seed: number
  readonly locks: readonly LookChoice[]
  readonly locale: 'en' | 'zh'
}

export type LookAnswer = {
  /** Absent: everything looks so already. */
  readonly proposal?: Proposal
  readonly choices: readonly LookChoice[]
  readonly unmet: readonly Unmet[]
}

function readText(value: unknown): LocalText {
  const raw = readObject(value)
  const en = readString(raw.en) ?? ''
  return { en, zh: readString(raw.zh) ?? en }
}

function readChoice(value: unknown): LookChoice[] {
  const raw = readObject(value)
  const id = readString(raw.id)
  const kind = readOneOf(raw.kind, kinds)
  const target = readString(raw.target)
  if (!id || !kind) return []
  return [
    {
      id,
      kind,
      value: readObject(raw.value),
      what: readText(raw.what),
      why: readText(raw.why),
      locked: raw.locked === true,
      ...(target ? { target } : {}),
    },
  ]
}

export function readLook(value: unknown): LookAnswer {
  const raw = readObject(value)
  const proposal = raw.proposal ? readProposal(raw.proposal) : undefined
  return {
    choices: readList(raw.choices).flatMap(readChoice),
    unmet: readUnmet(raw.unmet),
    ...(proposal ? { proposal } : {}),
  }
}

/** Asks how the space would look by words, a picture or both. */
export async function askLook(space: OpenSpace, body: LookRequest, signal: AbortSignal): Promise<LookAnswer> {
  const path = `/api/spaces/${encodeURIComponent(space.id)}/looks`
  return readLook(await requestJson(path, { method: 'POST', body, token: space.token, signal }))
}
