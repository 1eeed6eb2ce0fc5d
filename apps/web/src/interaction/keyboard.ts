import { onCleanup } from 'solid-js'
import type { Interaction } from './create-interaction.ts'
import { matchShortcut } from './shortcuts.ts'

/** Marks a view's element: keys that would disturb a page (Tab, arrows, Space) work only inside one. */
export const drawingAttribute = 'data-drawing'

/** True where keys write text or steer a control of their own. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('.cm-editor')) return true
  if (target instanceof HTMLInputElement) return !/^(button|checkbox|radio|range|color|file|submit)$/.test(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

function isInDrawing(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(`[${drawingAttribute}]`) !== null
}

/** Controls that use arrows, Space or letters themselves: menus, lists, sliders, open dialogs. */
function isInControl(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || isInDrawing(target)) return false
  return (
    target.closest('[role=menu],[role=listbox],[role=dialog],[role=slider],[role=tablist],[role=radiogroup]') !== null
  )
}

const needsDrawing = new Set(['nudge', 'toggle-view'])

/**
 * Installs the drawing's keys on a window, for as long as the owner lives. Keys that somebody else used
 * (`defaultPrevented`) are left alone.
 *
 * @param isWalking While walking, letters belong to walking.
 */
export function installKeyboard(interaction: Interaction, isWalking: () => boolean, target: Window = window): void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isTyping(event.target) || isInControl(event.target)) return
    const press = {
      key: event.key,
      code: event.code,
      shift: event.shiftKey,
      alt: event.altKey,
      mod: event.ctrlKey || event.metaKey,
    }
    const inDrawing = isInDrawing(event.target)
    const isFree = inDrawing || event.target === document.body
    if (!isWalking() && isFree && interaction.toolKey(press)) {
      event.preventDefault()
      return
    }
    if (event.key === ' ' && isFree && !isWalking()) {
      interaction.setSpace(true)
      event.preventDefault()
      return
    }
    if (event.key === 'F6' && inDrawing) {
      if (leaveDrawing(event.target as Element, event.shiftKey)) event.preventDefault()
      return
    }
    if (runHistory(interaction, press.mod, press.shift, press.key)) {
      event.preventDefault()
      return
    }
    const letters = interaction.editor.view.letterKeys() && !isWalking()
    const shortcut = matchShortcut(press, letters)
    if (!shortcut) return
    if (isWalking() && shortcut.type !== 'escape') return
    if (needsDrawing.has(shortcut.type) && !(shortcut.type === 'nudge' ? isFree : inDrawing)) return
    // Outside the drawing, a focused button keeps Enter, Space and Delete for itself.
    if (shortcut.type === 'delete' && !isFree) return
    if (interaction.run(shortcut)) event.preventDefault()
  }
  const onKeyUp = (event: KeyboardEvent) => {
    if (event.key === ' ') interaction.setSpace(false)
    // Alt let go: a running drag snaps again.
    if (event.key === 'Alt' || event.key === 'Shift') {
      interaction.toolKey({
        key: event.key,
        shift: event.shiftKey,
        alt: event.altKey,
        mod: event.ctrlKey || event.metaKey,
      })
    }
  }
  const onBlur = () => interaction.setSpace(false)
  target.addEventListener('keydown', onKeyDown)
  target.addEventListener('keyup', onKeyUp)
  target.addEventListener('blur', onBlur)
  onCleanup(() => {
    target.removeEventListener('keydown', onKeyDown)
    target.removeEventListener('keyup', onKeyUp)
    target.removeEventListener('blur', onBlur)
  })
}

function runHistory(interaction: Interaction, mod: boolean, shift: boolean, key: string): boolean {
  if (!mod) return false
  const letter = key.toLowerCase()
  if (letter === 'z') shift ? interaction.editor.redo() : interaction.editor.undo()
  else if (letter === 'y') interaction.editor.redo()
  else return false
  return true
}

const focusable = 'a[href],button:not([disabled]),input:not([disabled]),select,textarea,[tabindex]:not([tabindex="-1"])'

/** Moves the focus to the next control outside the drawing, as Tab would elsewhere. */
function leaveDrawing(from: Element, backwards: boolean): boolean {
  const drawing = from.closest(`[${drawingAttribute}]`)
  if (!drawing) return false
  const all = [...document.querySelectorAll<HTMLElement>(focusable)].filter((el) => el.offsetParent !== null)
  const outside = all.filter((el) => !el.closest(`[${drawingAttribute}]`))
  const order = backwards ? outside.reverse() : outside
  const wanted = backwards ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING
  const next = order.find((el) => (drawing.compareDocumentPosition(el) & wanted) !== 0) ?? order[0]
  next?.focus()
  return next !== undefined
}
