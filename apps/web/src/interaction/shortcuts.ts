import type { ToolName } from '../editor/view-state.ts'

/** What a key asks for in the drawing. Those of the whole page (undo, palette) are the shell's. */
export type Shortcut =
  | { readonly type: 'tool'; readonly tool: ToolName }
  | { readonly type: 'turn'; readonly direction: 1 | -1; readonly fine: boolean }
  | { readonly type: 'nudge'; readonly by: readonly [number, number] }
  | { readonly type: 'operate' | 'flip' | 'duplicate' | 'group' | 'ungroup' | 'delete' | 'select-all' }
  | { readonly type: 'toggle-view' | 'fit' | 'fit-selection' | 'escape' | 'sheet' }

export type KeyPress = {
  readonly key: string
  /** Physical key, so that Shift+1 works on every layout. */
  readonly code: string
  readonly shift: boolean
  readonly alt: boolean
  readonly mod: boolean
}

/** The letters of the tools; the rail and the sheet show these. */
export const toolKeys: { readonly [key: string]: ToolName } = {
  v: 'select',
  w: 'wall',
  d: 'door',
  n: 'window',
  i: 'item',
  m: 'measure',
  h: 'pan',
}

const arrows: { readonly [key: string]: readonly [number, number] } = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

const nudge = { fine: 0.01, coarse: 0.1 }

/**
 * The shortcut of a key press, undefined if it is none.
 *
 * @param letters False switches the single-letter keys off (while walking, or by the person's setting).
 */
export function matchShortcut(press: KeyPress, letters: boolean): Shortcut | undefined {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key
  const arrow = arrows[key]
  if (arrow && !press.mod) {
    const step = press.shift ? nudge.coarse : nudge.fine
    return { type: 'nudge', by: [arrow[0] * step, arrow[1] * step] }
  }
  if (key === 'Escape') return { type: 'escape' }
  if (key === 'Delete' || key === 'Backspace') return press.mod ? undefined : { type: 'delete' }
  if (press.mod) return matchCommand(key, press)
  if (key === '?') return { type: 'sheet' }
  if (key === 'Tab') return press.shift ? undefined : { type: 'toggle-view' }
  if (press.shift && press.code === 'Digit1') return { type: 'fit' }
  if (press.shift && press.code === 'Digit2') return { type: 'fit-selection' }
  return letters ? matchLetter(key, press) : undefined
}

function matchCommand(key: string, press: KeyPress): Shortcut | undefined {
  if (key === 'd') return { type: 'duplicate' }
  if (key === 'g') return { type: press.shift ? 'ungroup' : 'group' }
  if (key === 'a') return { type: 'select-all' }
  return undefined
}

function matchLetter(key: string, press: KeyPress): Shortcut | undefined {
  // Alt composes other characters on a Mac; the physical key tells R apart.
  if (key === 'r' || press.code === 'KeyR') return { type: 'turn', direction: press.shift ? -1 : 1, fine: press.alt }
  if (press.alt || press.shift) return undefined
  if (key === 'e') return { type: 'operate' }
  if (key === 'f') return { type: 'flip' }
  const tool = toolKeys[key]
  return tool && { type: 'tool', tool }
}
