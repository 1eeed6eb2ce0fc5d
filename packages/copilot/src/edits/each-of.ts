import type { BriefObject } from '@enfilade/layout'
import { type Id, itemsInRoom, type Scene, type SceneRoom } from '@enfilade/scene'

/** "A pouf in front of each armchair": as many poufs as there are armchairs, each by one of them. */
export function eachOf(
  objects: readonly BriefObject[],
  scene: Scene,
  room: SceneRoom | undefined,
): readonly BriefObject[] {
  return objects.flatMap((object) => {
    const shared = object.relations.find(({ each, target }) => each && target?.kind === 'category')
    if (shared?.target?.kind !== 'category') return [object]
    const { category } = shared.target
    const owners = (room ? itemsInRoom(scene, room) : scene.items).filter((item) => item.category === category)
    if (owners.length < 2) return [object]
    const total = object.count.max ?? object.count.min
    // "Two lamps, one on each nightstand" counts them all, "a lamp on each" those of one.
    const count = total === owners.length ? 1 : total
    return owners.map(({ id }): BriefObject => atOne(object, shared, id, count))
  })
}

const atOne = (object: BriefObject, shared: BriefObject['relations'][number], id: Id, count: number): BriefObject => {
  const { each: _, ...relation } = shared
  return {
    ...object,
    key: `${object.key}-${id}`,
    count: { min: count, max: count },
    relations: object.relations.map((entry) =>
      entry === shared ? { ...relation, target: { kind: 'item', id } } : entry,
    ),
  }
}
