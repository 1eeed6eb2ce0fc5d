import { createBrief, type ProposeInput } from '@enfilade/layout'
import { applyChange, applyOperation, createEmptyDocument, type Operation, readScene } from '@enfilade/scene'

/** An empty bedroom of 4 by 3.5 m with a door and a window. */
export const createSampleRoom = (): ProposeInput => {
  let count = 0
  const createId = (): string => `x${String(++count).padStart(3, '0')}`
  let document = createEmptyDocument()
  const apply = (operation: Operation): void => {
    const result = applyOperation(document, operation, { createId })
    if (!result.ok) throw new Error(`createSampleRoom: ${result.message}`)
    document = applyChange(document, result.change)
  }
  const points = [
    [0, 0],
    [4, 0],
    [4, 3.5],
    [0, 3.5],
  ] as const
  apply({ type: 'walls-added', level: 'level-0', points: [...points], closed: true, thickness: 0.12 })
  const [first, second] = readScene(document).walls
  const opening = { along: 1.5, width: 0.9, height: 2.1, sill: 0 }
  const swing = { type: 'hinged', hinge: 'a', side: 'left' } as const
  apply({ type: 'opening-added', id: createId(), wall: first!.id, opening: 'door', ...opening, swing })
  const window = { along: 1.7, width: 1.4, height: 1.4, sill: 0.9, swing: { type: 'none' } } as const
  apply({ type: 'opening-added', id: createId(), wall: second!.id, opening: 'window', ...window })
  return { document, brief: createBrief('bedroom'), seed: 1 }
}
