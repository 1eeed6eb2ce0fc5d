import type { HttpBindings } from '@hono/node-server'
import type { Credential } from './access.ts'

/** What travels with a request through the app. */
export type AppEnvironment = {
  /** The Node request and response; empty in tests that call the app directly. */
  Bindings: Partial<HttpBindings>
  Variables: {
    /** From `Authorization: Bearer`. */
    credential?: Credential
    /** The token itself, to hand back to whom sent it. */
    bearer?: string
    /** Identity of the browser's session, from its cookie. */
    session?: string
  }
}
