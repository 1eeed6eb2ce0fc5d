import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language'
import { tags } from '@lezer/highlight'

/** Where in `kind_0=Kind(args)` the reader is. */
type State = { place: 'name' | 'constructor' | 'arguments' }

/** Colours for the spatial script; what a line means is the language's business, not this one's. */
const script = StreamLanguage.define<State>({
  name: 'spatial-script',
  startState: () => ({ place: 'name' }),
  copyState: (state) => ({ ...state }),
  token(stream, state) {
    if (stream.sol()) state.place = 'name'
    if (stream.eatSpace()) return null
    if (stream.match(/^(#|\/\/).*/)) return 'comment'
    if (state.place === 'name') {
      if (stream.match(/^=/)) {
        state.place = 'constructor'
        return 'punctuation'
      }
      stream.match(/^[^=\s]+/)
      return 'variableName'
    }
    if (state.place === 'constructor') {
      if (stream.match(/^\(/)) {
        state.place = 'arguments'
        return 'punctuation'
      }
      if (stream.match(/^\w+/)) return 'typeName'
      stream.next()
      return null
    }
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) return 'string'
    if (stream.match(/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?![\w.])/i)) return 'number'
    if (stream.match(/^(?:true|false|null)\b/)) return 'bool'
    if (stream.match(/^[\p{L}_][\p{L}\p{N}_-]*(?=\s*=)/u)) return 'propertyName'
    if (stream.match(/^[\p{L}_][\p{L}\p{N}_-]*/u)) return 'string'
    stream.next()
    return 'punctuation'
  },
})

const style = HighlightStyle.define([
  { tag: tags.variableName, color: 'var(--ink-soft)' },
  { tag: tags.typeName, color: 'var(--accent-deep)', fontWeight: '600' },
  { tag: tags.number, color: '#8a4b12' },
  { tag: tags.string, color: '#3f5c8a' },
  { tag: tags.bool, color: '#7b3f7a' },
  { tag: tags.propertyName, color: 'var(--ink-faint)' },
  { tag: tags.punctuation, color: 'var(--ink-ghost)' },
  { tag: tags.comment, color: 'var(--ink-faint)', fontStyle: 'italic' },
])

export const scriptHighlighting = [script, syntaxHighlighting(style)]
