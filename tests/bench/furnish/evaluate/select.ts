import type { What } from '../request.ts'
import { hasLooks } from './attributes.ts'
import { buildingWords, thingsNamed } from './nouns.ts'
import { gateAsThing, type Model, type Room, type Thing } from './scene-model.ts'

export function wordsOf(what: What): readonly string[] {
  const named = typeof what === 'object' && 'is' in what ? what.is : what
  return typeof named === 'string' ? [named] : named
}

/** The things that a `what` means, by category and, where it says some, by looks. */
export function select(model: Model, what: What): Thing[] {
  const found = thingsNamed(model, wordsOf(what))
  if (typeof what === 'string' || !('is' in what)) return found
  const { is: _, ...looks } = what
  return found.filter((thing) => hasLooks(thing, looks))
}

/** As `select`; where nothing is named so, windows, doors and walls stand in for things. */
export function selectTargets(model: Model, what: What): Thing[] {
  const things = select(model, what)
  if (things.length > 0) return things
  const kinds = new Set(wordsOf(what).map((word) => buildingWords[word]))
  return model.rooms.flatMap((room) => [
    ...model.gates
      .filter(({ opening, rooms }) => rooms.includes(room) && kinds.has(opening.kind === 'window' ? 'window' : 'door'))
      .map((gate) => gateAsThing(gate, room)),
    ...(kinds.has('wall') ? wallsAsThings(room) : []),
  ])
}

function wallsAsThings(room: Room): Thing[] {
  return room.sides.map(({ a, b, out, length }, index) => ({
    id: `${room.json.id}/side-${index}`,
    category: 'wall',
    x: (a[0] + b[0]) / 2,
    y: (a[1] + b[1]) / 2,
    yaw: Math.atan2(-out[0], out[1]),
    width: length,
    depth: 0.01,
    low: 0,
    high: room.json.height,
    footprint: [a, b, [b[0] + out[0] * 0.01, b[1] + out[1] * 0.01], [a[0] + out[0] * 0.01, a[1] + out[1] * 0.01]],
    front: [-out[0], -out[1]] as const,
    room,
  }))
}

export function describeWhat(what: What | readonly What[]): string {
  if (typeof what === 'string') return what
  if (Array.isArray(what)) return what.map((each) => describeWhat(each as What)).join('|')
  const { is, ...looks } = what as Exclude<What, string | readonly string[]>
  return [...Object.values(looks), typeof is === 'string' ? is : is.join('|')].join(' ')
}
