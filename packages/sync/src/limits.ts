const KIB = 1024
const MIB = 1024 * KIB

/**
 * Every limit of the sync server, with its default. Rates slow the reading of a connection down; only what no honest
 * client does closes it (see `CLOSE`).
 */
export const LIMITS = {
  /** Largest message, bytes. */
  frameBytes: 1 * MIB,
  /** Largest first sync step 2 of a connection, bytes: a client that worked offline for long sends all of it at once. */
  firstStateBytes: 16 * MIB,
  /** Largest document, bytes of merged state; an edit that would go over it is refused, not the connection. */
  documentBytes: 32 * MIB,
  /** Document messages per second and connection, and how many may come at once. */
  updatesPerSecond: 64,
  updatesBurst: 256,
  /** Bytes of document messages per second and connection, and how many may come at once. */
  bytesPerSecond: 256 * KIB,
  bytesBurst: 2 * MIB,
  /** Messages of any kind per second and connection, and how many may come at once. Echoes of presence count here. */
  messagesPerSecond: 2_000,
  messagesBurst: 8_000,
  /** Open sockets on one document, and on the whole server. The next one is told to try again later. */
  socketsPerDocument: 200,
  sockets: 10_000,
  /** Largest presence state of one client, bytes of JSON; a larger one is dropped. */
  presenceBytes: 4 * KIB,
  /** Presence changes of one connection passed on per second; of more, the newest. */
  presencePerSecond: 15,
  /** Presence ids that one connection may announce (its own, and its other tabs'). */
  presenceIds: 8,
  /** Bytes taken from a connection before it is signed in, and how long signing in may take, ms. */
  signInBytes: 64 * KIB,
  signInMs: 10_000,
  /** Unsent bytes of a connection above which it gets no presence. */
  unsentPresenceBytes: 256 * KIB,
  /** Unsent bytes above which it gets no updates but, once drained, one diff; and is not read from. */
  unsentUpdateBytes: 1 * MIB,
  /** Unsent bytes above which it is closed with 1013. The answer to its own join does not count. */
  unsentCloseBytes: 8 * MIB,
  /** How long it may stay behind before it is closed with 1013, ms; a large answer to a join gets more. */
  behindMs: 20_000,
  /** Slowest speed at which a joiner may take a large document, bytes/s. */
  joinBytesPerSecond: 256 * KIB,
  /** Bytes of a document waiting for the store above which its writers are not read from. */
  queueBytes: 16 * MIB,
  /** Bytes of one append. */
  batchBytes: 4 * MIB,
} as const

export type Limits = { readonly [name in keyof typeof LIMITS]: number }

/** Times of the server that are not limits, ms. */
export const TIMES = {
  /** Changes of presence are passed on together once per this time. Two frames of a 50 Hz display: not seen as lag. */
  presenceMs: 40,
  /** A stock client closes a socket on which nothing came for 30 s and does not count pings: never be silent longer. */
  silenceMs: 10_000,
  /** A connection that sends nothing gets a ping after this, and is dropped after `deadMs`. */
  pingMs: 30_000,
  deadMs: 75_000,
  /** Housekeeping: expiry, silence, dead peers. */
  sweepMs: 1_000,
  /** A document without connections stays loaded for this long. */
  idleMs: 10_000,
  /** Waits between attempts of a failed commit: doubled from the first to the last. */
  retryFirstMs: 100,
  retryLastMs: 2_000,
  /** A commit that takes longer makes its documents read-only until it is through. */
  slowCommitMs: 2_000,
  /** The same connection is told of refusals at most this often. */
  refusalMs: 1_000,
  /** How long `close()` waits for the store. */
  closeMs: 10_000,
} as const

/** Close codes. 44xx: do not come back by yourself (stock clients of y-websocket 3 obey). */
export const CLOSE = {
  /** A message over the limit that may come as the first state of the next connection. */
  oversized: 1009,
  /** The server goes away or restarts. */
  restart: 1012,
  /** Overloaded, behind, or full: try again later. */
  later: 1013,
  /** Not a message of the protocol. */
  malformed: 4400,
  /** No valid token or session. */
  signIn: 4401,
  /** Access was refused, revoked or has expired. */
  forbidden: 4403,
  /** No such document, or it was deleted. */
  notFound: 4404,
  /** Did not finish signing in. */
  signInTimeout: 4408,
  /** More than the limit, and nothing that coming back would change. */
  tooLarge: 4413,
} as const

/** Snapshots: when the updates since the last one weigh more than this, the document is compacted. */
export const COMPACTION = {
  updates: 2_000,
  bytes: 1 * MIB,
  /** On unload a smaller tail is enough. */
  updatesOnUnload: 100,
} as const
