import { describe, expect, it } from 'vitest'
import { readEnvironment } from './environment.ts'

describe('the environment', () => {
  it('has a default for everything', () => {
    expect(readEnvironment({}, '/home/ada')).toEqual({ host: '127.0.0.1', port: 4280, dataDirectory: '/home/ada/data' })
    expect(readEnvironment({ PORT: '', DATABASE_URL: '' }, '/').port).toBe(4280)
  })

  it('is read as given, relative to where the person stands', () => {
    const variables = {
      HOST: '0.0.0.0',
      PORT: '8080',
      ENFILADE_DATA: 'rooms',
      DATABASE_URL: 'postgres://ada:secret@db/enfilade',
      REDIS_URL: 'redis://cache',
      ENFILADE_ORIGIN: 'https://rooms.example/',
    }
    expect(readEnvironment(variables, '/srv')).toEqual({
      host: '0.0.0.0',
      port: 8080,
      dataDirectory: '/srv/rooms',
      databaseUrl: 'postgres://ada:secret@db/enfilade',
      redisUrl: 'redis://cache',
      origin: 'https://rooms.example',
    })
  })

  it('that does not fit is named, each variable with what is expected, none with its value', () => {
    const variables = {
      PORT: '99999',
      DATABASE_URL: 'mysql://ada:hunter2@db',
      REDIS_URL: 'hunter2',
      ENFILADE_ORIGIN: 'rooms',
    }
    const read = () => readEnvironment(variables, '/')
    expect(read).toThrow(/PORT: expected 0 \(any free port\) to 65535/)
    expect(read).toThrow(/DATABASE_URL: expected a URL that starts with postgres:\/\/ or postgresql:\/\//)
    expect(read).toThrow(/REDIS_URL/)
    expect(read).toThrow(/ENFILADE_ORIGIN/)
    expect(read).not.toThrow(/hunter2/)
    expect(() => readEnvironment({ PORT: 'http' }, '/')).toThrow(/PORT: expected a port number/)
  })

  it('names a language model whole or not at all', () => {
    const whole = {
      ENFILADE_LLM_BASE_URL: 'http://localhost:1234/v1/',
      ENFILADE_LLM_MODEL: 'small',
      ENFILADE_LLM_API_KEY: 'hunter2',
    }
    expect(readEnvironment(whole, '/').completion).toEqual({
      baseUrl: 'http://localhost:1234/v1',
      model: 'small',
      apiKey: 'hunter2',
    })
    expect(readEnvironment({}, '/').completion).toBeUndefined()
    for (const wrong of [
      { ENFILADE_LLM_BASE_URL: 'ftp://x/hunter2', ENFILADE_LLM_MODEL: 'small' },
      { ENFILADE_LLM_BASE_URL: 'http://localhost' },
      { ENFILADE_LLM_MODEL: 'small' },
      { ENFILADE_LLM_BASE_URL: 'http://ada:hunter2@localhost', ENFILADE_LLM_MODEL: 'small' },
    ]) {
      expect(() => readEnvironment(wrong, '/')).toThrow(/ENFILADE_LLM_/)
      expect(() => readEnvironment(wrong, '/')).not.toThrow(/hunter2/)
    }
  })
})
