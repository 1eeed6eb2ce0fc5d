import { expect, test } from 'vitest'
import { applyChange, applyOperation, createEmptyDocument, isEmptyChange, readScene, reverseChange } from '../index.ts'

const context = { createId: () => 'new' }

test('a level keeps how it is lit, key by key, and gives it back', () => {
  const before = createEmptyDocument()
  const [level] = readScene(before).levels
  const first = applyOperation(
    before,
    { type: 'level-changed', id: level!.id, appearance: { style: '奶油风', sky: 'clear', sunElevation: 0.4 } },
    context,
  )
  expect(first.ok).toBe(true)
  if (!first.ok) return
  const lit = applyChange(before, first.change)
  expect(readScene(lit).levels[0]!.appearance).toEqual({ style: '奶油风', sky: 'clear', sunElevation: 0.4 })
  const second = applyOperation(
    lit,
    { type: 'level-changed', id: level!.id, appearance: { sky: 'night', sunElevation: null } },
    context,
  )
  expect(second.ok).toBe(true)
  if (!second.ok) return
  expect(readScene(applyChange(lit, second.change)).levels[0]!.appearance).toEqual({ style: '奶油风', sky: 'night' })
  const back = applyChange(applyChange(lit, second.change), reverseChange(second.change))
  expect(readScene(back).levels[0]!.appearance).toEqual(readScene(lit).levels[0]!.appearance)
  expect(isEmptyChange(second.change)).toBe(false)
})

test('an appearance that makes no sense is refused, and read as far as it does', () => {
  const document = createEmptyDocument()
  const id = readScene(document).levels[0]!.id
  const refused = (appearance: object) =>
    applyOperation(document, { type: 'level-changed', id, appearance } as never, context)
  expect(refused({ sky: 'green' })).toMatchObject({ ok: false, code: 'unknown-value' })
  expect(refused({ exposure: Number.NaN })).toMatchObject({ ok: false, code: 'not-a-number' })
  expect(refused({ moon: 1 })).toMatchObject({ ok: false, code: 'unknown-value' })
  const odd = new Map([[id, { ...document.get(id), appearance: { sky: 'green', exposure: 99, style: 3 } }]])
  expect(readScene(odd).levels[0]!.appearance).toEqual({ exposure: 10 })
})
