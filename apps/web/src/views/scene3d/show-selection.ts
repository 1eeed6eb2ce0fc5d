import type { Interaction } from '../../interaction/create-interaction.ts'
import { type LineOverlay, outlineOf } from './outlines.ts'

const accent = '#17685d'

/** Draws outlines around what I hold and hover, and around what the others hold. */
export function showSelection(lines: LineOverlay, interaction: Interaction, walking: boolean): void {
  const { editor, display } = interaction
  const scene = display()
  const keys = new Set<string>()
  const show = (key: string, id: string, color: string, widthPx: number, opacity: number) => {
    keys.add(key)
    lines.set(key, outlineOf(scene, id), { color, widthPx, opacity })
  }
  if (!walking) {
    for (const peer of editor.presence.peers()) {
      for (const id of peer.selection) show(`peer:${peer.clientId}:${id}`, id, peer.user.color, 2, 0.9)
    }
    for (const id of editor.selection.ids()) show(`mine:${id}`, id, accent, 2, 0.95)
    const hovered = editor.selection.hovered()
    if (hovered !== undefined && !editor.selection.has(hovered)) show(`hover:${hovered}`, hovered, accent, 1.4, 0.55)
  }
  lines.keep(keys)
}
