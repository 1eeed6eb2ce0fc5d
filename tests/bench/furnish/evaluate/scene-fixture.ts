import type { JsonObject, SceneJson } from '@enfilade/language'

/** What a test says of an object; the rest is as usual. */
export type PlainObject = Partial<JsonObject> & Pick<JsonObject, 'id' | 'category'>

const wall = (id: string, a: readonly [number, number], b: readonly [number, number]) => ({
  id,
  a,
  b,
  bulge: 0,
  height: 2.8,
  thickness: 0.12,
  structure: 'unknown' as const,
})

/** A bedroom of 5 × 4 m with a door in the south wall near the west corner and a window in the north wall. */
export function createScene(objects: readonly PlainObject[]): SceneJson {
  return {
    format: 'enfilade.scene/1',
    truncated: false,
    levels: [{ id: 'level-0', name: 'Ground floor', elevation: 0, height: 2.8 }],
    rooms: [
      {
        id: 'room',
        level: 'level-0',
        type: 'bedroom',
        name: 'Bedroom',
        polygon: [
          [0, 0],
          [5, 0],
          [5, 4],
          [0, 4],
        ],
        holes: [],
        floor: 0,
        height: 2.8,
      },
    ],
    walls: [
      wall('south', [-0.06, -0.06], [5.06, -0.06]),
      wall('east', [5.06, -0.06], [5.06, 4.06]),
      wall('north', [5.06, 4.06], [-0.06, 4.06]),
      wall('west', [-0.06, 4.06], [-0.06, -0.06]),
    ],
    openings: [
      {
        id: 'door',
        kind: 'door',
        wall: 'south',
        center: [0.7, -0.06, 1.05],
        width: 0.9,
        height: 2.1,
        swing: 'right-in',
        open: 0,
      },
      {
        id: 'window',
        kind: 'window',
        wall: 'north',
        center: [2.5, 4.06, 1.6],
        width: 1.5,
        height: 1.4,
        swing: 'none',
        open: 0,
      },
    ],
    objects: objects.map((object) => ({
      label: object.category,
      center: [0, 0, 0],
      yaw: 0,
      size: [0.5, 0.5, 0.5],
      mount: 'floor',
      support: null,
      color: null,
      material: null,
      shape: null,
      style: null,
      tags: [],
      mass: null,
      movable: null,
      placeholder: false,
      state: {},
      ...object,
    })),
    unmet: [],
  }
}

/** An object that stands on the floor, its middle at x, y, looking along `deg` (0: south, 90: east). */
export function standing(
  id: string,
  category: string,
  [x, y, deg = 0]: readonly [number, number, number?],
  size: readonly [number, number, number],
  extra: Partial<JsonObject> = {},
): PlainObject {
  return { id, category, center: [x, y, size[2] / 2], yaw: (deg * Math.PI) / 180, size, ...extra }
}
