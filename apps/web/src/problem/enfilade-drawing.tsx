import { For, Show } from 'solid-js'

/** Sizes of the doors as seen, the nearest first: equal rooms one behind the other. */
const scales = [1, 0.62, 0.45, 0.353, 0.29]
/** In drawing units, from the vanishing point, for a door of scale 1. */
const door = { half: 116, top: 132, bottom: 176, casing: 14 }
const vanishing = { x: 300, y: 150 }
/** The end wall, its window and the light that the window throws on the floors. */
const end = { scale: 0.25, half: 58, top: 86, sill: 34 }
const beam = { half: 74 }

const floorAt = (scale: number) => vanishing.y + door.bottom * scale

function frame(scale: number, margin: number): string {
  const half = (door.half + margin) * scale
  const top = vanishing.y - (door.top + margin) * scale
  return `M${vanishing.x - half} ${floorAt(scale)}V${top}H${vanishing.x + half}V${floorAt(scale)}`
}

/** The foot of the wall at `scale`, as far as the door before it lets one see. */
function wallFoot(scale: number, margin: number, before: number): string {
  const inner = (door.half + margin) * scale
  const outer = door.half * before
  return [-1, 1]
    .map((side) => `M${vanishing.x + side * inner} ${floorAt(scale)}H${vanishing.x + side * outer}`)
    .join('')
}

/** Doors lined up towards a lit window; `closed`: the nearest one is shut. Our only picture. */
export function EnfiladeDrawing(props: { closed?: boolean }) {
  return (
    <svg class="enfilade-drawing" viewBox="0 0 600 328" fill="none" aria-hidden="true">
      <defs>
        <linearGradient id="enfilade-light" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stop-color="var(--accent)" stop-opacity=".42" />
          <stop offset="1" stop-color="var(--accent)" stop-opacity=".03" />
        </linearGradient>
        <linearGradient id="enfilade-fade">
          <stop offset="0" stop-color="var(--ink)" stop-opacity="0" />
          <stop offset=".3" stop-color="var(--ink)" stop-opacity=".9" />
          <stop offset=".7" stop-color="var(--ink)" stop-opacity=".9" />
          <stop offset="1" stop-color="var(--ink)" stop-opacity="0" />
        </linearGradient>
      </defs>
      <Show when={!props.closed} fallback={<ClosedDoor />}>
        <path
          d={`M${vanishing.x - beam.half * end.scale} ${floorAt(end.scale)}H${vanishing.x + beam.half * end.scale}L${vanishing.x + beam.half} ${floorAt(1)}H${vanishing.x - beam.half}Z`}
          fill="url(#enfilade-light)"
        />
        <path
          d={wallFoot(end.scale, -door.half, scales.at(-1)!)}
          stroke="var(--ink)"
          stroke-opacity=".3"
          stroke-width=".8"
        />
        <rect
          x={vanishing.x - end.half * end.scale}
          y={vanishing.y - end.top * end.scale}
          width={2 * end.half * end.scale}
          height={(end.top + end.sill) * end.scale}
          fill="var(--accent)"
        />
        <path
          d={`M${vanishing.x} ${vanishing.y - end.top * end.scale}v${(end.top + end.sill) * end.scale}M${vanishing.x - end.half * end.scale} ${vanishing.y - 7}h${2 * end.half * end.scale}`}
          stroke="var(--paper)"
          stroke-width="1"
        />
        <For each={scales}>
          {(scale, index) => (
            <g stroke="var(--ink)" stroke-opacity={0.95 - index() * 0.14} stroke-width={1.5 - index() * 0.17}>
              <path d={frame(scale, 0)} />
              <path d={frame(scale, door.casing)} />
              <Show when={index() > 0}>
                <path stroke-opacity={0.5 - index() * 0.07} d={wallFoot(scale, door.casing, scales[index() - 1]!)} />
              </Show>
            </g>
          )}
        </For>
      </Show>
      {/* Not quite straight: a gradient along a line without height has no box to spread over. */}
      <path d="M0 326L300 326.02L600 326" stroke="url(#enfilade-fade)" stroke-width="1.5" />
    </svg>
  )
}

function ClosedDoor() {
  return (
    <g stroke="var(--ink)" stroke-width="1.5">
      <path d={frame(1, 0)} stroke-opacity=".9" />
      <path d={frame(1, door.casing)} stroke-opacity=".9" />
      <path d="M204 42H396V158H204zM204 186H396V304H204z" stroke-opacity=".4" />
      <circle cx="402" cy="172" r="4.5" fill="var(--accent)" stroke="none" />
    </g>
  )
}
