import { describe, expect, it } from 'vitest'
import { createPerson, guestName, initials, personColor } from './person.ts'

describe('person', () => {
  it('has the same colour and guest name on every peer', () => {
    expect(personColor('guest-1')).toBe(personColor('guest-1'))
    expect(guestName('guest-1', 'en')).toBe(guestName('guest-1', 'en'))
    expect(guestName('guest-1', 'zh')).toMatch(/\p{Script=Han}/u)
  })

  it('keeps a name that was given', () => {
    expect(createPerson('id', 'Ada', 'en').name).toBe('Ada')
    expect(createPerson('id', undefined, 'en').name).not.toBe('')
  })

  it('shortens Latin names to two letters and Chinese names to their last two characters', () => {
    expect(initials('Ada King Lovelace')).toBe('AL')
    expect(initials('ada')).toBe('A')
    expect(initials('欧阳小明')).toBe('小明')
  })
})
