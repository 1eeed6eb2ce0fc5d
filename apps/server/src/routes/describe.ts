import type { Link, Role, Space, Version } from '@enfilade/storage'

/** What is stored, as the API shows it. */

export function describeSpace(space: Space, role: Role) {
  const { id, name, document, createdAt, updatedAt } = space
  return { id, name, document, role, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() }
}

export function describeLink(link: Link) {
  return {
    id: link.id,
    role: link.role,
    createdAt: link.createdAt.toISOString(),
    expiresAt: link.expiresAt?.toISOString() ?? null,
    revokedAt: link.revokedAt?.toISOString() ?? null,
  }
}

export function describeVersion(version: Version, authorName: string | null) {
  const { id, name, author, createdAt, automatic } = version
  return { id, name, by: authorName ?? author, author, createdAt: createdAt.toISOString(), automatic }
}
