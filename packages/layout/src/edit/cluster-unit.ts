import { findKind } from '@enfilade/catalogue'
import { frontDemand, type ItemShape, shapeItem } from '@enfilade/critic'
import type { Pose } from '@enfilade/scene'
import type { Arrangement, Frame, Piece, Unit } from '../arrangement.ts'
import { type BriefObject, type BriefRelation, createBriefObject } from '../brief.ts'
import type { Candidate } from '../candidate.ts'
import { framesAround } from '../units/around.ts'
import type { Cluster } from './movable.ts'

/** An existing cluster as a unit of the solver: its things keep their places to one another. */
export const clusterUnit = (
  cluster: Cluster,
  relations: readonly BriefRelation[],
  targets: readonly ItemShape[],
  price?: (candidate: Candidate) => number,
): Unit => {
  const { main, companions } = cluster
  const object: BriefObject = createBriefObject(main.category, { key: main.id, relations })
  const pieces = [main, ...companions].map((item): Piece => {
    const dx = item.worldPose.x - main.worldPose.x
    const dy = item.worldPose.y - main.worldPose.y
    const cos = Math.cos(main.worldPose.yaw)
    const sin = Math.sin(main.worldPose.yaw)
    return {
      category: item.category,
      size: item.size,
      x: dx * cos + dy * sin,
      y: dy * cos - dx * sin,
      yaw: item.worldPose.yaw - main.worldPose.yaw,
      variant: item.variant,
      shape: item.shape,
      object: item.id === main.id ? object : undefined,
      isLight: shapeItem(item).role === 'flat' && item.id !== main.id,
    }
  })
  const demand = frontDemand(shapeItem(main))
  const zones = demand ? [{ piece: 0, side: 'front' as const, must: demand.minimum, want: demand.recommended }] : []
  const back = main.size[1] / 2
  const free: Arrangement = { pieces, zones, placement: 'free', penalty: 0.6, anchor: 0 }
  const wall: Arrangement = {
    pieces: pieces.map((piece) => ({ ...piece, y: piece.y - back })),
    zones,
    placement: 'wall',
    penalty: 0,
    anchor: 0,
  }
  const affinity = findKind(main.category)?.wallAffinity ?? 'free'
  return {
    key: 'moved',
    purpose: 'other',
    arrangements: affinity === 'free' ? [{ ...free, penalty: 0 }, wall] : [wall, free],
    expand: () => framesAround(free, targets, relations),
    isRequired: true,
    worth: 10,
    objects: [object],
    rank: 0,
    price,
  }
}

/** Where the main thing of a candidate stands. */
export const mainPose = (candidate: Candidate, z: number): Pose => {
  const { frame, arrangement } = candidate
  const piece = arrangement.pieces[0]!
  return poseInFrame(frame, piece, z)
}

const poseInFrame = (frame: Frame, piece: Piece, z: number): Pose => {
  const cos = Math.cos(frame.yaw)
  const sin = Math.sin(frame.yaw)
  return {
    x: frame.x + piece.x * cos - piece.y * sin,
    y: frame.y + piece.x * sin + piece.y * cos,
    z,
    yaw: frame.yaw + piece.yaw,
  }
}
