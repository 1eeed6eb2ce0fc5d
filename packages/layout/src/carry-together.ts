import { findKind } from '@enfilade/catalogue'
import type { Brief, BriefObject, BriefRelation, RelationTarget } from './brief.ts'
import { mountOf } from './settle-brief.ts'
import { sizeOptions } from './size-choice.ts'

/** What a monitor or the like stands on where nothing was said. */
const DESKS = /desk|workbench/
const SCREENS: ReadonlySet<string> = new Set(['monitor', 'laptop', 'desktop_computer', 'computer'])
/** Higher than this at its least, a thing does not go onto a top, metres. */
const LOW = 0.6

const closeBy: ReadonlySet<BriefRelation['type']> = new Set(['beside', 'flanking', 'left_of', 'right_of', 'near'])

/**
 * What stands by something on a top stands there with it: a desk's screen, and the speakers on either side of the
 * screen. Things too tall for a top stay on the floor beside it.
 */
export const carryTogether = (brief: Brief): Brief => {
  const desk = brief.objects.find(({ category }) => DESKS.test(category))
  const seated = brief.objects.map((object): BriefObject => {
    if (!desk || !SCREENS.has(object.category) || !isLoose(object)) return object
    return withHost(object, { kind: 'object', key: desk.key })
  })
  const hosts = new Map(seated.flatMap((object) => pairOf(object)))
  return {
    ...brief,
    objects: seated.map((object) => {
      const by = object.relations.find(
        ({ type, target, negated }) =>
          closeBy.has(type) && !negated && target?.kind === 'object' && hosts.has(target.key),
      )
      if (!by || by.distance || !isLoose(object) || !isLow(object)) return object
      return withHost(object, hosts.get(by.target?.kind === 'object' ? by.target.key : '')!)
    }),
  }
}

const withHost = (object: BriefObject, target: RelationTarget): BriefObject => ({
  ...object,
  relations: [...object.relations, { type: 'on', target }],
})

const pairOf = (object: BriefObject): [string, RelationTarget][] => {
  const on = object.relations.find(({ type, negated }) => type === 'on' && !negated)
  return on?.target?.kind === 'object' && SCREENS.has(object.category) ? [[object.key, on.target]] : []
}

/** Nothing was said yet of what it stands on, hangs on or is against. */
const isLoose = ({ relations, hangAt }: BriefObject): boolean =>
  hangAt === undefined &&
  !relations.some(({ type, target }) => OWN_PLACE.has(type) || target?.kind === 'building' || target === undefined)

const OWN_PLACE: ReadonlySet<string> = new Set(['on', 'inside', 'above', 'on_wall', 'hanging', 'under'])

const isLow = (object: BriefObject): boolean => {
  const mount = mountOf(object)
  if (mount === 'surface') return true
  const least = findKind(object.category)?.size.min[2] ?? sizeOptions(object.category, object).at(-1)![2]
  return mount === 'floor' && least < LOW && !object.size?.height
}
