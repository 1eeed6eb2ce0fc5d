/** Message types of the y-websocket protocol, the first number of a message. */
export const MESSAGE = { sync: 0, presence: 1, auth: 2, queryPresence: 3, private: 112 } as const

/** What a sync message is, its second number. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const

/** What a private message is, its second number. They go only to clients that asked for them with `private=1`. */
export const PRIVATE = { hello: 0, saved: 1, access: 2, store: 3, refused: 4 } as const

/** Query parameter with which a client asks for private messages. */
export const PRIVATE_PARAMETER = 'private'
