/** A value that goes into a statement. Arrays become PostgreSQL arrays; JSON is passed as text. */
export type Parameter =
  | string
  | number
  | boolean
  | null
  | Uint8Array
  | readonly string[]
  | readonly number[]
  | readonly Uint8Array[]

/**
 * Columns in the order of the statement. On every engine: `bigint` is a number, `timestamptz` its text, `bytea` a
 * `Uint8Array`, `jsonb` the parsed value.
 */
export type Row = readonly unknown[]

/** Something that runs statements, one after another: the database, or one transaction of it. */
export interface Session {
  /** One statement with `$1`-style parameters. */
  query(text: string, parameters?: readonly Parameter[]): Promise<Row[]>
  /** Several statements without parameters, as they stand in a migration. */
  execute(script: string): Promise<void>
}

/** The two engines behind one door. */
export interface Connection extends Session {
  readonly engine: 'postgres' | 'pglite'
  /** Runs `work` between BEGIN and COMMIT; rolls back and throws on what it throws. Not nestable. */
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** The database can't be reached or refuses to work. The cause says what the engine reported. */
export class StorageUnavailableError extends Error {
  override name = 'StorageUnavailableError'
}
