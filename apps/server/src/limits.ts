const KIB = 1024
const MIB = 1024 * KIB

/** Every limit of the HTTP side, with its default; those of the sync side are in the package sync. */
export const LIMITS = {
  /** Largest request body, bytes. */
  bodyBytes: 256 * KIB,
  /** Largest scene that may be sent, as script or JSON, bytes. */
  sceneBytes: 16 * MIB,
  /** Longest name of a space, version or person, characters. */
  nameLength: 200,
  /** Longest copilot prompt, characters. */
  promptLength: 4_000,
  /** Most selected ids sent with a prompt. */
  selectionLength: 1_000,
  /** Copilot requests that run at once in one space, and that may wait for their turn on the whole server. */
  copilotPerSpace: 2,
  copilotWaiting: 20,
  /** How long one copilot request may run, ms. */
  copilotMs: 120_000,
  /** Document work (read, replace, restore, accept) that may wait for its turn, and how long one piece may take, ms. */
  documentWaiting: 200,
  documentMs: 60_000,
  /** Requests per minute and address: to create spaces, to ask the copilot, and all that change something. */
  createPerMinute: 1_200,
  copilotPerMinute: 120,
  changePerMinute: 6_000,
  /** Copilot requests kept per space; older ones are forgotten, but for proposals that wait. */
  copilotKept: 200,
  /** Realising and filming: jobs of a space that wait or run, and those kept when they are over. */
  jobsWaiting: 8,
  jobsKept: 20,
  /** How long a job may take, ms, and the heap of its thread, MiB. */
  jobMs: 30 * 60_000,
  jobMemoryMb: 2_048,
  /** How long a job is its worker's without a sign, how often the worker gives one, and how often it looks for work, ms. */
  jobLeaseMs: 60_000,
  jobBeatMs: 1_000,
  jobLookMs: 1_000,
  /** Largest reference picture, bytes, and longest film, seconds. */
  referenceBytes: 12 * MIB,
  filmSeconds: 120,
  /** Links of a space that are in force. */
  linksPerSpace: 100,
  /** Versions of a space that a person made, and that the server kept before it replaced something. */
  versionsPerSpace: 500,
  automaticVersions: 50,
  /** How long a graceful shutdown waits for open requests, ms. */
  closeMs: 10_000,
} as const

export type Limits = { readonly [name in keyof typeof LIMITS]: number }
