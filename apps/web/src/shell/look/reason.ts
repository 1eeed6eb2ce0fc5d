import { ApiError } from '../../api/request.ts'
import type { MessageKey } from '../../i18n/en.ts'

/** What a failed request says, in the reader's language where the server's words are not for them. */
export function reasonOf(error: unknown, t: (key: MessageKey) => string): string {
  if (error instanceof ApiError)
    return error.code === 'unreadable-picture' ? t('look.picture-type') : t(`cure.${error.cure}`)
  return t('cure.retry')
}
