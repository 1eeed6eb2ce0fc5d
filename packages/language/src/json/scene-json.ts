import type { Point2, Size3 } from '@enfilade/scene'

/** What every part of a Scene JSON may also hold: fields that we do not know are kept. */
type Open = { readonly [field: string]: unknown }

export type JsonLevel = Open & {
  readonly id: string
  readonly name: string
  readonly elevation: number
  readonly height: number
}

export type JsonRoom = Open & {
  readonly id: string
  readonly level: string
  readonly type: string
  readonly name: string
  readonly polygon: readonly Point2[]
  readonly holes: readonly (readonly Point2[])[]
  readonly floor: number
  readonly height: number
}

export type JsonWall = Open & {
  readonly id: string
  readonly a: Point2
  readonly b: Point2
  readonly bulge: number
  readonly height: number
  readonly thickness: number
  readonly structure: 'load-bearing' | 'partition' | 'unknown'
}

export type JsonSwing = 'left-in' | 'right-in' | 'left-out' | 'right-out' | 'sliding' | 'none'

export type JsonOpening = Open & {
  readonly id: string
  readonly kind: 'door' | 'window' | 'passage'
  readonly wall: string
  readonly center: readonly [number, number, number]
  readonly width: number
  readonly height: number
  readonly swing: JsonSwing
  readonly open: number
}

export type JsonMount = 'floor' | 'surface' | 'wall' | 'ceiling' | 'inside'

export type JsonObject = Open & {
  readonly id: string
  readonly category: string
  readonly label: string
  readonly center: readonly [number, number, number]
  readonly yaw: number
  readonly size: Size3
  readonly mount: JsonMount
  readonly support: string | null
  readonly color: string | null
  readonly material: string | null
  readonly shape: string | null
  readonly style: string | null
  readonly tags: readonly string[]
  readonly mass: number | null
  readonly movable: boolean | null
  readonly placeholder: boolean
  readonly state: Open
}

export type JsonUnmet = Open & { readonly request: string; readonly reason: string }

/** Scene JSON v1: the exchange form for programs. Metres, radians, z up; centres are box centres. */
export type SceneJson = Open & {
  readonly format: 'enfilade.scene/1'
  readonly seed?: number
  readonly truncated: boolean
  readonly levels: readonly JsonLevel[]
  readonly rooms: readonly JsonRoom[]
  readonly walls: readonly JsonWall[]
  readonly openings: readonly JsonOpening[]
  readonly objects: readonly JsonObject[]
  readonly unmet: readonly JsonUnmet[]
}

/** What a Scene JSON says besides the scene. */
export type SceneJsonExtra = {
  readonly seed?: number
  readonly truncated?: boolean
  readonly unmet?: readonly JsonUnmet[]
  /** Fields of the whole that we do not know. */
  readonly fields?: { readonly [field: string]: unknown }
}

export const SCENE_JSON_FORMAT = 'enfilade.scene/1'

/** The fields of each part that we know; all others are kept as they are. */
export const KNOWN_FIELDS: { readonly [part: string]: ReadonlySet<string> } = {
  scene: new Set(['format', 'seed', 'truncated', 'levels', 'rooms', 'walls', 'openings', 'objects', 'unmet']),
  level: new Set(['id', 'name', 'elevation', 'height', 'appearance']),
  room: new Set(['id', 'level', 'type', 'name', 'polygon', 'holes', 'floor', 'height', 'finishes']),
  wall: new Set(['id', 'level', 'a', 'b', 'bulge', 'height', 'thickness', 'structure', 'finishes', 'locked']),
  opening: new Set(['id', 'kind', 'wall', 'center', 'width', 'height', 'swing', 'open', 'finishes', 'locked']),
  object: new Set([
    ...['id', 'level', 'category', 'label', 'center', 'yaw', 'size', 'mount', 'support', 'color', 'material', 'shape'],
    ...['style', 'tags', 'mass', 'movable', 'placeholder', 'state', 'variant', 'finishes', 'locked', 'asset'],
  ]),
}
