import {
  deleteOperations,
  duplicateOperation,
  flipOperations,
  groupOperation,
  nudgeOperations,
  operateOperations,
  turnOperations,
  ungroupOperations,
} from './commands.ts'
import type { Interaction } from './create-interaction.ts'
import { turn } from './plane.ts'
import type { Shortcut } from './shortcuts.ts'

/** Carries a shortcut out. @returns false when it meant nothing here, so that the key keeps its usual meaning. */
export function runShortcut(interaction: Interaction, shortcut: Shortcut): boolean {
  const { editor } = interaction
  const { view, selection } = editor
  switch (shortcut.type) {
    case 'tool':
      return chooseTool(interaction, shortcut.tool)
    case 'toggle-view':
      view.setMode(view.mode() === 'plan' ? '3d' : 'plan')
      return true
    case 'fit':
    case 'fit-selection':
      view.command(shortcut.type)
      return true
    case 'sheet':
      view.setShortcutsOpen(true)
      return true
    case 'escape':
      return stepBack(interaction)
    case 'select-all':
      selection.select(
        editor
          .scene()
          .items.filter((item) => item.level === view.level())
          .map((item) => item.id),
      )
      return true
    default:
      return editor.canEdit() && changeSelection(interaction, shortcut)
  }
}

function chooseTool(interaction: Interaction, tool: (Shortcut & { type: 'tool' })['tool']): boolean {
  const { editor } = interaction
  const isReading = tool === 'select' || tool === 'pan' || tool === 'measure'
  if (!editor.canEdit() && !isReading) return false
  // The item tool needs a kind: the catalogue gives it.
  if (tool === 'item' && !editor.view.pendingKind()) editor.view.setDrawer('catalogue')
  else editor.view.setTool(tool)
  return true
}

/** Gesture, then tool, then selection. */
function stepBack(interaction: Interaction): boolean {
  const { view, selection } = interaction.editor
  if (interaction.cancel()) return true
  if (view.mode() === 'walk') {
    view.setMode('3d')
    return true
  }
  if (view.tool() !== 'select') view.setTool('select')
  else if (selection.ids().length > 0) selection.clear()
  else return false
  return true
}

type Change = Exclude<
  Shortcut,
  { type: 'tool' | 'toggle-view' | 'fit' | 'fit-selection' | 'escape' | 'sheet' | 'select-all' }
>

function changeSelection(interaction: Interaction, shortcut: Change): boolean {
  const { editor } = interaction
  const scene = editor.scene()
  const ids = editor.selection.ids()
  if (ids.length === 0) return false
  switch (shortcut.type) {
    case 'nudge':
      return nudge(interaction, shortcut.by)
    case 'turn':
      return write(interaction, turnOperations(scene, ids, shortcut.direction, shortcut.fine), 'items-turned')
    case 'flip':
      return write(interaction, flipOperations(scene, ids), 'opening-flipped')
    case 'operate':
      return write(interaction, operateOperations(scene, ids), 'states-changed')
    case 'delete':
      return write(interaction, deleteOperations(scene, ids), 'removed')
    case 'duplicate': {
      const copy = duplicateOperation(scene, ids, editor.createId)
      if (!copy) return false
      if (interaction.apply([copy.operation], 'items-duplicated')) editor.selection.select(copy.copies)
      return true
    }
    case 'group': {
      const operation = groupOperation(scene, ids, editor.createId())
      return operation !== undefined && interaction.apply([operation], 'items-grouped')
    }
    case 'ungroup':
      return write(interaction, ungroupOperations(scene, ids), 'items-ungrouped')
    default:
      return false
  }
}

function write(
  interaction: Interaction,
  operations: Parameters<Interaction['apply']>[0],
  label: Parameters<Interaction['apply']>[1],
): boolean {
  if (operations.length === 0) return false
  interaction.apply(operations, label)
  return true
}

/** Arrows in 3D go by the nearest axis as the camera sees it. */
function nudge(interaction: Interaction, by: readonly [number, number]): boolean {
  const { editor } = interaction
  const quarter = Math.PI / 2
  const heading = interaction.activeView() === '3d' ? Math.round(interaction.heading() / quarter) * quarter : 0
  const turned = turn(by, heading)
  const step: [number, number] = [Math.round(turned[0] * 1000) / 1000, Math.round(turned[1] * 1000) / 1000]
  const operations = nudgeOperations(editor.scene(), editor.selection.ids(), step)
  if (operations.length === 0) return false
  interaction.apply(operations, 'items-moved', `nudge:${editor.selection.ids().join(',')}`)
  return true
}
