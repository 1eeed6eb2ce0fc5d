import { parseSceneJson } from '@enfilade/language'
import { readScene } from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import { type LookChoice, readLook } from '../../api/looks.ts'
import { groupChoices, roomOf } from './choice-groups.ts'
import { colorOf, finishesOf, withFinish } from './finish-value.ts'

const scene = readScene(
  parseSceneJson({
    format: 'enfilade.scene/1',
    levels: [{ id: 'l', name: 'L', elevation: 0, height: 2.6 }],
    rooms: ['a', 'b'].map((id, index) => ({
      id,
      level: 'l',
      name: id,
      type: 'study',
      polygon: [0, 4, 4, 0].map((x, corner) => [x + index * 5, corner < 2 ? 0 : 3]),
      holes: [],
      floor: 0,
      height: 2.6,
    })),
    objects: ['one', 'two'].map((id, index) => ({
      id,
      category: 'dining_chair',
      center: [7 - index * 5, 1, 0.425],
      size: [0.45, 0.5, 0.85],
      yaw: 0,
      mount: 'floor',
      support: null,
    })),
  }).document,
)
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
    const groups = groupChoices([choice('lamp'), choice('wall'), choice('palette'), choice('room')], scene)
    expect(groups.map(({ id, choices }) => [id, choices.map(({ kind }) => kind)])).toEqual([
      ['palette', ['palette']],
      ['rooms', ['wall', 'room']],
      ['lamps', ['lamp']],
    ])
  })

  it('stand room by room, things with the room they are in', () => {
    const [one, two] = ['one', 'two'].map((target) => ({ ...choice('item', {}, target), target }))
    expect(groupChoices([one!, two!], scene)[0]!.choices.map(({ id }) => id)).toEqual(['two', 'one'])
    expect(roomOf(one!, scene)?.name).toBe('b')
    expect(roomOf({ ...one!, target: 'gone' }, scene)).toBeUndefined()
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
