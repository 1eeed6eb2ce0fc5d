import { EnvironmentError } from './environment.ts'

/** What a process does: everything; serve people, with the jobs done elsewhere; or only jobs. */
export type Role = 'all' | 'web' | 'worker'

/** @throws EnvironmentError for anything but `--role` with one of the roles. */
export function readRole(args: readonly string[]): Role {
  const [name, value, ...rest] = args.flatMap((arg) => (arg.startsWith('--role=') ? ['--role', arg.slice(7)] : [arg]))
  if (name === undefined) return 'all'
  const isRole = value === 'all' || value === 'web' || value === 'worker'
  if (name === '--role' && isRole && rest.length === 0) return value
  throw new EnvironmentError(`Unknown arguments "${args.join(' ')}": there is only --role all, web or worker.`)
}
