import { type PGlite, protocol, types } from '@electric-sql/pglite'

/** PostgreSQL keeps a plan per prepared statement; beyond so many, statements are prepared anew each time. */
const MOST_PREPARED = 300

type Statement = { name: string; parameterTypes: number[]; columnTypes: number[] }
type Message = { name: string; dataTypeIDs?: number[]; fields?: readonly unknown[] }

const { serialize } = protocol

/**
 * Runs statements that are prepared once and then take one call into the engine; PGlite's own `query` plans every time
 * and takes five.
 */
export function createStatements(database: PGlite) {
  const prepared = new Map<string, Statement>()

  async function send(...parts: Uint8Array[]): Promise<Message[]> {
    const { messages } = await database.execProtocol(Buffer.concat(parts), { syncToFs: false })
    return messages as unknown as Message[]
  }

  async function prepare(text: string): Promise<Statement> {
    const found = prepared.get(text)
    if (found) return found
    const name = prepared.size < MOST_PREPARED ? `s${prepared.size}` : ''
    const messages = await send(
      serialize.parse({ name, text }),
      serialize.describe({ type: 'S', name }),
      serialize.sync(),
    )
    const parameterTypes = messages.find((each) => each.name === 'parameterDescription')?.dataTypeIDs ?? []
    const fields = (messages.find((each) => each.name === 'rowDescription')?.fields ?? []) as { dataTypeID: number }[]
    const statement = { name, parameterTypes, columnTypes: fields.map((field) => field.dataTypeID) }
    if (name) prepared.set(text, statement)
    return statement
  }

  function bind({ name, parameterTypes }: Statement, parameters: readonly unknown[]): Uint8Array {
    const values = parameters.map((value, index) => {
      if (value === null || value === undefined) return null
      const type = parameterTypes[index] ?? types.TEXT
      const write = database.serializers[type] ?? types.serializers[type]
      return write ? write(value) : String(value)
    })
    return serialize.bind({ statement: name, values })
  }

  return {
    /** Rows of one statement, columns in their order. */
    async query(text: string, parameters: readonly unknown[]): Promise<unknown[][]> {
      const statement = await prepare(text)
      const messages = await send(bind(statement, parameters), serialize.execute({}), serialize.sync())
      const rows: unknown[][] = []
      for (const { name, fields } of messages) {
        if (name === 'dataRow')
          rows.push(readRow(database, statement.columnTypes, fields as readonly (string | null)[]))
      }
      return rows
    },
  }
}

export type Statements = ReturnType<typeof createStatements>

function readRow(database: PGlite, columnTypes: readonly number[], fields: readonly (string | null)[]): unknown[] {
  return fields.map((text, index) => types.parseType(text, columnTypes[index]!, database.parsers))
}
