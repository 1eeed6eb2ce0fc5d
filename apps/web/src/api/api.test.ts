import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCopilotEvent, readProposal } from './copilot.ts'
import { createEventParser } from './event-stream.ts'
import { cureFor } from './request.ts'
import { readSpaceSummary } from './spaces.ts'

describe('event stream', () => {
  const text =
    'event: progress\ndata: {"stage":"solve"}\n\n: a comment\r\nevent: done\r\ndata: one\r\ndata: two\r\n\r\n'
  const events = [
    { event: 'progress', data: '{"stage":"solve"}' },
    { event: 'done', data: 'one\ntwo' },
  ]

  it('gives the same events wherever the chunks are cut', () => {
    for (let cut = 0; cut <= text.length; cut++) {
      const parse = createEventParser()
      expect([...parse(text.slice(0, cut)), ...parse(text.slice(cut))]).toEqual(events)
    }
  })
})

describe('answers of the server', () => {
  it('are read lightly: odd parts become defaults', () => {
    expect(readSpaceSummary({ id: 's', role: 'king' })).toEqual({ id: 's', name: '', role: 'owner' })
    expect(readSpaceSummary({ name: 'no id' })).toBeUndefined()
    expect(
      readProposal({ id: 'p', groups: [{ id: 'g', title: 'Sofa', measurements: [{ value: 'x' }] }, 7] }),
    ).toMatchObject({
      status: 'open',
      groups: [{ id: 'g', title: { en: 'Sofa', zh: 'Sofa' }, measurements: [], items: [] }],
    })
  })

  it('never throw, whatever comes', () => {
    fc.assert(fc.property(fc.anything(), (value) => void readProposal(value)))
    const events = fc.constantFrom('progress', 'proposal', 'unmet', 'answer', 'error', 'done', 'x')
    fc.assert(fc.property(events, fc.string(), (event, data) => void readCopilotEvent(event, data)))
    fc.assert(fc.property(events, fc.json(), (event, data) => void readCopilotEvent(event, data)))
  })

  it('name a cure for every failure', () => {
    expect([0, 401, 403, 404, 410, 413, 429, 500].map(cureFor)).toEqual([
      'online',
      'sign-in',
      'ask-owner',
      'gone',
      'gone',
      'fix-input',
      'wait',
      'retry',
    ])
  })
})
