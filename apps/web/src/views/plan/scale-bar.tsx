import { createMemo } from 'solid-js'

const lengths = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100] as const
const longestPx = 120

/** How long a metre is at this zoom. */
export function ScaleBar(props: { scale: number }) {
  const bar = createMemo(() => {
    const length = lengths.findLast((candidate) => candidate * props.scale <= longestPx) ?? lengths[0]
    return { width: length * props.scale, text: length < 1 ? `${length * 100} cm` : `${length} m` }
  })
  return (
    <div class="plan-scale" style={{ width: `${bar().width}px` }} aria-hidden="true">
      {bar().text}
    </div>
  )
}
