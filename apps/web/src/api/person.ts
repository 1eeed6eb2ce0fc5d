import { readObject, readString } from './read-json.ts'
import { requestJson } from './request.ts'

export type Account = { readonly id: string; readonly name?: string }

/** Who the server takes this browser for: a guest with a cookie, at least. */
export async function fetchAccount(): Promise<Account> {
  const raw = readObject(await requestJson('/api/me'))
  const person = typeof raw.user === 'object' ? readObject(raw.user) : raw
  const name = readString(person.name)
  return { id: readString(person.id) ?? 'guest', ...(name ? { name } : {}) }
}
