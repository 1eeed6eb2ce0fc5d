import type { Id } from '@enfilade/scene'
import { type Accessor, createMemo, For, type JSX } from 'solid-js'

function equalLists<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((entry, index) => entry === b[index])
}

/**
 * A list of records by id: a row lives as long as its id, and a row whose record keeps its identity is not touched.
 * (Solid's `For` alone would throw the row away whenever the record changes.)
 */
export function ForId<T extends { readonly id: Id }>(props: {
  each: readonly T[]
  children: (record: Accessor<T>) => JSX.Element
}) {
  const byId = createMemo(() => new Map(props.each.map((record) => [record.id, record])))
  const ids = createMemo(() => props.each.map((record) => record.id), [], { equals: equalLists })
  return (
    <For each={ids()}>
      {(id) => {
        // A row about to go keeps its last record for the moment between the two memos.
        const record = createMemo<T>((previous) => byId().get(id) ?? previous, byId().get(id)!)
        return props.children(record)
      }}
    </For>
  )
}
