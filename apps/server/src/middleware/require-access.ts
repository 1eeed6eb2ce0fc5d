import { allows, type Role } from '@enfilade/storage'
import type { Context } from 'hono'
import type { SpaceAccess } from '../access.ts'
import type { AppEnvironment } from '../app-environment.ts'
import type { Dependencies } from '../dependencies.ts'
import { notFound, Problem } from '../problem.ts'

const DEEDS: { readonly [role in Role]: string } = {
  view: 'look at',
  comment: 'comment on',
  edit: 'change',
  owner: 'manage',
}

/**
 * The caller's access to a space.
 *
 * @throws Problem 404 without any access, 401 where the link has ended, 403 where the role is too weak.
 */
export async function requireAccess(
  c: Context<AppEnvironment>,
  { storage, access }: Pick<Dependencies, 'storage' | 'access'>,
  spaceId: string,
  needed: Role,
): Promise<SpaceAccess> {
  const credential = c.get('credential')
  const space = await storage.spaces.get(spaceId)
  const found = space && (await access.find({ credential, session: c.get('session') }, space))
  if (!found && space && credential?.type === 'link' && credential.link.space === space.id) {
    throw new Problem(401, 'link-ended', 'This link has expired or was revoked.', { cure: 'Ask for a new link.' })
  }
  if (!found) throw notFound('space')
  if (!allows(found.role, needed)) {
    throw new Problem(403, 'role-too-weak', `Your role (${found.role}) does not let you ${DEEDS[needed]} this space.`, {
      cure: `Ask the owner for a link with the role ${needed}.`,
    })
  }
  return found
}
