/** Counters since start, and gauges. Plain numbers, for `/metrics`. */
export interface Metrics {
  connections: number
  documents: number
  connectionsOpened: number
  messagesReceived: number
  updatesReceived: number
  updatesStored: number
  updatesRefused: number
  updatesKnown: number
  gaps: number
  commits: number
  updateFramesSent: number
  presenceReceived: number
  presenceKnown: number
  presenceRefused: number
  presenceFramesSent: number
  bytesSent: number
  closedForAbuse: number
  closedForLag: number
  compactions: number
}

export function createMetrics(): Metrics {
  return {
    connections: 0,
    documents: 0,
    connectionsOpened: 0,
    messagesReceived: 0,
    updatesReceived: 0,
    updatesStored: 0,
    updatesRefused: 0,
    updatesKnown: 0,
    gaps: 0,
    commits: 0,
    updateFramesSent: 0,
    presenceReceived: 0,
    presenceKnown: 0,
    presenceRefused: 0,
    presenceFramesSent: 0,
    bytesSent: 0,
    closedForAbuse: 0,
    closedForLag: 0,
    compactions: 0,
  }
}
