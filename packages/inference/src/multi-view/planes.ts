/** Pictures as networks take them: planes of floats, one after another. */
export type Planes = {
  readonly channels: number
  readonly width: number
  readonly height: number
  readonly data: Float32Array
}

/** Interleaved values to planes. @param map From a value of the picture to what the network sees. */
export function toPlanes(
  values: ArrayLike<number>,
  channels: number,
  width: number,
  height: number,
  map: (value: number, channel: number) => number,
): Planes {
  const size = width * height
  const data = new Float32Array(channels * size)
  for (let pixel = 0; pixel < size; pixel++)
    for (let channel = 0; channel < channels; channel++)
      data[channel * size + pixel] = map(values[channels * pixel + channel]!, channel)
  return { channels, width, height, data }
}

/** Each `factor` × `factor` block becomes the pixel in its middle: labels and points must not be mixed. */
export function shrink({ channels, width, height, data }: Planes, factor: number): Planes {
  if (factor === 1) return { channels, width, height, data }
  const [w, h] = [width / factor, height / factor]
  const small = new Float32Array(channels * w * h)
  const middle = Math.floor(factor / 2)
  for (let channel = 0; channel < channels; channel++)
    for (let y = 0; y < h; y++)
      for (let x = 0; x < w; x++)
        small[(channel * h + y) * w + x] = data[(channel * height + y * factor + middle) * width + x * factor + middle]!
  return { channels, width: w, height: h, data: small }
}

/** Planes to interleaved values. @param from Where the planes begin in `data`. */
export function fromPlanes(
  data: Float32Array,
  from: number,
  channels: number,
  pixels: number,
  write: (value: number, at: number, channel: number) => void,
): void {
  for (let channel = 0; channel < channels; channel++)
    for (let pixel = 0; pixel < pixels; pixel++)
      write(data[from + channel * pixels + pixel]!, channels * pixel + channel, channel)
}
