import type { Id, Point2, Scene, SceneOpening } from '@enfilade/scene'
import { buildingLabel, categoryLabel, labelIndex } from '../../scene/semantic-labels.ts'
import { semanticPalette } from '../../scene/semantic-palette.ts'
import type { Vector3 } from '../../scene/trace-scene.ts'

/** An upright box around a thing. */
export type SceneBox = {
  readonly id: Id
  readonly category: string
  /** A label of the palette, in full. */
  readonly label: string
  readonly center: Vector3
  readonly size: Vector3
  readonly yaw: number
}

/** Boxes of a level's items, doors and windows, world frame. */
export function sceneBoxes(scene: Scene, level: Id): SceneBox[] {
  const elevation = scene.levels.find(({ id }) => id === level)?.elevation ?? 0
  const openings = scene.openings.filter((opening) => opening.level === level && opening.type !== 'passage')
  const items = scene.items.filter((item) => item.level === level)
  return [
    ...openings.map((opening) => openingBox(opening, elevation)),
    ...items.map(({ id, category, worldPose: { x, y, z, yaw }, size }): SceneBox => {
      const label = semanticPalette[labelIndex(categoryLabel(category))]!.label
      return { id, category, label, center: [x, y, elevation + z + size[2] / 2], size, yaw }
    }),
  ]
}

function openingBox(opening: SceneOpening, elevation: number): SceneBox {
  const { id, type, center, direction, width, height, sill, wallThickness } = opening
  return {
    id,
    category: type,
    label: semanticPalette[labelIndex(buildingLabel(type))]!.label,
    center: [center[0], center[1], elevation + sill + height / 2],
    size: [width, wallThickness, height],
    yaw: Math.atan2(direction[1], direction[0]),
  }
}

/** The eight corners: the four of the underside counter-clockwise, then those above them. */
export function boxCorners({ center, size, yaw }: SceneBox): Vector3[] {
  const [c, s] = [Math.cos(yaw), Math.sin(yaw)]
  const ring: Point2[] = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ]
  return [-1, 1].flatMap((up) =>
    ring.map(([a, b]): Vector3 => {
      const [x, y] = [(a * size[0]) / 2, (b * size[1]) / 2]
      return [center[0] + x * c - y * s, center[1] + x * s + y * c, center[2] + (up * size[2]) / 2]
    }),
  )
}
