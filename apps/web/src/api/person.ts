import { createId } from '../editor/create-id.ts'
import { readObject, readString } from './read-json.ts'
import { requestJson } from './request.ts'

export type Account = { readonly id: string; readonly name?: string }

/** Who the server takes this browser for: a guest with a cookie, at least. */
export async function fetchAccount(): Promise<Account> {
  const raw = readObject(await requestJson('/api/me'))
  const person = typeof raw.user === 'object' ? readObject(raw.user) : raw
  const name = readString(person.name)
  // Somebody who came by a link alone has no id: any that is theirs for this visit will do.
  return { id: readString(person.id) ?? createId(), ...(name ? { name } : {}) }
}

/** Remembers what this person wants to be called, for other browsers too. */
export async function renameAccount(name: string): Promise<void> {
  await requestJson('/api/me', { method: 'PATCH', body: { name } })
}
