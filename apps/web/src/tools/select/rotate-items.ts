import type { Id, Operation, Point2, Pose, SceneItem } from '@enfilade/scene'
import type { Draft } from '../../interaction/draft.ts'
import { turn } from '../../interaction/plane.ts'
import type { ToolPointer } from '../../interaction/pointer.ts'

export const rotationStep = Math.PI / 12

export type GrabbedRotation = {
  readonly items: readonly SceneItem[]
  readonly center: Point2
  /** Pointer angle about the centre at the start. */
  readonly from: number
  readonly held: readonly Id[]
}

/** Middle of the items' places. */
export function centerOf(items: readonly SceneItem[]): Point2 {
  let x = 0
  let y = 0
  for (const item of items) {
    x += item.worldPose.x / items.length
    y += item.worldPose.y / items.length
  }
  return [x, y]
}

export function grabRotation(items: readonly SceneItem[], pointer: Point2): GrabbedRotation {
  const center = centerOf(items)
  return {
    items,
    center,
    from: Math.atan2(pointer[1] - center[1], pointer[0] - center[0]),
    held: items.map((item) => item.id),
  }
}

/** World poses after a turn about `center`. */
export function turnPoses(items: readonly SceneItem[], center: Point2, by: number): { [id: Id]: Pose } {
  const moves: { [id: Id]: Pose } = {}
  for (const item of items) {
    const arm = turn([item.worldPose.x - center[0], item.worldPose.y - center[1]], by)
    moves[item.id] = {
      ...item.worldPose,
      x: center[0] + arm[0],
      y: center[1] + arm[1],
      yaw: wrapAngle(item.worldPose.yaw + by),
    }
  }
  return moves
}

/** −π … π, with the rounding dust of quarter turns removed. */
export function wrapAngle(angle: number): number {
  const wrapped = angle - Math.floor((angle + Math.PI) / (2 * Math.PI)) * 2 * Math.PI
  const quarters = wrapped / (Math.PI / 2)
  return Math.abs(quarters - Math.round(quarters)) < 1e-9 ? Math.round(quarters) * (Math.PI / 2) : wrapped
}

/** The draft of turning the grabbed items after the pointer: in steps of 15°, with Alt freely. */
export function rotateItems(grabbed: GrabbedRotation, event: ToolPointer): Draft {
  const pointer = Math.atan2(event.plan[1] - grabbed.center[1], event.plan[0] - grabbed.center[0])
  let by = pointer - grabbed.from
  const first = grabbed.items[0]!
  if (!event.modifiers.alt) {
    // Steps count from the plan's axes, so that a crooked thing becomes straight.
    const base = grabbed.items.length === 1 ? first.worldPose.yaw : 0
    by = Math.round((base + by) / rotationStep) * rotationStep - base
  }
  const moves = turnPoses(grabbed.items, grabbed.center, by)
  const operation: Operation = { type: 'items-moved', moves }
  const yaw = grabbed.items.length === 1 ? moves[first.id]!.yaw : wrapAngle(by)
  return { operations: [operation], held: grabbed.held, moves, turn: { at: grabbed.center, yaw } }
}
