import { describe, expect, it } from 'vitest'
import { createBrief, createBriefObject, parseBrief } from './index.ts'

describe('parseBrief', () => {
  it('takes every brief that was made by the constructors, through JSON', () => {
    const brief = createBrief('living_room', {
      room: { type: 'living_room', alsoFor: ['study'] },
      occupants: { adults: 2, working: 1 },
      objects: [
        createBriefObject('desk', {
          size: { width: { min: 1.2 } },
          attributes: { color: '#335577', material: 'oak' },
          relations: [
            { type: 'by_window', distance: { max: 0.5 } },
            { type: 'beside', target: { kind: 'object', key: 'bookcase' }, strength: 'wish' },
          ],
        }),
        createBriefObject('bookcase', { count: { min: 1 } }),
      ],
      exclusions: [{ category: 'rug', words: 'no rug' }],
      demands: [{ type: 'path_width', value: 1.2, words: 'ways of 1.2 m' }],
    })
    expect(parseBrief(JSON.parse(JSON.stringify(brief)))).toEqual({ ok: true, brief })
  })

  it('names every problem with its path and never throws', () => {
    const broken = [
      undefined,
      null,
      3,
      'x',
      [],
      {},
      { version: 1, objects: [null] },
      { version: 1, room: { type: 'cave' } },
    ]
    for (const value of broken) expect(parseBrief(value).ok).toBe(false)
    const brief = {
      ...createBrief('bedroom'),
      objects: [{ ...createBriefObject('desk'), count: { min: 2, max: 1 }, relations: [] }],
    }
    const parsed = parseBrief(brief)
    expect(parsed.ok ? [] : parsed.problems).toEqual(['objects.desk.count: max 1 is below min 2'])
  })

  it('refuses relations that point to nothing', () => {
    const relations = [{ type: 'on', target: { kind: 'object', key: 'moon' } }]
    const parsed = parseBrief({ ...createBrief('bedroom'), objects: [{ ...createBriefObject('lamp'), relations }] })
    expect(parsed.ok).toBe(false)
  })
})
