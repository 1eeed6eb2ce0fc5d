import type { Id, Scene } from '@enfilade/scene'
import { CommandError } from './command-error.ts'

/**
 * The level that is meant, by its id or its name, as an option of functions that take one.
 *
 * @returns Without `level` where none was asked for.
 * @throws CommandError that names the levels there are.
 */
export function readLevel(value: string | undefined, scene: Scene): { level?: Id } {
  if (value === undefined) return {}
  const { levels } = scene
  const level = levels.find(({ id }) => id === value) ?? levels.find(({ name }) => name === value)
  if (level) return { level: level.id }
  const known = levels.map(({ id, name }) => (name ? `${id} (${name})` : id)).join(', ')
  throw new CommandError(`--level ${JSON.stringify(value)} is not in the scene, which has: ${known || 'none'}.`)
}
