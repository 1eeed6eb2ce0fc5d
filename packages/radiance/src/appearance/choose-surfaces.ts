import { materialFamily } from '@enfilade/catalogue'
import {
  type Id,
  itemsInRoom,
  type Scene,
  type SceneItem,
  type SceneOpening,
  type SceneRoom,
  type SceneWall,
} from '@enfilade/scene'
import type { Text } from './appearance-brief.ts'
import type { Choice, FinishValue, Unmet } from './choice.ts'
import type { Palette } from './palette.ts'
import type { PaletteEntry, PaletteRole } from './palette-draft.ts'
import { draw } from './seeded.ts'

const WET = /^(bathroom|toilet|wc|shower_room|ensuite|en_suite|powder_room|guest_toilet|laundry|sauna|spa)/
const OUTSIDE = /^(balcony|terrace|patio|garage|storage_room)/
/** Families that a wet floor may be of. */
const WATERPROOF = ['stone', 'ceramic']

/** Finishes of the rooms: floor, walls, ceiling. */
export function chooseRooms(scene: Scene, palette: Palette, unmet: Unmet[]): Choice[] {
  return scene.rooms.map((room): Choice => {
    const entry = (role: PaletteRole) => palette.entries.get(role)!
    const isWet = WET.test(room.type)
    const floor = floorOf(room, palette, unmet)
    const walls = isWet && !entry('walls').isFixed ? entry('wallTile') : entry('walls')
    const value: FinishValue = { floor: floor.finish, walls: walls.finish, ceiling: entry('ceiling').finish }
    const name = room.name || room.type.replaceAll('_', ' ')
    return {
      kind: 'room',
      id: `room:${room.id}`,
      target: room.id,
      what: { en: `Floor, walls and ceiling of ${name}`, zh: `${room.name || room.type}的地面、墙面与天花` },
      value,
      why: join('floor', floor.why, 'walls', walls.why),
      locked: false,
    }
  })
}

const join = (a: string, first: Text, b: string, second: Text): Text =>
  first.en === second.en
    ? first
    : { en: `${a}: ${first.en}; ${b}: ${second.en}`, zh: `地面：${first.zh}；墙面：${second.zh}` }

/** Wet rooms keep floors that stand water; outside and kitchens take no carpets. */
function floorOf(room: SceneRoom, { entries }: Palette, unmet: Unmet[]): PaletteEntry {
  const floor = entries.get('floor')!
  const tile = entries.get('tile')!
  const family = materialFamily(floor.finish.material)
  if (WATERPROOF.includes(family)) return WET.test(room.type) && !floor.isFixed ? tile : floor
  if (WET.test(room.type)) {
    if (floor.isFixed)
      unmet.push({
        words: floor.why.en,
        reason: {
          en: `${room.name || room.type} keeps a floor of ${tile.finish.material.replaceAll('_', ' ')}: that one does not stand water`,
          zh: `${room.name || room.type}保留防水地面：该材料不耐水`,
        },
      })
    return tile
  }
  if (OUTSIDE.test(room.type)) return family === 'wood' ? floor : tile
  const isSoft = family === 'woven' || family === 'fabric' || family === 'leather'
  if (room.type === 'kitchen' && isSoft) return tile
  return floor
}

/** One wall that stands out in each main room, behind what one looks at; faces of others follow their room. */
export function chooseWalls(scene: Scene, palette: Palette, seed: number): Choice[] {
  const feature = palette.entries.get('feature')
  const features = new Map<Id, { side: 'left' | 'right'; reason: Text }>()
  if (feature && (feature.isFixed || draw(seed, 'feature wall') < FEATURE_CHANCE)) {
    for (const room of scene.rooms) {
      const found = featureWall(scene, room)
      if (found) features.set(found.wall, found)
    }
  }
  const choices: Choice[] = []
  for (const wall of scene.walls) {
    if (wall.locked) continue
    const own = wall.finishes ?? {}
    const chosen = features.get(wall.id)
    const value: { [face: string]: object } = {}
    if (chosen && feature) value[chosen.side] = feature.finish
    // A face painted by hand before would stay behind when its room changes.
    for (const face of ['left', 'right'] as const)
      if (own[face] && chosen?.side !== face && roomBeside(scene, wall, face))
        value[face] = palette.entries.get('walls')!.finish
    if (Object.keys(value).length === 0) continue
    choices.push({
      kind: 'wall',
      id: `wall:${wall.id}`,
      target: wall.id,
      what: { en: 'A wall of its own', zh: '主题墙' },
      value,
      why:
        chosen && feature
          ? { en: `${chosen.reason.en}; ${feature.why.en}`, zh: `${chosen.reason.zh}；${feature.why.zh}` }
          : palette.entries.get('walls')!.why,
      locked: false,
    })
  }
  return choices
}

