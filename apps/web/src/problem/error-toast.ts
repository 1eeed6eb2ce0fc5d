import { ApiError } from '../api/request.ts'
import { showToast } from '../controls/toast.tsx'
import { useI18n } from '../i18n/i18n.tsx'

/** @returns a function that says what failed and, from the kind of failure, what to do about it. */
export function createErrorToast(): (text: string, error: unknown) => void {
  const { t } = useI18n()
  return (text, error) => {
    const detail = error instanceof ApiError ? t(`cure.${error.cure}`) : t('cure.retry')
    showToast({ kind: 'error', text, detail })
  }
}
