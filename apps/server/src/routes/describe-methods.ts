/** What the API's registry holds of a route; the rest of its definitions has no `route`. */
type Definition = { type: string; route?: { method: string; path: string } }

/** @returns A function that gives the methods that the routes at a path have, in alphabetical order; none: no route. */
export function describeMethods(definitions: readonly Definition[]): (path: string) => string[] {
  const routes = definitions.flatMap(({ type, route }) => (type === 'route' && route ? [route] : []))
  const patterns = routes.map(({ method, path }) => ({
    method: method.toUpperCase(),
    pattern: new RegExp(`^${path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')}/?$`),
  }))
  return (path) => {
    const methods = patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)
    const added = methods.length > 0 ? ['OPTIONS', ...(methods.includes('GET') ? ['HEAD'] : [])] : []
    return [...new Set([...methods, ...added])].sort()
  }
}
