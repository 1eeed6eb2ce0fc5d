import { DropdownMenu } from '@kobalte/core/dropdown-menu'
import Languages from 'lucide-solid/icons/languages'
import { useI18n } from '../../i18n/i18n.tsx'
import type { Locale } from '../../i18n/locale.ts'

export function LanguageMenu() {
  const { t, locale, setLocale } = useI18n()
  return (
    <DropdownMenu placement="bottom-end" gutter={6}>
      <DropdownMenu.Trigger class="icon-button" aria-label={t('language')} data-testid="language">
        <Languages size={17} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="menu">
          <DropdownMenu.RadioGroup value={locale()} onChange={(value) => setLocale(value as Locale)}>
            <DropdownMenu.RadioItem class="menu-item" value="en" closeOnSelect>
              <span class="grow">English</span>
              <DropdownMenu.ItemIndicator>✓</DropdownMenu.ItemIndicator>
            </DropdownMenu.RadioItem>
            <DropdownMenu.RadioItem class="menu-item" value="zh" closeOnSelect>
              <span class="grow">中文</span>
              <DropdownMenu.ItemIndicator>✓</DropdownMenu.ItemIndicator>
            </DropdownMenu.RadioItem>
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  )
}
