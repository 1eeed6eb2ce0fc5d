import { DrizzleQueryError } from 'drizzle-orm/errors'

type Verbs = { readonly [name: string]: (...parameters: never[]) => Promise<unknown> }

/**
 * Verbs whose errors are the database's own. The query builder wraps them in a message that quotes every parameter: names,
 * prompts and hashes that must not reach a log.
 */
export function withPlainErrors<Store extends Verbs>(store: Store): Store {
  const wrapped = Object.entries(store).map(([name, verb]) => [
    name,
    async (...parameters: never[]) => {
      try {
        return await verb(...parameters)
      } catch (error) {
        throw error instanceof DrizzleQueryError && error.cause ? error.cause : error
      }
    },
  ])
  return Object.fromEntries(wrapped) as Store
}
