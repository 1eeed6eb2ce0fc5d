import { interiorPoint } from '@enfilade/geometry'
import type { Operation } from '../operation.ts'
import { roomAt } from '../queries.ts'
import { readScene } from '../read-scene.ts'
import { checkFinishes, checkPoint, checkText } from './check-values.ts'
import type { Draft } from './draft.ts'
import { refuse } from './refusal.ts'

type Of<T extends Operation['type']> = Extract<Operation, { type: T }>

export function labelRoom(draft: Draft, operation: Of<'room-labelled'>): void {
  draft.claim(operation.id)
  const { id: level } = draft.need('level', operation.level)
  const at = checkPoint(operation.at, 'point in the room')
  const room = roomAt(readScene(draft.before), level, at)
  if (room?.label) refuse('exists', `The room has the name "${room.name}" (${room.id}) already: change that one.`)
  draft.put(operation.id, {
    kind: 'room',
    level,
    at,
    name: checkText(operation.name ?? '', 'name of the room'),
    type: checkText(operation.roomType ?? 'room', 'type of the room') || 'room',
  })
}

/** Changes a room's label; a room that has none yet gets one. */
export function changeRoom(draft: Draft, operation: Of<'room-changed'>): void {
  const { id, at, name, roomType, finishes } = operation
  let label = draft.find('room', id)?.id
  if (label === undefined) {
    const room = readScene(draft.before).rooms.find((candidate) => candidate.id === id)
    if (!room) refuse('missing', `There is no room "${String(id)}" (any more).`)
    // Under the room's own id, so that who looks at the room still has it.
    label = draft.has(id) ? draft.createId() : id
    draft.put(label, {
      kind: 'room',
      level: room.level,
      at: interiorPoint(room.polygon, room.holes),
      name: '',
      type: 'room',
    })
  }
  draft.set(label, {
    ...(at !== undefined && { at: checkPoint(at, 'point in the room') }),
    ...(name !== undefined && { name: checkText(name, 'name of the room') }),
    ...(roomType !== undefined && { type: checkText(roomType, 'type of the room') || 'room' }),
    ...(finishes !== undefined && checkFinishes(finishes, ['floor', 'walls', 'ceiling'])),
  })
}
