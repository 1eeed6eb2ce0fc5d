/** For tests only. */
import type { Random } from '@enfilade/geometry'
import type { Operation } from '../operation.ts'
import { readScene } from '../read-scene.ts'
import type { Id, Point2, Pose, SceneDocument } from '../records.ts'
import type { Scene } from '../scene.ts'

/** Something that somebody might do to this document now; now and then to things that are not there. */
export function randomOperation(random: Random, document: SceneDocument, prefix: string): Operation {
  const scene = readScene(document)
  const corners = [...document].filter(([, raw]) => raw?.kind === 'corner').map(([id]) => id)
  const labels = [...document].filter(([, raw]) => raw?.kind === 'room').map(([id]) => id)
  const some = (ids: readonly Id[]) => (ids.length > 0 && random() < 0.97 ? random.pick(ids) : 'nobody')
  const wall = () => some(scene.walls.map(({ id }) => id))
  const item = () => some(scene.items.map(({ id }) => id))
  const fresh = () => `${prefix}${random.int(1e9).toString(36)}`
  const grid = () => (random() < 0.8 ? random.int(17) / 2 : random.between(0, 8))
  const point = (): Point2 => [grid(), grid()]
  const pose = (): Pose => ({ x: grid(), y: grid(), z: random() < 0.7 ? 0 : random(), yaw: random.between(-3, 3) })
  const support = () =>
    random.pick([{ on: 'floor' }, { on: 'ceiling' }, { on: 'wall', id: wall() }, { on: 'item', id: item() }] as const)
  const makers: readonly (() => Operation)[] = [
    () => ({
      type: 'walls-added',
      level: 'level-0',
      points: Array.from({ length: 2 + random.int(4) }, point),
      closed: random() < 0.5,
      thickness: random.pick([0.1, 0.12, 0.24]),
    }),
    () => ({ type: 'walls-added', level: 'level-0', points: boxAt(random, grid(), grid()), closed: true }),
    () => ({ type: 'corner-moved', id: some(corners), to: point() }),
    () => ({ type: 'wall-moved', id: wall(), by: [random.between(-1, 1), random.between(-1, 1)] }),
    () => ({ type: 'wall-resized', id: wall(), length: random.between(0.5, 6), keep: random.pick(['a', 'b']) }),
    () => ({ type: 'wall-split', id: wall(), along: random.between(0, 4) }),
    () => ({ type: 'wall-flipped', id: wall() }),
    () => ({
      type: 'wall-changed',
      id: wall(),
      thickness: random.pick([0.1, 0.3]),
      bulge: random() < 0.2 ? random.between(-1, 1) : null,
    }),
    () => ({
      type: 'opening-added',
      id: fresh(),
      wall: wall(),
      opening: random.pick(['door', 'window', 'passage']),
      along: random.between(0, 4),
    }),
    () => ({
      type: 'opening-changed',
      id: some(scene.openings.map(({ id }) => id)),
      along: random.between(0, 4),
      width: random.between(0.4, 1.5),
    }),
    () => ({ type: 'room-labelled', id: fresh(), level: 'level-0', at: point(), name: 'Room', roomType: 'bedroom' }),
    () => ({
      type: 'room-changed',
      id: some([...labels, ...scene.rooms.map(({ id }) => id)]),
      name: 'Other',
      at: point(),
    }),
    () => ({
      type: 'item-added',
      item: {
        id: fresh(),
        level: 'level-0',
        category: 'chair',
        pose: pose(),
        size: [0.5, 0.5, 0.9],
        support: support(),
      },
    }),
    () => ({ type: 'items-moved', moves: { [item()]: pose() } }),
    () => ({ type: 'items-moved', moves: someMoves(random, scene, pose) }),
    () => {
      const id = item()
      return { type: 'items-moved', moves: { [id]: pose() }, supports: { [id]: support() } }
    },
    () => ({ type: 'item-resized', id: item(), size: [random() + 0.1, random() + 0.1, random() + 0.1] }),
    () => ({
      type: 'item-changed',
      id: item(),
      finishes: { body: { color: '#112233' } },
      states: { on: random() < 0.5 },
    }),
    () => ({ type: 'items-duplicated', ids: { [item()]: fresh(), [item()]: fresh() }, by: [1, 1] }),
    () => ({ type: 'items-grouped', id: fresh(), items: [item(), item(), item()] }),
    () => ({ type: 'items-ungrouped', id: some(scene.groups.map(({ id }) => id)) }),
    () => ({ type: 'removed', ids: [random.pick([wall, item])()] }),
    () => ({ type: 'removed', ids: [some([...document.keys()])] }),
  ]
  return random.pick(makers)()
}

function boxAt(random: Random, x: number, y: number): Point2[] {
  const [width, depth] = [1 + random.int(4), 1 + random.int(4)]
  return [
    [x, y],
    [x + width, y],
    [x + width, y + depth],
    [x, y + depth],
  ]
}

/** Moves for some of the items: half of the time one rigid motion of all. */
function someMoves(random: Random, scene: Scene, pose: () => Pose): { [id: Id]: Pose } {
  const share = random()
  const chosen = scene.items.filter(() => random() < share)
  const [dx, dy] = [random.between(-1, 1), random.between(-1, 1)]
  const isRigid = random() < 0.5
  return Object.fromEntries(
    chosen.map(({ id, worldPose }) => [
      id,
      isRigid ? { ...worldPose, x: worldPose.x + dx, y: worldPose.y + dy } : pose(),
    ]),
  )
}
