import type { Id, Point2, Pose, Size3 } from '@enfilade/scene'
import type { ViewMode } from './view-state.ts'

export type PresenceUser = { readonly id: string; readonly name: string; readonly color: string }

/** Where somebody points. In a plan z is 0; in 3D it is the hit on a surface. */
export type PresenceCursor = {
  readonly view: 'plan' | '3d'
  readonly level: Id
  readonly point: readonly [number, number, number]
}

/** What somebody sees, so that another can follow. `plan.span` is the visible height in metres. */
export type PresenceCamera = {
  readonly mode: ViewMode
  readonly plan?: { readonly center: Point2; readonly span: number }
  readonly scene?: {
    readonly eye: readonly [number, number, number]
    readonly target: readonly [number, number, number]
  }
}

/** A gesture under way, seen by others; the document is written once, when it ends. World poses. */
export type Draft = {
  readonly moves?: { readonly [id: Id]: Pose }
  readonly corners?: { readonly [id: Id]: Point2 }
  /** The chain being drawn, the point under the pointer last. */
  readonly walls?: readonly Point2[]
  readonly item?: { readonly category: string; readonly pose: Pose; readonly size: Size3 }
  readonly opening?: { readonly id?: Id; readonly wall: Id; readonly along: number; readonly width: number }
}

/** One client's presence as it rides in awareness: JSON, under 4 KiB. */
export type PresenceState = {
  readonly user: PresenceUser
  readonly cursor: PresenceCursor | null
  readonly selection: readonly Id[]
  readonly camera: PresenceCamera | null
  readonly draft: Draft | null
  /** The proposal whose ghosts this client shows. */
  readonly proposal: string | null
}

/** Somebody else who is here; `clientId` tells two tabs of one person apart. */
export type Peer = PresenceState & { readonly clientId: number }

/** Bytes of JSON that a presence state may have; the server refuses more than 4 KiB with its envelope. */
export const maximumPresenceBytes = 3800

const maximumSelection = 60
const maximumDraftMoves = 40
const maximumDraftPoints = 40
const maximumNameLength = 40
const maximumIdLength = 64
/** Nothing that can be seen lies farther out, metres. */
const maximumCoordinate = 10_000
const modes: readonly ViewMode[] = ['plan', '3d', 'split', 'walk']

type Json = { readonly [key: string]: unknown }

function asObject(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined
}

function asId(value: unknown): Id | undefined {
  return typeof value === 'string' && value.length > 0 && value.length <= maximumIdLength ? value : undefined
}

function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= maximumCoordinate ? value : undefined
}

function asNumbers<N extends number>(value: unknown, length: N): readonly number[] | undefined {
  if (!Array.isArray(value) || value.length !== length) return undefined
  const numbers = value.map(asNumber)
  return numbers.every((number) => number !== undefined) ? (numbers as number[]) : undefined
}

const asPoint2 = (value: unknown) => asNumbers(value, 2) as Point2 | undefined
const asPoint3 = (value: unknown) => asNumbers(value, 3) as readonly [number, number, number] | undefined

function asPose(value: unknown): Pose | undefined {
  const raw = asObject(value)
  if (!raw) return undefined
  const [x, y, z, yaw] = [asNumber(raw.x), asNumber(raw.y), asNumber(raw.z), asNumber(raw.yaw)]
  if (x === undefined || y === undefined || z === undefined || yaw === undefined) return undefined
  return { x, y, z, yaw }
}

function asMap<T>(value: unknown, read: (entry: unknown) => T | undefined): { [id: Id]: T } | undefined {
  const raw = asObject(value)
  if (!raw) return undefined
  const entries: [Id, T][] = []
  for (const [key, entry] of Object.entries(raw).slice(0, maximumDraftMoves)) {
    const parsed = read(entry)
    if (asId(key) && parsed !== undefined) entries.push([key, parsed])
  }
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

/** Control and direction-changing characters could make one name look like another. */
export function cleanName(value: unknown): string {
  if (typeof value !== 'string') return ''
  const visible = value.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '').trim()
  return [...visible].slice(0, maximumNameLength).join('')
}

