import { emptyRooms, flat, type PlainScene, roomScene } from './rooms.ts'

type Size = readonly [number, number, number]
type Extra = { readonly [field: string]: unknown }

const HEIGHT = 2.8

function thing(id: string, category: string, at: Size, yaw: number, size: Size, mount: string, extra: Extra) {
  const center = [at[0], at[1], Math.round((at[2] + size[2] / 2) * 1e6) / 1e6]
  return { id, category, center, yaw, size, mount, support: null, placeholder: false, ...extra }
}

/** Looks along world −y (south), +x (east), +y (north), −x (west). */
const yaws = { south: 0, east: Math.PI / 2, north: Math.PI, west: -Math.PI / 2 } as const
type Look = keyof typeof yaws

const floor = (id: string, category: string, x: number, y: number, look: Look, size: Size, extra: Extra = {}) =>
  thing(id, category, [x, y, 0], yaws[look], size, 'floor', extra)
const onTop = (id: string, category: string, support: string, at: Size, look: Look, size: Size, extra: Extra = {}) =>
  thing(id, category, at, yaws[look], size, 'surface', { support, ...extra })
const hung = (id: string, category: string, support: string, at: Size, look: Look, size: Size, extra: Extra = {}) =>
  thing(id, category, at, yaws[look], size, 'wall', { support, ...extra })
const ceiling = (id: string, category: string, x: number, y: number, size: Size, extra: Extra = {}) =>
  thing(id, category, [x, y, HEIGHT - size[2]], 0, size, 'ceiling', extra)

/** The living room with a sofa group before the north wall and the screen between the windows. */
export const furnishedLiving: PlainScene = {
  ...emptyRooms.living!,
  objects: [
    floor('sofa', 'sofa', 3, 3.98, 'south', [2.2, 0.95, 0.82], { color: '#8a8c8e', material: 'linen', label: 'Sofa' }),
    floor('coffee-table', 'coffee_table', 3, 2.75, 'south', [1.1, 0.6, 0.42], { color: '#c9a578', material: 'oak' }),
    floor('rug', 'rug', 3, 2.65, 'south', [2.7, 1.8, 0.012], { color: '#d8d0c1', material: 'wool' }),
    floor('tv-stand', 'tv_stand', 3, 0.22, 'north', [1.4, 0.4, 0.5], { color: '#c9a578', material: 'oak' }),
    onTop('television', 'television', 'tv-stand', [3, 0.2, 0.5], 'north', [1.1, 0.22, 0.7]),
    floor('armchair-west', 'armchair', 1.1, 2.65, 'east', [0.78, 0.8, 0.82], { color: '#3f5f4c', material: 'velvet' }),
    floor('armchair-east', 'armchair', 4.9, 2.65, 'west', [0.78, 0.8, 0.82], { color: '#3f5f4c', material: 'velvet' }),
    floor('floor-lamp', 'floor_lamp', 1.45, 4.15, 'south', [0.4, 0.4, 1.55]),
    floor('bookcase', 'bookcase', 0.17, 1.25, 'east', [0.8, 0.3, 2], { color: '#785d49', material: 'walnut' }),
    floor('plant', 'potted_plant', 5.65, 0.35, 'south', [0.4, 0.4, 0.9]),
    hung('painting', 'picture', 'wall-3', [3, 4.48, 1.3], 'south', [0.9, 0.03, 0.6]),
    ceiling('pendant', 'pendant_light', 3, 2.75, [0.45, 0.45, 0.7]),
  ],
}

/** The bed against the north wall, the desk below the east window, the wardrobe in the west. */
export const furnishedBedroom: PlainScene = {
  ...roomScene({
    type: 'bedroom',
    name: 'Bedroom',
    ring: [
      [0, 0],
      [4.2, 0],
      [4.2, 3.8],
      [0, 3.8],
    ],
    openings: [
      { kind: 'door', width: 0.9, swing: 'right-in', side: 0, at: 0.65 },
      { kind: 'window', width: 1.5, side: 1, at: 1.05 },
    ],
  }),
  objects: [
    floor('bed', 'double_bed', 2.1, 2.72, 'south', [1.6, 2.1, 1], { color: '#d8d0c2', material: 'linen' }),
    floor('nightstand-left', 'nightstand', 1, 3.58, 'south', [0.45, 0.4, 0.5], { color: '#c9a578', material: 'oak' }),
    floor('nightstand-right', 'nightstand', 3.2, 3.58, 'south', [0.45, 0.4, 0.5], {
      color: '#c9a578',
      material: 'oak',
    }),
    onTop('lamp-left', 'table_lamp', 'nightstand-left', [1, 3.6, 0.5], 'south', [0.25, 0.25, 0.42]),
    onTop('lamp-right', 'table_lamp', 'nightstand-right', [3.2, 3.6, 0.5], 'south', [0.25, 0.25, 0.42]),
    floor('wardrobe', 'wardrobe', 0.31, 2.05, 'east', [1.4, 0.6, 2.1], { color: '#f3f1ec', material: 'white_lacquer' }),
    floor('desk', 'desk', 3.88, 0.65, 'west', [1.1, 0.6, 0.75], { color: '#c9a578', material: 'oak' }),
    floor('chair', 'office_chair', 3.2, 0.65, 'east', [0.6, 0.6, 0.95]),
    floor('drawers', 'chest_of_drawers', 2.2, 0.26, 'north', [0.8, 0.45, 0.8], { color: '#c9a578', material: 'oak' }),
    floor('rug', 'rug', 2.1, 2, 'south', [2.2, 1.5, 0.012], { color: '#d8d0c1', material: 'wool' }),
    hung('mirror', 'mirror', 'wall-1', [2.2, 0.02, 1.05], 'north', [0.6, 0.04, 0.8]),
    ceiling('light', 'ceiling_light', 2.1, 1.9, [0.45, 0.45, 0.1]),
  ],
}

