import { type MaterialName, materials, type SurfaceLook } from '@enfilade/catalogue'
import type { Finish, SceneRoom } from '@enfilade/scene'

/** What surfaces of the building look like where nobody has chosen. */
const plasterLook: SurfaceLook = { material: 'plaster', color: '#f1eee7' }
const floorByType: { readonly [type: string]: SurfaceLook } = {
  bathroom: { material: 'tile', color: '#d5d8d5', use: 'floor' },
  laundry: { material: 'tile', color: '#d9d8d2', use: 'floor' },
  kitchen: { material: 'tile', color: '#dcd6ca', use: 'floor' },
  balcony: { material: 'concrete', color: '#bdb8ae', use: 'floor' },
}
const otherFloor: SurfaceLook = { material: 'oak', color: '#d3b48a', use: 'floor' }

/** Looks of the parts that have no finish of their own. */
export const trimLook: SurfaceLook = { material: 'painted_wood', color: '#f4f1ea' }
export const sectionLook: SurfaceLook = { material: 'painted_wood', color: '#8d867a' }
export const doorLook: SurfaceLook = { material: 'painted_wood', color: '#efebe2' }
export const metalLook: SurfaceLook = { material: 'steel', color: '#b9bcbe' }
export const glassLook: SurfaceLook = { material: 'glass', color: '#dfe9e6' }
export const thresholdLook: SurfaceLook = { material: 'oak', color: '#c3a177', use: 'floor' }

function isMaterial(name: string | undefined): name is MaterialName {
  return name !== undefined && Object.hasOwn(materials, name)
}

/** A chosen finish over a look; unknown material names and colours leave it as it is. */
export function withFinish(look: SurfaceLook, finish: Finish | undefined): SurfaceLook {
  if (!finish) return look
  const material = isMaterial(finish.material) ? finish.material : look.material
  const own = material === look.material ? look.color : materials[material].color
  const color = finish.color && /^#[0-9a-f]{6}$/i.test(finish.color) ? finish.color.toLowerCase() : own
  return { ...look, material, color }
}

export function floorLook(room: SceneRoom): SurfaceLook {
  return withFinish(floorByType[room.type] ?? otherFloor, room.label?.finishes?.floor)
}

export function ceilingLook(room: SceneRoom): SurfaceLook {
  return withFinish({ material: 'plaster', color: '#f7f5f0' }, room.label?.finishes?.ceiling)
}

/** A wall's face: its own finish, else its room's walls, else plaster. */
export function faceLook(own: Finish | undefined, room: SceneRoom | undefined): SurfaceLook {
  return withFinish(plasterLook, own ?? room?.label?.finishes?.walls)
}
