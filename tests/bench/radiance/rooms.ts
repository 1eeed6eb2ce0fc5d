import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSceneJson } from '@enfilade/language'
import type { SceneDocument } from '@enfilade/scene'

const folder = join(import.meta.dirname, 'rooms')

/** In the order of the table: the timed one, the living room of 25 m², first. */
export function roomIds(): string[] {
  const ids = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -5))
  return ['living', ...ids.filter((id) => id !== 'living').sort()]
}

export function readRoom(id: string): SceneDocument {
  return parseSceneJson(readText(id)).document
}

/** The room with its first chair (or what one sits on) a hand's breadth nearer to the middle. */
export function readRoomWithMovedChair(id: string): SceneDocument {
  const scene = JSON.parse(readText(id))
  const chair = scene.objects.find(({ category }: { category: string }) => /chair|stool|bench|sofa/.test(category))
  const [room] = scene.rooms
  const middle = [0, 1].map((axis) => average(room.polygon.map((point: number[]) => point[axis]!)))
  if (chair) {
    const away = middle.map((value, axis) => value - chair.center[axis])
    const length = Math.hypot(...away)
    for (const axis of [0, 1]) chair.center[axis] += (away[axis]! / Math.max(length, 0.1)) * MOVE
  }
  return parseSceneJson(scene).document
}

const MOVE = 0.12

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function readText(id: string): string {
  return readFileSync(join(folder, `${id}.json`), 'utf8')
}
