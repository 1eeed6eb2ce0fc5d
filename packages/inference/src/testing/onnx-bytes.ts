/** A network's description, small enough to write by hand. A text in a shape stands for any size. */
export type TinyNetwork = {
  readonly nodes: readonly {
    readonly op: string
    readonly inputs: readonly string[]
    readonly output: string
    /** Whole numbers. */
    readonly attributes?: { readonly [name: string]: number }
  }[]
  readonly inputs: { readonly [name: string]: readonly (number | string)[] }
  readonly outputs: { readonly [name: string]: readonly (number | string)[] }
}

/** The bytes of an ONNX file (protocol buffers by onnx.proto3; operators of set 16). */
export function onnxBytes({ nodes, inputs, outputs }: TinyNetwork): Uint8Array {
  const graph = [
    ...nodes.flatMap((node) => field(1, nodeBytes(node))),
    ...field(2, text('tiny')),
    ...Object.entries(inputs).flatMap(([name, shape]) => field(11, valueBytes(name, shape))),
    ...Object.entries(outputs).flatMap(([name, shape]) => field(12, valueBytes(name, shape))),
  ]
  const operators = [...field(1, []), ...number(2, 16)]
  return Uint8Array.from([...number(1, 8), ...field(7, graph), ...field(8, operators)])
}

const FLOAT = 1
const WHOLE = 2

function nodeBytes({ op, inputs, output, attributes = {} }: TinyNetwork['nodes'][number]): number[] {
  return [
    ...inputs.flatMap((name) => field(1, text(name))),
    ...field(2, text(output)),
    ...field(4, text(op)),
    ...Object.entries(attributes).flatMap(([name, value]) =>
      field(5, [...field(1, text(name)), ...number(3, value), ...number(20, WHOLE)]),
    ),
  ]
}

function valueBytes(name: string, shape: readonly (number | string)[]): number[] {
  const dims = shape.flatMap((size) => field(1, typeof size === 'number' ? number(1, size) : field(2, text(size))))
  const tensor = [...number(1, FLOAT), ...field(2, dims)]
  return [...field(1, text(name)), ...field(2, field(1, tensor))]
}

const text = (value: string): number[] => [...Buffer.from(value)]
const field = (tag: number, bytes: readonly number[]): number[] => [
  ...varint(tag * 8 + 2),
  ...varint(bytes.length),
  ...bytes,
]
const number = (tag: number, value: number): number[] => [...varint(tag * 8), ...varint(value)]

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))]
}
