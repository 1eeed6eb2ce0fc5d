/** Every word that the shell says. `{name}` marks a place that is filled in. */
export const en = {
  'app.name': 'Enfilade',
} as const

export type MessageKey = keyof typeof en
