import { type Accessor, createContext, type ParentProps, useContext } from 'solid-js'
import type { Account } from '../api/person.ts'
import type { OpenSpace } from '../api/spaces.ts'
import type { Connection } from './connection.ts'
import type { Copilot } from './copilot/copilot.ts'
import type { Film } from './film/film.ts'
import type { Looks } from './look/looks.ts'
import type { Realisation } from './look/realisation.ts'

/** The space that the editor has open, as the server knows it, and the line to it. */
export type SpaceContext = {
  readonly space: OpenSpace
  readonly account: Account
  readonly name: Accessor<string>
  /** Keeps the old name and says so where the server refuses. */
  rename(name: string): Promise<void>
  readonly connection: Connection
  readonly copilot: Copilot
  readonly looks: Looks
  readonly realisation: Realisation
  readonly film: Film
}

const Context = createContext<SpaceContext>()

export function SpaceProvider(props: ParentProps<{ value: SpaceContext }>) {
  return <Context.Provider value={props.value}>{props.children}</Context.Provider>
}

/** @throws when no space is open above. */
export function useSpace(): SpaceContext {
  const context = useContext(Context)
  if (!context) throw new Error('useSpace: no space here; put the component under <SpaceProvider>')
  return context
}
