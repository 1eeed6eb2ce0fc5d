/** The child process that creates a database folder: `pglite-create.ts FOLDER`. */
import { PGlite } from '@electric-sql/pglite'
import { DurableFiles, durableParameters } from './durable-files.ts'

const folder = process.argv[2]
if (!folder) throw new TypeError('pglite-create: no folder given')
const database = await PGlite.create({ fs: new DurableFiles(folder), startParams: durableParameters })
// We have one database and never make another; without the templates every start has a third of the files to look at.
for (const template of ['template0', 'template1']) {
  await database.exec(`UPDATE pg_database SET datistemplate = false WHERE datname = '${template}'`)
  await database.exec(`DROP DATABASE ${template}`)
}
await database.exec('CHECKPOINT')
await database.close()
