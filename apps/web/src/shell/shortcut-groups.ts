import type { MessageKey } from '../i18n/en.ts'
import { toolKeys } from '../interaction/shortcuts.ts'

const isApple = /mac|iphone|ipad/i.test(globalThis.navigator?.platform ?? '')

/** `Ctrl+Z`, or `⌘Z` on a Mac; ⇧ is spelt out elsewhere. */
export function commandKey(key: string): string {
  return isApple ? `⌘${key}` : `Ctrl+${key.replace('⇧', 'Shift+')}`
}

export type ShortcutGroup = {
  readonly title: MessageKey
  readonly shortcuts: readonly { readonly keys: readonly string[]; readonly label: MessageKey }[]
}

/** Everything that the keyboard does, as the sheet shows it; a test presses what it says. */
export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    title: 'shortcuts.tools',
    shortcuts: Object.entries(toolKeys).map(([key, tool]) => ({
      keys: [key.toUpperCase()],
      label: `tool.${tool}` as const,
    })),
  },
  {
    title: 'shortcuts.view',
    shortcuts: [
      { keys: ['Tab'], label: 'shortcuts.toggle-view' },
      { keys: ['F6'], label: 'shortcuts.leave-drawing' },
      { keys: ['Shift', '1'], label: 'shortcuts.fit' },
      { keys: ['Shift', '2'], label: 'shortcuts.fit-selection' },
      { keys: ['W', 'A', 'S', 'D'], label: 'shortcuts.walk' },
      { keys: ['?'], label: 'shortcuts.title' },
    ],
  },
  {
    title: 'shortcuts.edit',
    shortcuts: [
      { keys: [commandKey('Z')], label: 'action.undo' },
      { keys: [commandKey('⇧Z')], label: 'action.redo' },
      { keys: [commandKey('D')], label: 'action.duplicate' },
      { keys: [commandKey('G')], label: 'shortcuts.group' },
      { keys: [commandKey('⇧G')], label: 'shortcuts.ungroup' },
      { keys: [commandKey('A')], label: 'shortcuts.select-all' },
      { keys: ['R'], label: 'shortcuts.rotate' },
      { keys: ['Shift', 'R'], label: 'shortcuts.rotate-back' },
      { keys: ['←', '↑', '→', '↓'], label: 'shortcuts.nudge' },
      { keys: ['Shift', '←'], label: 'shortcuts.nudge-far' },
      { keys: ['Del'], label: 'action.delete' },
      { keys: ['E'], label: 'shortcuts.operate' },
      { keys: ['F'], label: 'shortcuts.flip' },
      { keys: ['Esc'], label: 'shortcuts.escape' },
    ],
  },
  {
    title: 'shortcuts.pointer',
    shortcuts: [
      { keys: ['shortcuts.key.right-drag'], label: 'shortcuts.orbit' },
      { keys: ['shortcuts.key.middle-drag'], label: 'shortcuts.pan' },
      { keys: ['shortcuts.key.wheel'], label: 'shortcuts.zoom' },
      { keys: ['Alt'], label: 'shortcuts.no-snap' },
    ],
  },
]
