/** Thread for the tests of the pool. */
import { serveTasks } from './serve-tasks.ts'

type Task = {
  type: 'echo' | 'count' | 'throw' | 'exit' | 'hoard' | 'spin' | 'until-stopped'
  value?: unknown
  to?: number
}

serveTasks<Task>((task, { report, shouldStop }) => {
  const hoard: number[][] = []
  switch (task.type) {
    case 'echo':
      return task.value
    case 'count':
      for (let count = 1; count <= task.to!; count++) report(count)
      return 'counted'
    case 'throw':
      throw new Error('thrown on purpose')
    case 'exit':
      return process.exit(1)
    case 'hoard':
      for (;;) hoard.push(new Array(100_000).fill(hoard.length))
    case 'spin':
      for (;;) hoard.length = 0
    case 'until-stopped':
      while (!shouldStop()) hoard.length = 0
      return 'stopped'
  }
})