const chair: Size = [0.46, 0.52, 0.82]

/** The flat with everything in use: day rooms south, bedrooms and bath north. */
export const furnishedFlat: PlainScene = {
  ...flat,
  objects: [
    floor('sofa', 'sofa', 0.56, 2.1, 'east', [2, 0.9, 0.82], { color: '#8a8c8e', material: 'linen' }),
    floor('coffee-table', 'coffee_table', 1.85, 2.1, 'east', [1, 0.55, 0.42], { color: '#785d49', material: 'walnut' }),
    floor('rug', 'rug', 1.8, 2.1, 'east', [2.2, 1.6, 0.012]),
    floor('floor-lamp', 'floor_lamp', 0.4, 3.5, 'east', [0.4, 0.4, 1.55]),
    floor('dining-table', 'dining_table', 4, 1.7, 'south', [1.4, 0.8, 0.75], { color: '#c9a578', material: 'oak' }),
    floor('dining-chair-1', 'dining_chair', 3.65, 2.34, 'south', chair),
    floor('dining-chair-2', 'dining_chair', 4.35, 2.34, 'south', chair),
    floor('dining-chair-3', 'dining_chair', 3.65, 1.06, 'north', chair),
    floor('dining-chair-4', 'dining_chair', 4.35, 1.06, 'north', chair),
    ceiling('pendant', 'pendant_light', 4, 1.7, [0.45, 0.45, 0.9]),
    floor('sink', 'sink_cabinet', 7.3, 0.37, 'north', [0.8, 0.6, 0.85]),
    floor('counter', 'base_cabinet', 8.05, 0.37, 'north', [0.6, 0.6, 0.85]),
    floor('cooker', 'cooker', 6.55, 0.37, 'north', [0.6, 0.6, 0.88]),
    floor('fridge', 'refrigerator', 8.6, 1.2, 'west', [0.6, 0.62, 1.8]),
    ceiling('kitchen-light', 'ceiling_light', 7.3, 2.1, [0.45, 0.45, 0.1]),
    floor('bed-1', 'double_bed', 1.12, 7.4, 'east', [1.6, 2.1, 1], { color: '#d8d0c2', material: 'linen' }),
    floor('nightstand-1', 'nightstand', 0.28, 6.3, 'east', [0.42, 0.4, 0.5]),
    floor('nightstand-2', 'nightstand', 0.28, 8.5, 'east', [0.42, 0.4, 0.5]),
    onTop('lamp-1', 'table_lamp', 'nightstand-1', [0.28, 6.3, 0.5], 'east', [0.25, 0.25, 0.42]),
    floor('wardrobe-1', 'wardrobe', 3.23, 8.15, 'west', [1.5, 0.58, 2.1], {
      color: '#f3f1ec',
      material: 'white_lacquer',
    }),
    ceiling('light-1', 'ceiling_light', 1.8, 7.4, [0.45, 0.45, 0.1]),
    floor('bed-2', 'single_bed', 6.2, 8.05, 'south', [0.95, 2.05, 0.9]),
    floor('desk', 'desk', 7.6, 8.83, 'south', [1.2, 0.6, 0.75], { color: '#c9a578', material: 'oak' }),
    floor('desk-chair', 'office_chair', 7.6, 8.15, 'north', [0.6, 0.6, 0.95]),
    floor('wardrobe-2', 'wardrobe', 8.64, 6.7, 'west', [1.2, 0.58, 2.1]),
    ceiling('light-2', 'ceiling_light', 7.3, 7.4, [0.45, 0.45, 0.1]),
    floor('toilet', 'toilet', 5.18, 7.1, 'west', [0.38, 0.68, 0.78]),
    floor('vanity', 'vanity', 5.28, 6.2, 'west', [0.7, 0.48, 0.85]),
    floor('shower', 'shower', 4.12, 8.68, 'south', [0.9, 0.9, 2]),
    hung('mirror', 'mirror', 'w-bath-bed-b', [5.52, 6.2, 1.1], 'west', [0.6, 0.04, 0.8]),
    floor('shoe-cabinet', 'shoe_cabinet', 1.2, 5.36, 'south', [1, 0.34, 1]),
    ceiling('hall-light', 'ceiling_light', 4.5, 4.9, [0.4, 0.4, 0.1]),
  ],
}
