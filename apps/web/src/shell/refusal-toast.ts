import { showToast } from '../controls/toast.tsx'
import type { Refusal } from '../editor/session.tsx'
import { en, type MessageKey } from '../i18n/en.ts'
import { useI18n } from '../i18n/i18n.tsx'

/** @returns a function that says why an edit was refused, in the person's language where the reason is known. */
export function createRefusalToast(): (refusal: Refusal) => void {
  const { t, locale } = useI18n()
  return (refusal) => {
    const key = `refusal.${refusal.code}`
    const text = key in en ? t(key as MessageKey) : t('refusal.other')
    // The message has the numbers; it is English, so in Chinese it only explains an unknown code.
    const needsDetail = refusal.message !== '' && (locale() === 'en' ? text !== refusal.message : !(key in en))
    showToast({ kind: 'error', text, ...(needsDetail ? { detail: refusal.message } : {}) })
  }
}
