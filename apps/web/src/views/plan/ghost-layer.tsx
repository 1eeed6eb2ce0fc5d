import { itemFootprint } from '@enfilade/scene'
import { createMemo, For, Match, Switch } from 'solid-js'
import type { Ghost } from '../../interaction/ghosts.ts'
import { useInteraction } from '../../interaction/interaction-context.tsx'
import { drawSymbol, itemTransform } from './item-layer.tsx'
import { openingDrawing } from './opening-drawing.ts'
import { ringPath } from './paths.ts'

/** What a proposal would add or move, dashed in the accent; its hovered group stands out. */
export function GhostLayer(props: { level: string }) {
  const interaction = useInteraction()
  const { view } = interaction.editor
  const ghosts = createMemo(() => interaction.ghosts().shown.filter((ghost) => levelOf(ghost) === props.level))
  return (
    <g class="plan-ghosts">
      <For each={ghosts()}>
        {(ghost) => (
          <g
            class="plan-ghost"
            classList={{
              'is-hovered': view.hoveredGroup() === ghost.group,
              'is-dimmed': view.hoveredGroup() !== undefined && view.hoveredGroup() !== ghost.group,
            }}
            data-group={ghost.group}
            data-id={ghost.key}
          >
            <GhostShape ghost={ghost} />
          </g>
        )}
      </For>
    </g>
  )
}

function levelOf(ghost: Ghost): string {
  if (ghost.kind === 'item') return ghost.item.level
  return ghost.kind === 'wall' ? ghost.wall.level : ghost.opening.level
}

function GhostShape(props: { ghost: Ghost }) {
  return (
    <Switch>
      <Match when={props.ghost.kind === 'item' && props.ghost}>
        {(ghost) => (
          <>
            <path class="plan-ghost-outline" d={ringPath(itemFootprint(ghost().item))} />
            <g transform={itemTransform(ghost().item)}>
              <For each={drawSymbol(ghost().item)}>{(path) => <path class="plan-ghost-line" d={path.d} />}</For>
            </g>
          </>
        )}
      </Match>
      <Match when={props.ghost.kind === 'wall' && props.ghost}>
        {(ghost) => <path class="plan-ghost-outline is-wall" d={ringPath(ghost().wall.outline)} />}
      </Match>
      <Match when={props.ghost.kind === 'opening' && props.ghost}>
        {(ghost) => {
          const drawing = createMemo(() => openingDrawing(ghost().opening))
          return (
            <>
              <path class="plan-ghost-outline" d={drawing().gap} />
              <path class="plan-ghost-line" d={drawing().leaf + drawing().swing + drawing().glass} />
            </>
          )
        }}
      </Match>
    </Switch>
  )
}
