/** The child process that creates a database folder: `pglite-create.ts FOLDER`. */
import { PGlite } from '@electric-sql/pglite'
import { DurableFiles, durableParameters } from './durable-files.ts'

const folder = process.argv[2]
if (!folder) throw new TypeError('pglite-create: no folder given')
const database = await PGlite.create({ fs: new DurableFiles(folder), startParams: durableParameters })
await database.exec('CHECKPOINT')
await database.close()