function parseUser(value: unknown): PresenceUser | undefined {
  const raw = asObject(value)
  const id = asId(raw?.id)
  const name = cleanName(raw?.name)
  const color = raw?.color
  if (!id || name === '' || typeof color !== 'string' || !/^#[0-9a-f]{6}$/i.test(color)) return undefined
  return { id, name, color }
}

function parseCursor(value: unknown): PresenceCursor | null {
  const raw = asObject(value)
  const level = asId(raw?.level)
  const point = asPoint3(raw?.point)
  const view = raw?.view
  return level && point && (view === 'plan' || view === '3d') ? { view, level, point } : null
}

function parseCamera(value: unknown): PresenceCamera | null {
  const raw = asObject(value)
  const mode = modes.find((candidate) => candidate === raw?.mode)
  if (!raw || !mode) return null
  const plan = asObject(raw.plan)
  const center = asPoint2(plan?.center)
  const span = asNumber(plan?.span)
  const scene = asObject(raw.scene)
  const eye = asPoint3(scene?.eye)
  const target = asPoint3(scene?.target)
  return {
    mode,
    ...(center && span !== undefined && span > 0 ? { plan: { center, span } } : {}),
    ...(eye && target ? { scene: { eye, target } } : {}),
  }
}

function parseDraft(value: unknown): Draft | null {
  const raw = asObject(value)
  if (!raw) return null
  const moves = asMap(raw.moves, asPose)
  const corners = asMap(raw.corners, asPoint2)
  const points = Array.isArray(raw.walls) ? raw.walls.slice(0, maximumDraftPoints).map(asPoint2) : []
  const walls = points.filter((point) => point !== undefined)
  const item = asObject(raw.item)
  const pose = asPose(item?.pose)
  const size = asPoint3(item?.size)
  const category = asId(item?.category)
  const opening = asObject(raw.opening)
  const wall = asId(opening?.wall)
  const along = asNumber(opening?.along)
  const width = asNumber(opening?.width)
  const id = asId(opening?.id)
  const draft: Draft = {
    ...(moves ? { moves } : {}),
    ...(corners ? { corners } : {}),
    ...(walls.length > 0 ? { walls } : {}),
    ...(pose && size && category ? { item: { category, pose, size } } : {}),
    ...(wall && along !== undefined && width !== undefined
      ? { opening: { ...(id ? { id } : {}), wall, along, width } }
      : {}),
  }
  return Object.keys(draft).length > 0 ? draft : null
}

/**
 * Reads what another client claims about itself. Nothing of it is trusted: wrong parts are left out, and a state
 * without a person, or of one who hides, is nobody.
 */
export function parsePresence(clientId: number, value: unknown): Peer | undefined {
  const raw = asObject(value)
  const user = parseUser(raw?.user)
  if (!raw || !user || raw.hidden === true) return undefined
  const selection = Array.isArray(raw.selection)
    ? raw.selection.slice(0, maximumSelection).filter((id): id is Id => asId(id) !== undefined)
    : []
  return {
    clientId,
    user,
    cursor: parseCursor(raw.cursor),
    selection,
    camera: parseCamera(raw.camera),
    draft: parseDraft(raw.draft),
    proposal: asId(raw.proposal) ?? null,
  }
}

/** Millimetres and tenths of milliradians are all that can be seen. */
function roundNumbers(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value
}

/**
 * What goes out: rounded, and under the limit by leaving out first the draft's later moves, then the draft, then the
 * end of the selection.
 */
export function packPresence(state: PresenceState): PresenceState {
  const draft = state.draft?.moves
    ? { ...state.draft, moves: Object.fromEntries(Object.entries(state.draft.moves).slice(0, maximumDraftMoves)) }
    : state.draft
  const candidates: PresenceState[] = [
    { ...state, selection: state.selection.slice(0, maximumSelection), draft },
    { ...state, selection: state.selection.slice(0, 20), draft },
    { ...state, selection: state.selection.slice(0, 20), draft: null },
    { ...state, selection: [], draft: null, camera: null },
  ]
  for (const candidate of candidates) {
    const json = JSON.stringify(candidate, roundNumbers)
    if (new TextEncoder().encode(json).length <= maximumPresenceBytes) return JSON.parse(json) as PresenceState
  }
  return { user: state.user, cursor: null, selection: [], camera: null, draft: null, proposal: null }
}
