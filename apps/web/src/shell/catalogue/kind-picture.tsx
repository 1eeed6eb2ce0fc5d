import type { Kind } from '@enfilade/catalogue'
import { onCleanup, onMount } from 'solid-js'
import { rasterKind } from './raster-kind.ts'

/** Pixels a side; drawn at twice that and scaled down, which smooths the edges. */
const size = 168

const drawn = new Map<string, HTMLCanvasElement>()

function drawKind(kind: Kind): HTMLCanvasElement {
  const known = drawn.get(kind.id)
  if (known) return known
  const { width, height, data } = rasterKind(kind, size * 2)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.putImageData(new ImageData(data, width, height), 0, 0)
  drawn.set(kind.id, canvas)
  return canvas
}

/** A small picture of a kind as it stands in a room; drawn when it comes into sight, once per visit. */
export function KindPicture(props: { kind: Kind }) {
  let canvas: HTMLCanvasElement | undefined
  onMount(() => {
    const paint = () => {
      const context = canvas?.getContext('2d')
      if (!context) return
      context.imageSmoothingQuality = 'high'
      context.drawImage(drawKind(props.kind), 0, 0, size, size)
    }
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      observer.disconnect()
      paint()
    })
    observer.observe(canvas!)
    onCleanup(() => observer.disconnect())
  })
  return <canvas ref={canvas} class="kind-picture" width={size} height={size} />
}
