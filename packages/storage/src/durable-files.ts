import { fdatasyncSync } from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type EmscriptenStream = { nfd?: number | null; path?: string }
type EmscriptenModule = { NODEFS: { stream_ops: { fsync?: (stream: EmscriptenStream) => number } } }

/**
 * PGlite's file system on a folder, with the `fsync` that it lacks: as shipped, PostgreSQL's request to put the log on
 * the disk ends in a function that does nothing. With this and `durableParameters` a commit returns only when its
 * record is on the disk, as on a server, so it survives a crash of the machine and not only of the process.
 */
export class DurableFiles extends NodeFS {
  /** How often the disk was asked so far. */
  syncs = 0
  /** Told the path of each file that has just been put on the disk, as PostgreSQL calls it; for tests. */
  onSync?: (path: string) => void

  override async init(...arguments_: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const prepared = await super.init(...arguments_)
    const install = (module: unknown) => {
      ;(module as EmscriptenModule).NODEFS.stream_ops.fsync = (stream) => {
        if (typeof stream.nfd === 'number') {
          fdatasyncSync(stream.nfd)
          this.syncs += 1
          this.onSync?.(stream.path ?? '')
        }
        return 0
      }
    }
    prepared.emscriptenOpts.preRun = [...(prepared.emscriptenOpts.preRun ?? []), install]
    return prepared
  }
}

/**
 * PGlite's own start parameters without `-F` (which turns fsync off), with the one sync method that reaches
 * `DurableFiles` (`fdatasync` does not), and with memory for one small server.
 */
export const durableParameters = [
  '--single',
  '-O',
  '-j',
  ...['search_path=public', 'exit_on_error=false', 'log_checkpoints=false'].flatMap(setting),
  ...['max_worker_processes=0', 'max_parallel_workers=0', 'max_parallel_workers_per_gather=0'].flatMap(setting),
  ...['max_parallel_maintenance_workers=0', 'io_method=sync'].flatMap(setting),
  ...['fsync=on', 'wal_sync_method=fsync', 'synchronous_commit=on', 'full_page_writes=on'].flatMap(setting),
  ...['shared_buffers=16MB', 'work_mem=4MB', 'maintenance_work_mem=16MB'].flatMap(setting),
]

function setting(assignment: string): string[] {
  return ['-c', assignment]
}
