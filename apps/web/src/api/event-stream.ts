export type ServerEvent = { readonly event: string; readonly data: string }

/** Takes server-sent events apart as text arrives, whatever way the chunks are cut. */
export function createEventParser(): (chunk: string) => ServerEvent[] {
  let rest = ''
  let event = ''
  let data: string[] = []
  return (chunk) => {
    const events: ServerEvent[] = []
    rest += chunk
    // A lone CR at the end may be half of a CRLF, so it waits for more.
    const lines = rest.split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (line === '') {
        if (data.length > 0) events.push({ event: event || 'message', data: data.join('\n') })
        event = ''
        data = []
        continue
      }
      const colon = line.indexOf(':')
      if (colon === 0) continue
      const field = colon < 0 ? line : line.slice(0, colon)
      const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
      if (field === 'event') event = value
      else if (field === 'data') data.push(value)
    }
    return events
  }
}

/** Reads a whole stream of server-sent events, one after another. */
export async function* readEventStream(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const parse = createEventParser()
  const decoder = new TextDecoder()
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      yield* parse(done ? '\n\n' : decoder.decode(value, { stream: true }))
      if (done) return
    }
  } finally {
    reader.releaseLock()
  }
}
