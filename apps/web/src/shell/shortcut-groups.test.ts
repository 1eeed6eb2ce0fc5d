import { describe, expect, it } from 'vitest'
import { matchShortcut } from '../interaction/shortcuts.ts'
import { commandKey, shortcutGroups } from './shortcut-groups.ts'

const arrows: { readonly [name: string]: string } = {
  '←': 'ArrowLeft',
  '↑': 'ArrowUp',
  '→': 'ArrowRight',
  '↓': 'ArrowDown',
  Del: 'Delete',
  Esc: 'Escape',
}
/** Undo and redo belong to the page, walking and F6 to the views; Alt is held. */
const elsewhere = new Set(['action.undo', 'action.redo', 'shortcuts.walk', 'shortcuts.leave-drawing'])

/** A key as the sheet writes it, pressed. */
function press(keys: readonly string[], key: string) {
  const command = ['⇧', ''].find((shift) => key === commandKey(`${shift}${key.at(-1)}`))
  const isShift = keys[0] === 'Shift' || command === '⇧'
  const plain = command === undefined ? (arrows[key] ?? key) : key.at(-1)!
  return {
    key: plain,
    code: /^\d$/.test(plain) ? `Digit${plain}` : '',
    shift: isShift,
    alt: false,
    mod: command !== undefined,
  }
}

describe('the sheet of shortcuts', () => {
  it('says only what the keyboard does', () => {
    const shortcuts = shortcutGroups
      .filter((group) => group.title !== 'shortcuts.pointer')
      .flatMap((group) => group.shortcuts)
      .filter((shortcut) => !elsewhere.has(shortcut.label))
    expect(shortcuts.length).toBeGreaterThan(15)
    for (const { keys, label } of shortcuts) {
      for (const key of keys.filter((name) => name !== 'Shift')) {
        expect(matchShortcut(press(keys, key), true), `${label}: ${key}`).toBeDefined()
      }
    }
  })
})
