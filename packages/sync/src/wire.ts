import type { OutgoingMessage } from './messages.ts'

/** One open websocket, as the rest of the package sees it. Tests hand in their own. */
export interface Wire {
  /** Never throws; on a closed wire it does nothing. */
  send(message: OutgoingMessage): void
  ping(): void
  /** Bytes handed in that the other side's machine has not taken yet. */
  unsent(): number
  /** Stops and starts reading. What has been read already may still come. */
  pause(): void
  resume(): void
  /** Largest message that is accepted from now on, bytes; a larger one closes the wire. */
  limitMessage(bytes: number): void
  /** Says goodbye with a code; the socket is destroyed when the other side does not answer. */
  close(code: number, reason: string): void
  /** Destroys the socket. */
  terminate(): void
  listen(listener: WireListener): void
}

export interface WireListener {
  /** A binary message, which may be a view on a buffer that is used again: copy what is kept. */
  onMessage(bytes: Uint8Array): void
  onText(): void
  /** Any sign that the other side is there. */
  onPong(): void
  /** Everything handed in was taken. */
  onDrain(): void
  /** Exactly once. */
  onClose(): void
  onError(error: Error): void
}
