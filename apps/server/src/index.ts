// Starting a server

// The HTTP side alone
export { type App, createApp } from './app.ts'
export type { Dependencies } from './dependencies.ts'
export { type Environment, EnvironmentError, readEnvironment } from './environment.ts'
export { LIMITS, type Limits } from './limits.ts'
export { ListenError, type RunningServer, type ServerOptions, startServer } from './start-server.ts'
