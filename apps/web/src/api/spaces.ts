import type { Role } from '../editor/session.tsx'
import { type Json, readList, readObject, readOneOf, readString, readTime } from './read-json.ts'
import { ApiError, requestJson } from './request.ts'

export type SpaceSummary = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly updatedAt?: string
}

/** A space that can be opened: `document` names it for sync, `token` (of a link) opens it instead of the cookie. */
export type OpenSpace = {
  readonly id: string
  readonly name: string
  readonly document: string
  readonly role: Role
  readonly token?: string
}

const roles: readonly Role[] = ['view', 'comment', 'edit', 'owner']

export function readSpaceSummary(value: unknown): SpaceSummary | undefined {
  const raw = readObject(value)
  const id = readString(raw.id)
  if (!id) return undefined
  const updatedAt = readTime(raw.updatedAt ?? raw.updated_at ?? raw.createdAt ?? raw.created_at)
  return {
    id,
    name: readString(raw.name) ?? '',
    role: readOneOf(raw.role, roles) ?? 'owner',
    ...(updatedAt ? { updatedAt } : {}),
  }
}

function readOpenSpace(raw: Json, token: string | undefined, fallbackRole: Role): OpenSpace {
  const space = readObject(raw.space)
  const id = readString(raw.space) ?? readString(space.id) ?? readString(raw.id)
  if (!id) throw new ApiError(502, 'bad-answer', 'The server answered without a space.')
  return {
    id,
    name: readString(raw.name) ?? readString(space.name) ?? '',
    document: readString(raw.document) ?? readString(space.document) ?? id,
    role: readOneOf(raw.role, roles) ?? fallbackRole,
    ...(token ? { token } : {}),
  }
}

export async function listSpaces(signal?: AbortSignal): Promise<SpaceSummary[]> {
  const answer = await requestJson('/api/spaces', signal ? { signal } : {})
  return readList(answer, 'spaces', 'items')
    .map(readSpaceSummary)
    .filter((space) => space !== undefined)
}

/** @param sample Name of a sample to start from; absent: an empty space. */
export async function createSpace(name: string, sample?: 'two-bedroom-flat'): Promise<OpenSpace> {
  const answer = await requestJson('/api/spaces', { method: 'POST', body: sample ? { name, sample } : { name } })
  return readOpenSpace(readObject(answer), undefined, 'owner')
}

export async function openSpace(id: string): Promise<OpenSpace> {
  const answer = await requestJson(`/api/spaces/${encodeURIComponent(id)}`)
  return readOpenSpace(readObject(answer), undefined, 'view')
}

export async function openLink(token: string): Promise<OpenSpace> {
  const answer = await requestJson(`/api/links/${encodeURIComponent(token)}`)
  return readOpenSpace(readObject(answer), token, 'view')
}

export async function renameSpace(space: OpenSpace, name: string): Promise<void> {
  await requestJson(`/api/spaces/${encodeURIComponent(space.id)}`, {
    method: 'PATCH',
    body: { name },
    ...(space.token ? { token: space.token } : {}),
  })
}

export async function deleteSpace(id: string): Promise<void> {
  await requestJson(`/api/spaces/${encodeURIComponent(id)}`, { method: 'DELETE' })
}

/** The space as Scene JSON, for a thumbnail. */
export function fetchScene(id: string, signal?: AbortSignal): Promise<unknown> {
  return requestJson(`/api/spaces/${encodeURIComponent(id)}/scene`, signal ? { signal } : {})
}
