import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanName, maximumPresenceBytes, type PresenceState, packPresence, parsePresence } from './presence-state.ts'

const user = { id: 'ada', name: 'Ada', color: '#3d6f8e' }
const state: PresenceState = {
  user,
  cursor: { view: 'plan', level: 'level-0', point: [1, 2, 0] },
  selection: ['sofa'],
  camera: { mode: 'split', plan: { center: [0, 0], span: 8 } },
  draft: { moves: { sofa: { x: 1, y: 2, z: 0, yaw: 0 } } },
  proposal: 'p1',
}
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length

describe('parsePresence', () => {
  it('reads back what another client packed', () => {
    expect(parsePresence(7, packPresence(state))).toEqual({ clientId: 7, ...state })
  })

  it('takes a state without a proper person, or of one who hides, for nobody', () => {
    expect(parsePresence(1, null)).toBeUndefined()
    expect(parsePresence(1, { ...state, user: { ...user, color: 'url(//evil)' } })).toBeUndefined()
    expect(parsePresence(1, { ...state, user: { ...user, name: ' \u200b ' } })).toBeUndefined()
    expect(parsePresence(1, { ...state, hidden: true })).toBeUndefined()
  })

  it('leaves out wrong parts and keeps the rest', () => {
    const peer = parsePresence(1, {
      ...state,
      cursor: { view: 'plan', level: 'level-0', point: [1, Number.NaN, 0] },
      selection: ['sofa', 3, {}, ''],
      draft: { moves: { sofa: { x: 'far' }, desk: { x: 1, y: 1, z: 0, yaw: 0 } }, walls: [[0, 0], 'x'] },
    })
    expect(peer?.cursor).toBeNull()
    expect(peer?.selection).toEqual(['sofa'])
    expect(peer?.draft).toEqual({ moves: { desk: { x: 1, y: 1, z: 0, yaw: 0 } }, walls: [[0, 0]] })
  })

  it('never throws, whatever a client claims', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (a, b) => void parsePresence(1, { ...state, draft: a, camera: b })),
    )
    fc.assert(fc.property(fc.anything(), (value) => void parsePresence(1, value)))
  })
})

describe('packPresence', () => {
  it('stays under the limit with hundreds of held things, and keeps the person', () => {
    const ids = Array.from({ length: 500 }, (_, index) => `item-with-a-long-id-${index}`)
    const pose = { x: 1 / 3, y: 2 / 3, z: 0, yaw: 1 / 7 }
    const packed = packPresence({
      ...state,
      selection: ids,
      draft: { moves: Object.fromEntries(ids.map((id) => [id, pose])) },
    })
    expect(bytes(packed)).toBeLessThanOrEqual(maximumPresenceBytes)
    expect(packed.user).toEqual(user)
  })
})

describe('cleanName', () => {
  it('removes what could make one name look like another, and cuts at 40 characters', () => {
    expect(cleanName('Ada\u202e\u0000 Lovelace')).toBe('Ada Lovelace')
    expect([...cleanName('客'.repeat(80))]).toHaveLength(40)
    expect(cleanName(4)).toBe('')
  })
})
