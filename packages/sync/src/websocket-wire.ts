import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { OutgoingMessage } from './messages.ts'
import type { Wire, WireListener } from './wire.ts'

/** A message up to this size is copied once behind its frame head, so that each socket needs a single write. */
const COPIED_BYTES = 64 * 1024

/** Unsent bytes above which pings of the other side go unanswered: it does not read what it gets. */
const PONG_UNSENT_BYTES = 256 * 1024

/** How long a closing handshake may take, ms. */
const CLOSE_MS = 3_000

/**
 * Puts a `ws` socket behind the `Wire` port.
 *
 * Frames go to the raw socket: a frame of the server is neither masked nor compressed here, so all the sockets of a
 * document share the same bytes. `ws` reads, and writes the closing handshake.
 *
 * @param socket The stream that the upgrade request came on.
 */
export function createWebSocketWire(webSocket: WebSocket, socket: Duplex): Wire {
  let isClosed = false
  webSocket.binaryType = 'nodebuffer'

  function listen(listener: WireListener): void {
    webSocket.on('message', (data: Buffer, isBinary: boolean) => {
      if (isBinary) listener.onMessage(data)
      else listener.onText()
    })
    webSocket.on('pong', () => listener.onPong())
    webSocket.on('ping', (data: Buffer) => {
      listener.onPong()
      if (webSocket.readyState === webSocket.OPEN && unsent() < PONG_UNSENT_BYTES) webSocket.pong(data)
    })
    // Without these two listeners a malformed frame or a reset would end the process.
    webSocket.on('error', (error) => listener.onError(error))
    socket.on('error', (error) => listener.onError(error))
    socket.on('drain', () => listener.onDrain())
    webSocket.on('close', () => {
      isClosed = true
      listener.onClose()
    })
  }

  function send(message: OutgoingMessage): void {
    if (webSocket.readyState !== webSocket.OPEN || !socket.writable) return
    if (message.bytes.length <= COPIED_BYTES) {
      message.framed ??= frame(message.bytes)
      socket.write(message.framed)
      return
    }
    socket.cork()
    socket.write(frameHead(message.bytes.length))
    socket.write(message.bytes)
    socket.uncork()
  }

  function unsent(): number {
    return webSocket.bufferedAmount
  }

  return {
    listen,
    send,
    unsent,
    ping() {
      if (webSocket.readyState === webSocket.OPEN) webSocket.ping()
    },
    pause: () => webSocket.pause(),
    resume: () => webSocket.resume(),
    limitMessage(bytes) {
      // Private to `ws`, and only a saving: messages are measured again when they are here.
      const receiver = (webSocket as unknown as { _receiver?: { _maxPayload?: number } })._receiver
      if (receiver && typeof receiver._maxPayload === 'number') receiver._maxPayload = bytes
    },
    close(code, reason) {
      if (isClosed) return
      // A paused socket would never see the answer to the goodbye.
      webSocket.resume()
      webSocket.close(code, reason)
      const timer = setTimeout(() => webSocket.terminate(), CLOSE_MS)
      timer.unref()
      webSocket.once('close', () => clearTimeout(timer))
    },
    terminate: () => webSocket.terminate(),
  }
}

function frame(bytes: Uint8Array): Uint8Array {
  const head = frameHead(bytes.length)
  const framed = Buffer.allocUnsafeSlow(head.length + bytes.length)
  framed.set(head)
  framed.set(bytes, head.length)
  return framed
}

/** RFC 6455, 5.2: a final, binary, unmasked frame. */
function frameHead(length: number): Uint8Array {
  const BINARY = 0x82
  if (length < 126) return Uint8Array.of(BINARY, length)
  if (length < 65_536) return Uint8Array.of(BINARY, 126, length >> 8, length & 255)
  const head = Buffer.alloc(10)
  head[0] = BINARY
  head[1] = 127
  head.writeBigUInt64BE(BigInt(length), 2)
  return head
}
