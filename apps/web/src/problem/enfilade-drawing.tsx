import { For, Show } from 'solid-js'

/** Half widths and heights of the doors from the nearest to the farthest, in drawing units, about the vanishing point. */
const doors = [1, 0.62, 0.405, 0.278, 0.2].map((scale) => ({ scale }))
const vanishing = { x: 300, y: 150 }
const frame = { halfWidth: 118, top: 134, bottom: 176, casing: 15 }
const room = { halfWidth: 290, top: 146, bottom: 176 }

function doorPath(scale: number): string {
  const left = vanishing.x - frame.halfWidth * scale
  const right = vanishing.x + frame.halfWidth * scale
  const top = vanishing.y - frame.top * scale
  const bottom = vanishing.y + frame.bottom * scale
  return `M${left} ${bottom}V${top}H${right}V${bottom}`
}

function casingPath(scale: number): string {
  const casing = frame.casing * scale
  const left = vanishing.x - frame.halfWidth * scale - casing
  const right = vanishing.x + frame.halfWidth * scale + casing
  const top = vanishing.y - frame.top * scale - casing
  const bottom = vanishing.y + frame.bottom * scale
  return `M${left} ${bottom}V${top}H${right}V${bottom}`
}

/** Doors lined up towards a lit window; `closed`: the nearest one is shut. Our only picture. */
export function EnfiladeDrawing(props: { closed?: boolean }) {
  const far = doors.at(-1)!.scale * 0.7
  return (
    <svg class="enfilade-drawing" viewBox="0 0 600 330" fill="none" aria-hidden="true">
      <defs>
        <linearGradient id="enfilade-light" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stop-color="var(--accent)" stop-opacity=".34" />
          <stop offset="1" stop-color="var(--accent)" stop-opacity="0" />
        </linearGradient>
        <linearGradient id="enfilade-fade" x1="0" x2="1" y1="0" y2="0">
          <stop offset="0" stop-color="var(--ink)" stop-opacity="0" />
          <stop offset=".3" stop-color="var(--ink)" stop-opacity=".8" />
          <stop offset=".7" stop-color="var(--ink)" stop-opacity=".8" />
          <stop offset="1" stop-color="var(--ink)" stop-opacity="0" />
        </linearGradient>
      </defs>
      <Show when={!props.closed}>
        <path
          d={`M${vanishing.x - 18} ${vanishing.y + 20}H${vanishing.x + 18}L${vanishing.x + 150} 328H${vanishing.x - 150}Z`}
          fill="url(#enfilade-light)"
        />
      </Show>
      <path d="M8 326.500H592" stroke="url(#enfilade-fade)" stroke-width="1.4" />
      <For each={props.closed ? doors.slice(0, 1) : doors}>
        {(door, index) => (
          <g stroke="var(--ink)" stroke-opacity={0.92 - index() * 0.13} stroke-width={1.5 - index() * 0.17}>
            <path d={doorPath(door.scale)} />
            <path d={casingPath(door.scale)} />
            <Show when={!props.closed && index() < doors.length - 1}>
              {/* The room behind this door: floor and ceiling lines run to the next wall. */}
              <path
                stroke-opacity={0.34 - index() * 0.05}
                d={[-1, 1]
                  .map((side) => {
                    const next = doors[index() + 1]!.scale
                    const x = vanishing.x + side * frame.halfWidth * door.scale
                    const wall = vanishing.x + side * room.halfWidth * next * 0.62
                    const low = vanishing.y + room.bottom * door.scale
                    return `M${x} ${low}L${wall} ${vanishing.y + room.bottom * next}H${vanishing.x + side * (frame.halfWidth + frame.casing) * next}`
                  })
                  .join('')}
              />
            </Show>
          </g>
        )}
      </For>
      <Show
        when={!props.closed}
        fallback={
          <g stroke="var(--ink)" stroke-opacity=".55">
            <path d="M206 40H394V160H206zM206 188H394V306H206z" />
            <circle cx="404" cy="178" r="4.500" fill="var(--accent)" stroke="none" />
          </g>
        }
      >
        <g>
          <rect
            x={vanishing.x - frame.halfWidth * far * 0.72}
            y={vanishing.y - frame.top * far * 0.8}
            width={frame.halfWidth * far * 1.44}
            height={frame.top * far * 1.5}
            fill="var(--accent)"
            fill-opacity=".82"
          />
          <path
            d={`M${vanishing.x} ${vanishing.y - frame.top * far * 0.8}v${frame.top * far * 1.5}M${vanishing.x - frame.halfWidth * far * 0.72} ${vanishing.y - 2}h${frame.halfWidth * far * 1.44}`}
            stroke="var(--paper)"
            stroke-width="1.1"
          />
        </g>
      </Show>
    </svg>
  )
}
