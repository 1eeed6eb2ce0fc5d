import { describe, expect, it } from 'vitest'
import { type LookChoice, readLook } from '../../api/looks.ts'
import { groupChoices } from './choice-groups.ts'
import { colorOf, finishesOf, withFinish } from './finish-value.ts'

const text = { en: 'x', zh: 'x' }
const choice = (kind: LookChoice['kind'], value: LookChoice['value'] = {}, id = `${kind}:1`): LookChoice => ({
  id,
  kind,
  value,
  what: text,
  why: text,
  locked: false,
})

describe('choices of a look', () => {
  it('stand under their headings, the palette first, and empty headings are left out', () => {
    const groups = groupChoices([choice('lamp'), choice('wall'), choice('palette'), choice('room')])
    expect(groups.map(({ id, choices }) => [id, choices.map(({ kind }) => kind)])).toEqual([
      ['palette', ['palette']],
      ['rooms', ['wall', 'room']],
      ['lamps', ['lamp']],
    ])
  })

  it('change one finish and keep the others', () => {
    const palette = choice('palette', { material: 'oak', color: '#c7a471' })
    expect(finishesOf(palette)).toEqual([{ slot: '', finish: { material: 'oak', color: '#c7a471' } }])
    expect(withFinish(palette, '', { material: 'oak', color: '#000000' })).toEqual({
      material: 'oak',
      color: '#000000',
    })
    const room = choice('room', { floor: { material: 'oak' }, walls: { material: 'plaster', color: '#ffffff' } })
    expect(withFinish(room, 'floor', { material: 'walnut' })).toEqual({
      floor: { material: 'walnut', color: colorOf({ material: 'walnut' }) },
      walls: { material: 'plaster', color: '#ffffff' },
    })
    expect(finishesOf(choice('lamp', { on: true }))).toEqual([])
  })

  it('are read from whatever the server says', () => {
    expect(
      readLook({ proposal: null, choices: [{ id: 'a', kind: 'odd' }, null], unmet: [{ request: 'blorp' }] }),
    ).toEqual({
      choices: [],
      unmet: [{ request: 'blorp', reason: '' }],
    })
  })
})
