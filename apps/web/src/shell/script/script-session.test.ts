import { editScript, parseScript, writeScript } from '@enfilade/language'
import { applyChange, applyOperation, createEmptyDocument, type Operation, type SceneDocument } from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import { applyTextEdits, createScriptSession, type ScriptLanguage } from './script-session.ts'

const language: ScriptLanguage = {
  write: (document) => writeScript(document),
  parse: (text) => parseScript(text, { strict: true }),
  edit: (text, before, after) => editScript(text, before, after),
}

function operate(document: SceneDocument, operation: Operation): SceneDocument {
  let next = 0
  const outcome = applyOperation(document, operation, { createId: () => `new-${next++}` })
  if (!outcome.ok) throw new Error(outcome.message)
  return applyChange(document, outcome.change)
}

const at = (x: number) => ({ x, y: 1, z: 0, yaw: 0 })
const floor = { on: 'floor' } as const

function furnished(): SceneDocument {
  const level = 'level-0'
  const size = [2, 0.9, 0.8] as const
  const base = operate(createEmptyDocument(), {
    type: 'item-added',
    item: { id: 'sofa', level, category: 'sofa', pose: at(1), size, support: floor },
  })
  return operate(base, {
    type: 'item-added',
    item: { id: 'desk', level, category: 'desk', pose: at(5), size, support: floor },
  })
}

/** Both ends as the panel joins them. */
function type(session: ReturnType<typeof createScriptSession>, document: SceneDocument, text: string): SceneDocument {
  const { change } = session.typed(text)
  const next = change ? applyChange(document, change) : document
  session.heard(next)
  return next
}

const poseOf = (document: SceneDocument, id: string) => document.get(id)?.pose as { x: number } | undefined

describe('script session', () => {
  it('turns what is typed into a change of exactly that', () => {
    const document = furnished()
    const session = createScriptSession(language, document)
    const { diagnostics, change } = session.typed(session.text.replace('Bbox(sofa,1.0', 'Bbox(sofa,2.5'))
    expect(diagnostics.filter((diagnostic) => diagnostic.severity === 'error')).toEqual([])
    expect(Object.keys(change?.updated ?? {})).toEqual(['sofa'])
    expect(change?.added).toEqual({})
    expect(change?.removed).toEqual({})
  })

  it('turns what others do into edits of exactly those places', () => {
    const document = furnished()
    const session = createScriptSession(language, document)
    const before = session.text
    const moved = operate(document, { type: 'items-moved', moves: { desk: at(6) } })
    const edits = session.heard(moved)
    expect(applyTextEdits(before, edits)).toBe(session.text)
    expect(session.text).toBe(writeScript(moved))
    expect(edits.reduce((sum, edit) => sum + edit.insert.length, 0)).toBeLessThan(before.length / 4)
  })

  it('keeps the last valid scene while the text has errors, and loses neither side', () => {
    const document = furnished()
    const session = createScriptSession(language, document)
    const broken = session.text.replace('Bbox(sofa,1.0', 'Bbox(sofa,,1.0')
    expect(session.typed(broken).change).toBeUndefined()

    const moved = operate(document, { type: 'items-moved', moves: { desk: at(6) } })
    session.heard(moved)
    expect(session.text).toContain('Bbox(sofa,,1.0')
    expect(session.text).toContain('Bbox(desk,6.0')

    const repaired = type(session, moved, session.text.replace('Bbox(sofa,,1.0', 'Bbox(sofa,3.0'))
    expect(poseOf(repaired, 'sofa')?.x).toBeCloseTo(3)
    expect(poseOf(repaired, 'desk')?.x).toBeCloseTo(6)
  })

  it('settles: hearing one’s own change edits nothing', () => {
    const document = furnished()
    const session = createScriptSession(language, document)
    const text = session.text.replace('Bbox(sofa,1.0', 'Bbox(sofa,2.5')
    const { change } = session.typed(text)
    session.heard(applyChange(document, change!))
    expect(session.text).toBe(text)
  })

  it('takes a deleted line for a deleted thing', () => {
    const document = furnished()
    const session = createScriptSession(language, document)
    const lines = session.text.split('\n').filter((line) => !line.includes('Bbox(sofa') && !/sofa/.test(line))
    const next = type(session, document, lines.join('\n'))
    expect(next.has('sofa')).toBe(false)
    expect(next.has('desk')).toBe(true)
  })
})
