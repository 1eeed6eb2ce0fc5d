import {
  applyChange,
  applyOperation,
  createEmptyDocument,
  isEmptyChange,
  readScene,
  reverseChange,
} from '@enfilade/scene'
import { expect, test } from 'vitest'
import { applyAppearance } from './apply-appearance.ts'

const walls = applyOperation(
  createEmptyDocument(),
  {
    type: 'walls-added',
    level: 'level-0',
    points: [
      [0, 0],
      [4, 0],
      [4, 3],
      [0, 3],
    ],
    closed: true,
  },
  {
    createId: (() => {
      let n = 0
      return () => `wall-${++n}`
    })(),
  },
)
const room = walls.ok ? applyChange(createEmptyDocument(), walls.change) : createEmptyDocument()

test('words or a picture change a document in one step that can be taken back', () => {
  const { document, change, proposal } = applyAppearance(room, { style: '侘寂，阴天', seed: 4 })
  const scene = readScene(document)
  // The room has no lamp for a dull day.
  expect(proposal!.unmet).toHaveLength(1)
  expect(scene.levels[0]!.appearance).toMatchObject({ style: '侘寂，阴天', sky: 'overcast' })
  expect(scene.rooms[0]!.label!.finishes).toHaveProperty('floor')
  expect(readScene(applyChange(document, reverseChange(change)))).toEqual(readScene(room))
  const black = { width: 3, height: 3, rgb: new Uint8Array(27) }
  expect(applyAppearance(room, { reference: black }).proposal!.operations.length).toBeGreaterThan(0)
})

test('without words and picture nothing changes', () => {
  expect(isEmptyChange(applyAppearance(room, { style: '  ' }).change)).toBe(true)
  expect(applyAppearance(room, {}).document).toBe(room)
})
