import { expect, test } from 'vitest'
import { securityText } from './security-text.ts'

const NOW = '2026-11-20T10:00:00.000Z'
const text = (contact?: string): string => securityText({ publicUrl: 'https://pilotis.example', contact, privacyPath: '/vie-privee' }, NOW)

test('the security file expires in less than a year and names its own address', () => {
  const expires = /^Expires: (.*)$/m.exec(text())?.[1] ?? ''
  expect(Date.parse(expires) - Date.parse(NOW)).toBeGreaterThan(0)
  expect(Date.parse(expires) - Date.parse(NOW)).toBeLessThan(365 * 86_400_000)
  expect(text()).toContain('Canonical: https://pilotis.example/.well-known/security.txt\n')
})

test.each([
  { contact: undefined, said: 'https://pilotis.example/vie-privee' },
  { contact: 'securite@pilotis.example', said: 'mailto:securite@pilotis.example' },
  { contact: 'https://pilotis.example/signaler', said: 'https://pilotis.example/signaler' },
  { contact: 'not an address', said: 'https://pilotis.example/vie-privee' },
  { contact: 'a@b.example\nPolicy: https://elsewhere.example', said: 'https://pilotis.example/vie-privee' },
])('a contact set to $contact is announced as $said', ({ contact, said }) => {
  expect(text(contact).split('\n')[0]).toBe(`Contact: ${said}`)
  expect(text(contact)).not.toContain('elsewhere')
})
