import type * as Onnx from 'onnxruntime-node'

let runtime: Promise<typeof Onnx> | undefined

/** The engine, loaded by the first network that is opened: starting a program must not cost its 20 MB library. */
export const loadRuntime = (): Promise<typeof Onnx> => {
  runtime ??= import('onnxruntime-node').then((module) =>
    'default' in module ? (module.default as typeof Onnx) : module,
  )
  return runtime
}

/** Whether the engine is in memory. */
export const isRuntimeLoaded = (): boolean => runtime !== undefined
