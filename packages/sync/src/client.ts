export { createPresenceDraft, type PresenceDraft } from './client/presence-draft.ts'
export { EnfiladeProvider, type EnfiladeProviderOptions } from './client/provider.ts'
export type { SyncState, SyncStatus } from './client/save-state.ts'
export { createThrottle, type Throttle } from './client/throttle.ts'
