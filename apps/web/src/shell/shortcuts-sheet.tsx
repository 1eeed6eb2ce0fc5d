import { For } from 'solid-js'
import { Dialog } from '../controls/dialog.tsx'
import { Switch } from '../controls/switch.tsx'
import { useViewState } from '../editor/session.tsx'
import { en, type MessageKey } from '../i18n/en.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { shortcutGroups } from './shortcut-groups.ts'
import './shortcuts-sheet.css'

export function ShortcutsSheet() {
  const { t } = useI18n()
  const view = useViewState()
  const keyName = (key: string) => (key in en ? t(key as MessageKey) : key)
  return (
    <Dialog open={view.shortcutsOpen()} onOpenChange={view.setShortcutsOpen} title={t('shortcuts.title')} width={720}>
      <div class="shortcut-groups">
        <For each={shortcutGroups}>
          {(group) => (
            <section>
              <h3>{t(group.title)}</h3>
              <dl>
                <For each={group.shortcuts}>
                  {(shortcut) => (
                    <div class="shortcut">
                      <dt>{t(shortcut.label)}</dt>
                      <dd>
                        <For each={shortcut.keys}>{(key) => <kbd>{keyName(key)}</kbd>}</For>
                      </dd>
                    </div>
                  )}
                </For>
              </dl>
            </section>
          )}
        </For>
      </div>
      <div class="divider" />
      <Switch label={t('shortcuts.letters')} checked={view.letterKeys()} onChange={view.setLetterKeys} />
    </Dialog>
  )
}
