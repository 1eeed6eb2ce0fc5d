import { Segmented } from '../controls/segmented.tsx'
import { useI18n } from './i18n.tsx'
import type { Locale } from './locale.ts'

/** Each language in its own words, so that nobody has to read the other one to find theirs. */
export function LanguageSwitch(props: { class?: string }) {
  const { locale, setLocale, t } = useI18n()
  return (
    <Segmented<Locale>
      label={t('language')}
      class={`small ${props.class ?? ''}`}
      value={locale()}
      onChange={setLocale}
      segments={[
        { value: 'en', label: 'English' },
        { value: 'zh', label: '中文' },
      ]}
    />
  )
}
