import { describe, expect, it } from 'vitest'
import { createLogger, redact } from './logger.ts'
import { createToken } from './tokens.ts'

describe('the log', () => {
  it('holds no secret, wherever one turns up', () => {
    const token = createToken()
    for (const text of [
      `ws://localhost:4280/sync/abc?token=${token}&private=1`,
      `GET /api/links/${token}`,
      `GET /l/${token.slice(0, 20)}`,
      `header Bearer ${token.slice(0, 12)} was refused`,
      `bad token ${token}`,
      `bad token -${token.slice(1)}`,
      'connect postgres://ada:hunter2@db/enfilade failed',
    ]) {
      const safe = redact(text)
      expect(safe).toContain('[redacted]')
      expect(safe).not.toContain(token.slice(0, 12))
      expect(safe).not.toContain('hunter2')
    }
    expect(redact('commit of 3 documents failed')).toBe('commit of 3 documents failed')
  })

  it('is one line of JSON per event', () => {
    const lines: string[] = []
    const log = createLogger(
      (line) => lines.push(line),
      () => new Date(0),
    )
    log('warn', 'commit-failed', { documents: 2, error: 'two\nlines', reason: undefined })
    expect(lines).toEqual([
      '{"at":"1970-01-01T00:00:00.000Z","level":"warn","event":"commit-failed","documents":2,"error":"two\\nlines"}\n',
    ])
  })
})
