import { readList, readObject, readOneOf, readString, readTime } from './read-json.ts'
import { requestJson } from './request.ts'
import type { OpenSpace } from './spaces.ts'

export type LinkRole = 'view' | 'comment' | 'edit'
export const linkRoles: readonly LinkRole[] = ['view', 'comment', 'edit']

export type ShareLink = {
  readonly id: string
  readonly role: LinkRole
  readonly expiresAt?: string
  readonly createdAt?: string
  readonly isRevoked: boolean
  /** Only right after its making: the server keeps a hash. */
  readonly url?: string
}

function linksPath(space: OpenSpace, link?: string): string {
  const base = `/api/spaces/${encodeURIComponent(space.id)}/links`
  return link === undefined ? base : `${base}/${encodeURIComponent(link)}`
}

function readLink(value: unknown): ShareLink | undefined {
  const raw = readObject(value)
  const id = readString(raw.id)
  const role = readOneOf(raw.role, linkRoles)
  if (!id || !role) return undefined
  const expiresAt = readTime(raw.expiresAt)
  const createdAt = readTime(raw.createdAt)
  return {
    id,
    role,
    isRevoked: raw.revoked === true || readTime(raw.revokedAt) !== undefined,
    ...(expiresAt ? { expiresAt } : {}),
    ...(createdAt ? { createdAt } : {}),
  }
}

export async function listLinks(space: OpenSpace): Promise<ShareLink[]> {
  const answer = await requestJson(linksPath(space), { token: space.token })
  return readList(answer, 'links', 'items')
    .map(readLink)
    .filter((link) => link !== undefined)
}

/** @returns the link with the only copy of its URL. */
export async function createLink(space: OpenSpace, role: LinkRole, expiresAt?: string): Promise<ShareLink> {
  const raw = readObject(
    await requestJson(linksPath(space), {
      method: 'POST',
      body: expiresAt ? { role, expiresAt } : { role },
      token: space.token,
    }),
  )
  const token = readString(raw.token) ?? ''
  return {
    id: readString(raw.id) ?? '',
    role,
    isRevoked: false,
    createdAt: new Date().toISOString(),
    url: new URL(readString(raw.url) ?? `/l/${token}`, location.origin).href,
    ...(expiresAt ? { expiresAt } : {}),
  }
}

export async function changeLink(
  space: OpenSpace,
  link: string,
  change: { role?: LinkRole; expiresAt?: string | null },
): Promise<void> {
  await requestJson(linksPath(space, link), { method: 'PATCH', body: change, token: space.token })
}

export async function revokeLink(space: OpenSpace, link: string): Promise<void> {
  await requestJson(linksPath(space, link), { method: 'DELETE', token: space.token })
}
