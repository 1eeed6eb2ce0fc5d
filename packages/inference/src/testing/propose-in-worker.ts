import { parentPort, workerData } from 'node:worker_threads'
import { createLayoutModel } from '../create-layout-model.ts'

/** Proposes for the worker's data and posts the hints. */
parentPort?.postMessage(await createLayoutModel().propose(workerData))
