export type { Answer } from './answer.ts'
export { type CopilotRequest, type CopilotResult, runRequest } from './run-request.ts'
export type { Intent, Reference, RoomReference, RoomSize, SizeWish, Understanding } from './understand/intent.ts'
export { type UnderstandContext, understand } from './understand/understand.ts'
