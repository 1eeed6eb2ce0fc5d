import { buildCeiling, buildFloor, buildOpening, buildWall, createMeshBuilder, roomsBeside } from '@enfilade/building'
import { buildItemMesh, type MeshPart } from '@enfilade/catalogue'
import type { Id, LevelRecord, Scene, SceneItem, SceneOpening } from '@enfilade/scene'
import { daylightOf } from '../appearance/daylight.ts'
import { lampColor, scaleColor } from './color.ts'
import { houseLights } from './dark-rooms.ts'
import { itemLight } from './lamps.ts'
import { isOutdoors, portalOf } from './portals.ts'
import { buildingLabel, categoryLabel, labelIndex } from './semantic-labels.ts'
import { sunAzimuthInto } from './sun-azimuth.ts'
import { surfaceMaterial } from './surface-material.ts'
import { createTraceBuilder, type Placement, type TraceBuilder } from './trace-builder.ts'
import type { Daylight, TraceInstance, TraceLamp, TracePortal, TraceScene } from './trace-scene.ts'

export type TraceSceneOptions = {
  /** Only this level. Absent: all. */
  readonly level?: Id
  /** Light from outside. Absent: as the appearance of the first level shown says; a sun of no said direction falls in through the windows. */
  readonly daylight?: Daylight
  /** Items as plain boxes: the layout that outside programs condition on. Absent: as they look. */
  readonly boxes?: boolean
}

/**
 * A scene as rays see it: walls, floors, ceilings, openings with their leaves as far open as they are, items, lamps that are
 * on. Equal scenes give equal bytes.
 */
export function buildTraceScene(scene: Scene, options: TraceSceneOptions = {}): TraceScene {
  const builder = createTraceBuilder()
  const lamps: TraceLamp[] = []
  const portals: TracePortal[] = []
  const levels = scene.levels.filter(({ id }) => options.level === undefined || id === options.level)
  for (const level of levels) {
    const lights = houseLights(scene, level.id)
    addWalls(builder, scene, level)
    lamps.push(...addRooms(builder, scene, level, lights.ceilings))
    for (const opening of scene.openings) {
      if (opening.level !== level.id) continue
      addOpening(builder, opening, level.elevation)
      const portal = portalOf(scene, opening, level.elevation)
      if (portal) portals.push(portal)
    }
    for (const item of scene.items) {
      if (item.level !== level.id) continue
      const shown = lights.lamps.has(item.id) ? { ...item, states: { ...item.states, on: true } } : item
      const lamp = addItem(builder, shown, level.elevation, options.boxes ?? false)
      if (lamp) lamps.push(lamp)
    }
  }
  const appearance = levels[0]?.appearance ?? {}
  const sunAzimuth = appearance.sunAzimuth ?? sunAzimuthInto(portals)
  const daylight = options.daylight ?? daylightOf({ ...appearance, ...(sunAzimuth !== undefined && { sunAzimuth }) })
  return { ...builder.finish(), lamps, portals, daylight }
}

/** Radiance of the ceiling of a room that would be black, kcd/m²: some 150 lx on the floor, in a lamp's white. */
const CEILING_GLOW = scaleColor(lampColor(3500), 0.06)

const levelPlace = (elevation: number): Placement => ({ x: 0, y: 0, z: elevation, yaw: 0 })

function begin(builder: TraceBuilder, id: Id, kind: Exclude<TraceInstance['kind'], 'item'>): number {
  return builder.begin({ id, kind, category: kind, semantic: labelIndex(buildingLabel(kind)) })
}

function addWalls(builder: TraceBuilder, scene: Scene, level: LevelRecord): void {
  for (const wall of scene.walls) {
    if (wall.level !== level.id) continue
    begin(builder, wall.id, 'wall')
    const openings = scene.openings.filter((opening) => opening.wall === wall.id)
    const { left, right } = roomsBeside(scene, wall)
    for (const part of buildWall(wall, { openings, left, right })) {
      builder.add(part, surfaceMaterial(part.look), levelPlace(level.elevation))
    }
  }
}

/** @returns the ceilings that glow. */
function addRooms(builder: TraceBuilder, scene: Scene, level: LevelRecord, glowing: ReadonlySet<Id>): TraceLamp[] {
  const at = levelPlace(level.elevation)
  const lamps: TraceLamp[] = []
  for (const room of scene.rooms) {
    if (room.level !== level.id) continue
    begin(builder, `${room.id}:floor`, 'floor')
    for (const part of buildFloor(room)) builder.add(part, surfaceMaterial(part.look), at)
    if (isOutdoors(room)) continue
    const instance = begin(builder, `${room.id}:ceiling`, 'ceiling')
    for (const part of buildCeiling(room, level.height)) {
      if (!glowing.has(room.id)) {
        builder.add(part, surfaceMaterial(part.look), at)
        continue
      }
      const triangles = builder.add(part, surfaceMaterial(part.look, CEILING_GLOW), at)
      lamps.push({ instance, triangles, flux: scaleColor(CEILING_GLOW, Math.PI * room.area) })
    }
  }
  return lamps
}

function addOpening(builder: TraceBuilder, opening: SceneOpening, elevation: number): void {
  begin(builder, opening.id, opening.type)
  const { fixed, leaf } = buildOpening(opening)
  for (const part of fixed) builder.add(part, surfaceMaterial(part.look), levelPlace(elevation))
  if (!leaf) return
  const at = { ...leaf.poseAt(opening.open ?? 0), z: elevation }
  for (const part of leaf.parts) builder.add(part, surfaceMaterial(part.look), at)
}

function addItem(builder: TraceBuilder, item: SceneItem, elevation: number, isBox: boolean): TraceLamp | undefined {
  const parts = isBox ? [itemBox(item)] : buildItemMesh(item)
  const light = itemLight(item, parts)
  const instance = builder.begin({
    id: item.id,
    kind: 'item',
    category: item.category,
    semantic: labelIndex(categoryLabel(item.category)),
  })
  const at = { ...item.worldPose, z: item.worldPose.z + elevation }
  const lit: number[] = []
  for (const part of parts) {
    const shining = light?.shining.find((candidate) => candidate.part === part)
    if (!shining) {
      builder.add(part, surfaceMaterial(part), at)
      continue
    }
    const bare = new Set(shining.triangles)
    for (const triangle of builder.add(part, surfaceMaterial(part, shining.radiance), at, (t) => bare.has(t)))
      lit.push(triangle)
    builder.add(part, surfaceMaterial(part), at, (t) => !bare.has(t))
  }
  return light && lit.length > 0 ? { instance, triangles: Uint32Array.from(lit), flux: light.flux } : undefined
}

/** An item's bounding box in its own frame. */
function itemBox({ size: [width, depth, height] }: SceneItem): MeshPart {
  const builder = createMeshBuilder()
  const frame = { origin: [0, 0], along: [1, 0] } as const
  builder.box('box', frame, [-width / 2, width / 2], [-depth / 2, depth / 2], [0, height])
  const [part] = builder.build({ box: { material: 'plaster', color: '#c8c8c8' } })
  return { ...part!, slot: 'box', ...part!.look }
}
