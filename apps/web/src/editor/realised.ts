import type { Id } from '@enfilade/scene'

/** A realised version of the space, as the 3D view shows it. */
export type Realised = {
  /** Changes with the content. */
  readonly key: string
  /** Splats as SPZ, and the sidecar that says what each belongs to; without one nothing can be hidden. */
  load(signal: AbortSignal): Promise<{ readonly splats: Uint8Array; readonly ids?: Uint8Array }>
}

/** What was edited since a space was realised: these are drawn as models, and their splats are not shown. */
export type Stale = ReadonlySet<Id>
