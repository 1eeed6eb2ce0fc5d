import { buildItemSymbol, findKind, resolveFinish, type SymbolPath } from '@enfilade/catalogue'
import type { Scene, SceneItem } from '@enfilade/scene'
import { createMemo, For } from 'solid-js'
import { useInteraction } from '../../interaction/interaction-context.tsx'
import { ForId } from '../for-id.tsx'
import { degrees, ringPath, round } from './paths.ts'

export type DrawnPath = { readonly d: string; readonly style: SymbolPath['style']; readonly fill: boolean }

/** An item's symbol with runs of like paths joined, in its own frame. */
export function drawSymbol(item: Pick<SceneItem, 'category' | 'size' | 'variant' | 'shape' | 'states'>): DrawnPath[] {
  const drawn: { d: string; style: SymbolPath['style']; fill: boolean }[] = []
  for (const path of buildItemSymbol(item)) {
    const d = ringPath(path.points, path.closed)
    const last = drawn.at(-1)
    // Filled paths cover what is under them, so their order must stay.
    if (last && !last.fill && !path.fill && last.style === path.style) last.d += d
    else drawn.push({ d, style: path.style, fill: path.fill ?? false })
  }
  return drawn
}

/** The colour that an item is known by: its main finish. */
export function mainColor(item: SceneItem): string {
  const kind = findKind(item.category)
  const slot = kind ? Object.keys(kind.finishes)[0] : undefined
  return kind && slot !== undefined ? resolveFinish(kind.finishes, item.finishes, slot).color : '#d9d4ca'
}

/** Drawing order: rugs, furniture, what stands on it, what hangs over it. */
export function paintOrder(item: SceneItem): number {
  if (findKind(item.category)?.walkable) return -1
  return item.worldPose.z + (item.support.on === 'ceiling' ? 10 : 0)
}

/** What of an item shapes its symbol; a move changes none of it. */
function looksKey(item: SceneItem): string {
  const { category, size, variant, shape, states } = item
  return JSON.stringify([category, size, variant, shape, states?.open])
}

export function ItemLayer(props: { scene: Scene; level: string }) {
  const interaction = useInteraction()
  const { selection } = interaction.editor
  const items = createMemo(() =>
    props.scene.items
      .filter((item) => item.level === props.level)
      .map((item) => ({ item, order: paintOrder(item) }))
      .sort((a, b) => a.order - b.order || (a.item.id < b.item.id ? -1 : 1))
      .map((entry) => entry.item),
  )
  return (
    <g class="plan-items">
      <ForId each={items()}>
        {(item) => {
          const looks = createMemo(() => looksKey(item()))
          const paths = createMemo(() => {
            looks()
            return drawSymbol(item())
          })
          const color = createMemo(() => mainColor(item()))
          return (
            <g
              class="plan-item"
              classList={{
                'is-selected': selection.has(item().id),
                'is-hovered': selection.hovered() === item().id,
                'is-held': interaction.held().has(item().id),
                'is-removed': interaction.ghosts().removed.has(item().id),
              }}
              data-id={item().id}
              data-category={item().category}
              transform={itemTransform(item())}
              style={{ '--item-color': color() }}
            >
              <For each={paths()}>
                {(path) => (
                  <path class={`plan-symbol-${path.style}`} classList={{ 'is-filled': path.fill }} d={path.d} />
                )}
              </For>
            </g>
          )
        }}
      </ForId>
    </g>
  )
}

export function itemTransform(item: Pick<SceneItem, 'worldPose'>): string {
  const { x, y, yaw } = item.worldPose
  return `translate(${round(x)} ${round(y)}) rotate(${degrees(yaw)})`
}
