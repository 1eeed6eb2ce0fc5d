/** What somebody may do in a space, weakest first; each role includes those before it. */
export const roles = ['view', 'comment', 'edit', 'owner'] as const
export type Role = (typeof roles)[number]
/** What a link can give: everything but ownership. */
export type LinkRole = Exclude<Role, 'owner'>

/** Whether `role` allows what `needed` allows. */
export function allows(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed)
}