const FEATURE_CHANCE = 0.45

/** What stands before a wall worth looking at, best first. */
const FOCUS = [/_bed$|^bed$/, /^sofa/, /^(tv_stand|television)$/, /^(dining_table|desk|sideboard)$/, /^fireplace$/]

function featureWall(scene: Scene, room: SceneRoom): { wall: Id; side: 'left' | 'right'; reason: Text } | undefined {
  if (WET.test(room.type) || OUTSIDE.test(room.type) || /hall|entrance|corridor/.test(room.type)) return undefined
  const items = itemsInRoom(scene, room)
  for (const focus of FOCUS) {
    for (const item of items.filter(({ category }) => focus.test(category))) {
      const found = wallBehind(scene, room, item)
      if (!found) continue
      const name = item.category.replaceAll('_', ' ')
      return { ...found, reason: { en: `the wall behind the ${name}`, zh: '主要家具背后的墙' } }
    }
  }
  return undefined
}

function wallBehind(scene: Scene, room: SceneRoom, item: SceneItem): { wall: Id; side: 'left' | 'right' } | undefined {
  const { x, y, yaw } = item.worldPose
  const back = [-Math.sin(yaw), Math.cos(yaw)] as const
  const reach = item.size[1] / 2
  for (const wall of scene.walls) {
    if (wall.locked || wall.bulge || wall.level !== room.level || !room.walls.includes(wall.id)) continue
    const [ax, ay] = wall.start
    const length = Math.hypot(wall.end[0] - ax, wall.end[1] - ay)
    if (length < 1.6) continue
    const along = [(wall.end[0] - ax) / length, (wall.end[1] - ay) / length] as const
    const left = [-along[1], along[0]] as const
    const offset = (x - ax) * left[0] + (y - ay) * left[1]
    const at = (x - ax) * along[0] + (y - ay) * along[1]
    const faces = back[0] * left[0] + back[1] * left[1]
    if (at < 0 || at > length || Math.abs(faces) < 0.95 || Math.sign(faces) === Math.sign(offset)) continue
    if (Math.abs(offset) - wall.thickness / 2 > reach + 0.5) continue
    const glass = scene.openings.filter((o) => o.wall === wall.id).reduce((sum, o) => sum + o.width, 0)
    if (glass > length * 0.5) continue
    return { wall: wall.id, side: offset > 0 ? 'left' : 'right' }
  }
  return undefined
}

/** The room on a side of a wall, if there is one. */
export function roomBeside(scene: Scene, wall: SceneWall, side: 'left' | 'right', at = 0.5): SceneRoom | undefined {
  const [ax, ay] = wall.start
  const [bx, by] = wall.end
  const length = Math.hypot(bx - ax, by - ay) || 1
  const sign = side === 'left' ? 1 : -1
  const off = wall.thickness / 2 + 0.08
  const x = ax + (bx - ax) * at - ((by - ay) / length) * off * sign
  const y = ay + (by - ay) * at + ((bx - ax) / length) * off * sign
  return scene.rooms.find((room) => room.level === wall.level && room.walls.includes(wall.id) && isInside(room, x, y))
}

function isInside({ polygon }: SceneRoom, x: number, y: number): boolean {
  let inside = false
  for (const [k, [px, py]] of polygon.entries()) {
    const [qx, qy] = polygon[(k + 1) % polygon.length]!
    if (py > y !== qy > y && x < px + ((y - py) * (qx - px)) / (qy - py)) inside = !inside
  }
  return inside
}

/** Frames and leaves. */
export function chooseOpenings(openings: readonly SceneOpening[], { entries }: Palette): Choice[] {
  const [trim, leaf] = [entries.get('trim')!, entries.get('leaf')!]
  return openings.flatMap((opening): Choice[] => {
    if (opening.locked) return []
    const isDoor = opening.type === 'door'
    return [
      {
        kind: 'opening',
        id: `opening:${opening.id}`,
        target: opening.id,
        what: isDoor
          ? { en: 'Door and frame', zh: '门与门套' }
          : {
              en: opening.type === 'window' ? 'Window frame' : 'Passage',
              zh: opening.type === 'window' ? '窗框' : '垭口',
            },
        value: isDoor ? { frame: trim.finish, leaf: leaf.finish } : { frame: trim.finish },
        why: isDoor ? leaf.why : trim.why,
        locked: false,
      },
    ]
  })
}
