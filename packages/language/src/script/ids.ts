import type { Id } from '@enfilade/scene'

export type Ids = {
  has(id: Id): boolean
  /** Takes an id as it is; false when it was taken already. */
  take(id: Id): boolean
  /** Takes `name`, or the first of `name.2`, `name.3`, … that is free. */
  claim(name: Id): Id
}

/** Hands out ids that are not taken yet, in constant time each. */
export function createIds(): Ids {
  const taken = new Set<Id>()
  const next = new Map<Id, number>()
  const take = (id: Id) => !taken.has(id) && !!taken.add(id)
  return {
    has: (id) => taken.has(id),
    take,
    claim(name) {
      if (take(name)) return name
      let count = next.get(name) ?? 2
      while (!take(`${name}.${count}`)) count++
      next.set(name, count + 1)
      return `${name}.${count}`
    },
  }
}
