import { parseSceneJson } from '@enfilade/language'
import { readScene } from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import { changedSince } from './changed-since.ts'

const room = {
  id: 'r',
  level: 'l',
  name: 'Room',
  type: 'bedroom',
  polygon: [
    [0, 0],
    [4, 0],
    [4, 3],
    [0, 3],
  ],
  holes: [],
  floor: 0,
  height: 2.6,
}
const chair = {
  id: 'chair',
  category: 'dining_chair',
  center: [1, 1, 0.425],
  size: [0.45, 0.5, 0.85],
  yaw: 0,
  mount: 'floor',
  support: null,
}
const read = (...objects: object[]) =>
  readScene(
    parseSceneJson({
      format: 'enfilade.scene/1',
      levels: [{ id: 'l', name: 'L', elevation: 0, height: 2.6 }],
      rooms: [room],
      objects,
    }).document,
  )

describe('what changed since', () => {
  it('is nothing when nothing a picture shows did', () => {
    expect(read(chair).items).toHaveLength(1)
    expect([...changedSince(read(chair), read({ ...chair, label: 'Ada’s chair' }))]).toEqual([])
    expect([...changedSince(read(chair), read({ ...chair, center: [1.0001, 1, 0.425] }))]).toEqual([])
  })

  it('is what moved, came, went or got another finish', () => {
    const other = { ...chair, id: 'other', center: [2, 2, 0.425] }
    expect([...changedSince(read(chair, other), read(chair, { ...other, center: [2.1, 2, 0.425] }))]).toEqual(['other'])
    expect([...changedSince(read(chair), read(chair, other))]).toEqual(['other'])
    expect([...changedSince(read(chair, other), read(chair))]).toEqual(['other'])
    const before = read(chair)
    const [item] = before.items
    const painted = { ...before, items: [{ ...item!, finishes: { main: { color: '#aa0000' } } }] }
    expect([...changedSince(before, painted)]).toEqual(['chair'])
  })
})
