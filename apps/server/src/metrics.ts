import type { Dependencies } from './dependencies.ts'
import type { RequestCounts } from './middleware/log-requests.ts'

/** Everything worth watching, in the text format of Prometheus. */
export function writeMetrics({ sync, documents, copilot }: Dependencies, { requests }: RequestCounts): string {
  const lines: string[] = []
  const add = (name: string, value: number, labels = '') => lines.push(`enfilade_${name}${labels} ${value}`)
  for (const [name, value] of Object.entries(sync.metrics())) {
    if (typeof value === 'number') add(`sync_${toSnakeCase(name)}`, value)
  }
  for (const [key, value] of requests) {
    const [method, status] = key.split(' ')
    add('http_requests_total', value, `{method="${method}",status="${status}"}`)
  }
  for (const [name, pool] of Object.entries({ documents, copilot })) {
    const { running, waiting } = pool.load()
    add('tasks_running', running, `{kind="${name}"}`)
    add('tasks_waiting', waiting, `{kind="${name}"}`)
  }
  const { rss, heapUsed } = process.memoryUsage()
  add('process_resident_memory_bytes', rss)
  add('process_heap_used_bytes', heapUsed)
  add('process_uptime_seconds', Math.round(process.uptime()))
  return `${lines.join('\n')}\n`
}

function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
