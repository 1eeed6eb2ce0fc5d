/** One or several acceptable categories, or a category with looks. */
export type What = string | readonly string[] | WhatWith
export type WhatWith = {
  readonly is: string | readonly string[]
  readonly color?: string
  readonly material?: string
  readonly shape?: string
  readonly style?: string
}

export type Span = { readonly min?: number; readonly max?: number }
export type CountSpan = Span & { readonly exact?: number }

/** A checkable thing that the words of a request say. */
export type Expectation =
  | ({ readonly type: 'count'; readonly what: What; readonly room?: string } & CountSpan)
  | { readonly type: 'absent'; readonly what: What; readonly room?: string }
  | { readonly type: 'only'; readonly what: What | readonly What[] }
  | {
      readonly type: 'relation'
      readonly what: What
      readonly relation: string
      readonly to: What
      readonly and?: What
      readonly distance?: Span
      readonly every?: boolean
      readonly room?: string
    }
  | {
      readonly type: 'building'
      readonly what: What
      readonly relation: string
      readonly distance?: Span
      readonly wall?: string
      readonly every?: boolean
      readonly room?: string
    }
  | ({ readonly type: 'attribute'; readonly what: What; readonly every?: boolean; readonly room?: string } & Looks)
  | {
      readonly type: 'room'
      readonly roomType: string | readonly string[]
      readonly count?: CountSpan
      readonly area?: Span
    }
  | ({ readonly type: 'total-area' } & Span)
  | { readonly type: 'adjacent'; readonly rooms: readonly [string, string] }
  | {
      readonly type: 'outline'
      readonly shape?: string
      readonly size?: readonly [number, number]
      readonly area?: Span
      readonly corners?: number
      readonly room?: string
    }
  | ({ readonly type: 'openings'; readonly kind: string; readonly wall?: string; readonly room?: string } & CountSpan)
  | { readonly type: 'furnished'; readonly room?: string; readonly min: number }
  | { readonly type: 'unmet'; readonly mentions: string | readonly string[] }
  | { readonly type: 'moved' | 'kept'; readonly what: What; readonly every?: boolean }
  | { readonly type: 'others-kept'; readonly except: What | readonly What[] }
  | {
      readonly type: 'resized'
      readonly what: What
      readonly axis?: 'width' | 'depth' | 'height'
      readonly direction?: 'bigger' | 'smaller'
      readonly to?: number
    }
  | { readonly type: 'turned'; readonly what: What; readonly by?: number }
  | { readonly type: 'state'; readonly what: What; readonly on?: boolean; readonly open?: number | boolean }

export type Looks = {
  readonly color?: string
  readonly material?: string
  readonly shape?: string
  readonly style?: string
  readonly width?: Span
  readonly depth?: Span
  readonly height?: Span
  readonly length?: Span
  readonly seats?: CountSpan
  readonly on?: boolean
}

export type BenchRequest = {
  readonly id: string
  readonly language: 'en' | 'zh'
  readonly voice: string
  readonly prompt: string
  /** A fixture's name; absent: an empty space. */
  readonly scene?: string
  readonly options?: { readonly density?: 'sparse' | 'normal' | 'full'; readonly people?: string }
  readonly expect: readonly Expectation[]
}

/** One request a line. Throws with the line's number where one is no request. */
export function parseRequests(text: string, name: string): BenchRequest[] {
  return text
    .split('\n')
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, number }) => {
      const request = JSON.parse(line) as BenchRequest
      if (!request.id || !request.prompt || !Array.isArray(request.expect) || request.expect.length === 0)
        throw new TypeError(`${name}:${number}: a request needs id, prompt and expect`)
      return request
    })
}
