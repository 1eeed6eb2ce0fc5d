import type { MessageKey } from './en.ts'

export const zh: { readonly [key in MessageKey]: string } = {
  'app.name': 'Enfilade',
}
