import { isInForce, type Link } from '@enfilade/storage'
import type { Clock, SyncServer } from '@enfilade/sync'
import { linkKey } from './access.ts'

/** Ends open connections when the link they came by expires, whenever that is moved to. */
export interface LinkExpiry {
  /** Call when somebody comes in by a link, and when its expiry changes. */
  watch(link: Link): void
  close(): void
}

type Options = {
  find(space: string, link: string): Promise<Link | undefined>
  sync: Pick<SyncServer, 'changeAccess'>
  clock: Clock
  onError(error: unknown): void
}

/** Timers can't wait longer than 24.8 days; and a machine that slept should look soon. */
const LONGEST_WAIT_MS = 3_600_000
/** After a look that failed. */
const RETRY_MS = 5_000

export function createLinkExpiry({ find, sync, clock, onError }: Options): LinkExpiry {
  const timers = new Map<string, unknown>()

  function forget(id: string): void {
    clock.clearTimeout(timers.get(id))
    timers.delete(id)
  }

  function wait(link: Link, ms: number): void {
    timers.set(
      link.id,
      clock.setTimeout(() => void look(link), ms),
    )
  }

  /** Asks the database at the time, so that a later change of the expiry counts. */
  async function look(watched: Link): Promise<void> {
    timers.delete(watched.id)
    try {
      const link = await find(watched.space, watched.id)
      if (!link || !isInForce(link, new Date(clock.now()))) sync.changeAccess(linkKey(watched.id), 'revoked')
      else watch(link)
    } catch (error) {
      onError(error)
      wait(watched, RETRY_MS)
    }
  }

  function watch(link: Link): void {
    forget(link.id)
    if (link.expiresAt === null) return
    wait(link, Math.min(Math.max(link.expiresAt.getTime() - clock.now(), 0), LONGEST_WAIT_MS))
  }

  return {
    watch,
    close() {
      for (const id of [...timers.keys()]) forget(id)
    },
  }
}
