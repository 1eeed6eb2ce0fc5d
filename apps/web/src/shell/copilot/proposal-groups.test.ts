import { createEmptyDocument, type RawRecord, type SceneDocument } from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import type { ProposalGroup } from '../../editor/proposal.ts'
import { closeOverDependencies, groupDependencies, isChangeCurrent, mergeGroups } from './proposal-groups.ts'

const item = (id: string, support: RawRecord = { on: 'floor' }): RawRecord => ({
  kind: 'item',
  id,
  category: 'sofa',
  support,
})

function group(
  id: string,
  added: readonly RawRecord[],
  updated: ProposalGroup['change']['updated'] = {},
): ProposalGroup {
  const text = { en: id, zh: id }
  const records = Object.fromEntries(added.map((record) => [record.id as string, record]))
  return {
    id,
    title: text,
    reason: text,
    measurements: [],
    items: Object.keys(records),
    change: { added: records, removed: {}, updated },
  }
}

const desk = group('desk', [item('desk-1')])
const lamp = group('lamp', [item('lamp-1', { on: 'item', id: 'desk-1' })])
const rug = group('rug', [item('rug-1')])

describe('groups of a proposal', () => {
  it('know what they stand on', () => {
    const dependencies = groupDependencies([desk, lamp, rug])
    expect([...closeOverDependencies(['lamp'], dependencies)].sort()).toEqual(['desk', 'lamp'])
    expect([...closeOverDependencies(['desk'], dependencies, true)].sort()).toEqual(['desk', 'lamp'])
    expect([...closeOverDependencies(['rug'], dependencies, true)]).toEqual(['rug'])
  })

  it('become one change, without those that have nothing to stand on', () => {
    const document = createEmptyDocument()
    expect(mergeGroups(document, [desk, lamp])).toMatchObject({ applied: ['desk', 'lamp'], stale: [] })
    const alone = mergeGroups(document, [lamp, rug])
    expect(alone).toMatchObject({ applied: ['rug'], stale: ['lamp'] })
    expect(Object.keys(alone.change.added)).toEqual(['rug-1'])
  })

  it('are stale once somebody has changed or removed what they touch', () => {
    const document: SceneDocument = new Map([['sofa', { ...item('sofa'), size: [2, 1, 1] }]])
    const move = group('move', [], { sofa: { size: { from: [2, 1, 1], to: [3, 1, 1] } } })
    expect(isChangeCurrent(document, move.change)).toBe(true)
    expect(isChangeCurrent(new Map([['sofa', { ...item('sofa'), size: [2.5, 1, 1] }]]), move.change)).toBe(false)
    expect(isChangeCurrent(new Map(), move.change)).toBe(false)
    expect(isChangeCurrent(new Map([['desk-1', item('desk-1')]]), desk.change)).toBe(false)
  })
})
