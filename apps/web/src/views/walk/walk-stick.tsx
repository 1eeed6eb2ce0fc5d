import { createSignal, Show } from 'solid-js'

const reach = 36

/** A stick for thumbs, shown where the main pointer is a finger. */
export function WalkStick(props: { onMove: (x: number, y: number) => void }) {
  const [knob, setKnob] = createSignal<readonly [number, number]>([0, 0])
  const isCoarse = globalThis.matchMedia?.('(pointer: coarse)').matches ?? false
  let active: number | undefined

  const move = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    if (active !== event.pointerId) return
    const box = event.currentTarget.getBoundingClientRect()
    const x = event.clientX - box.left - box.width / 2
    const y = event.clientY - box.top - box.height / 2
    const length = Math.max(Math.hypot(x, y), reach)
    const [kx, ky] = [(x / length) * reach, (y / length) * reach]
    setKnob([kx, ky])
    props.onMove(kx / reach, -ky / reach)
  }
  const end = () => {
    active = undefined
    setKnob([0, 0])
    props.onMove(0, 0)
  }
  return (
    <Show when={isCoarse}>
      <div
        class="walk-stick"
        data-control
        on:pointerdown={(event) => {
          active = event.pointerId
          event.currentTarget.setPointerCapture(event.pointerId)
          move(event as PointerEvent & { currentTarget: HTMLElement })
        }}
        on:pointermove={(event) => move(event as PointerEvent & { currentTarget: HTMLElement })}
        on:pointerup={end}
        on:pointercancel={end}
      >
        <span style={{ translate: `${knob()[0]}px ${knob()[1]}px` }} />
      </div>
    </Show>
  )
}
