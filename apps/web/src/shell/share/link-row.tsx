import { type LinkRole, linkRoles, type ShareLink } from '../../api/links.ts'
import { Select } from '../../controls/select.tsx'
import { formatAgo, formatDate } from '../../i18n/format.ts'
import { useI18n } from '../../i18n/i18n.tsx'

/** One standing link; changes act at once on whoever came by it. */
export function LinkRow(props: { link: ShareLink; onRole(role: LinkRole): void; onRevoke(): void }) {
  const { t, locale } = useI18n()
  const isExpired = () => props.link.expiresAt !== undefined && new Date(props.link.expiresAt).getTime() < Date.now()
  const note = () => {
    const { expiresAt, createdAt } = props.link
    if (isExpired()) return t('share.expired')
    if (expiresAt) return t('share.until', { time: formatDate(expiresAt, locale()) })
    return createdAt ? t('share.created', { time: formatAgo(createdAt, Date.now(), locale()) }) : ''
  }
  return (
    <li class="share-link" data-expired={isExpired() ? '' : undefined}>
      <Select<LinkRole>
        label={t('share.role')}
        value={props.link.role}
        options={linkRoles.map((value) => ({ value, label: t(`share.${value}`) }))}
        onChange={props.onRole}
      />
      <span class="share-note">{note()}</span>
      <button
        type="button"
        class="button small quiet share-revoke"
        data-testid="share-revoke"
        onClick={() => props.onRevoke()}
      >
        {t('share.revoke')}
      </button>
    </li>
  )
}
