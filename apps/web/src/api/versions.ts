import { readList, readObject, readString, readTime } from './read-json.ts'
import { requestJson } from './request.ts'
import type { OpenSpace } from './spaces.ts'

export type Version = { readonly id: string; readonly name: string; readonly createdAt?: string; readonly by?: string }

function versionsPath(space: OpenSpace): string {
  return `/api/spaces/${encodeURIComponent(space.id)}/versions`
}

function readVersion(value: unknown): Version | undefined {
  const raw = readObject(value)
  const id = readString(raw.id)
  if (!id) return undefined
  const createdAt = readTime(raw.createdAt)
  const by = readString(raw.by)
  return { id, name: readString(raw.name) ?? '', ...(createdAt ? { createdAt } : {}), ...(by ? { by } : {}) }
}

/** Newest first. */
export async function listVersions(space: OpenSpace): Promise<Version[]> {
  const versions = readList(await requestJson(versionsPath(space), { token: space.token }), 'versions', 'items')
    .map(readVersion)
    .filter((version) => version !== undefined)
  return versions.sort((a, b) => ((a.createdAt ?? '') < (b.createdAt ?? '') ? 1 : -1))
}

export async function nameVersion(space: OpenSpace, name: string): Promise<void> {
  await requestJson(versionsPath(space), { method: 'POST', body: { name }, token: space.token })
}

/** Brings the version back as a new edit that everybody gets. */
export async function restoreVersion(space: OpenSpace, version: string): Promise<void> {
  await requestJson(`${versionsPath(space)}/${encodeURIComponent(version)}/restore`, {
    method: 'POST',
    token: space.token,
  })
}
