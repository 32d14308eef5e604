import { expect, test } from 'vitest'
import { securityText } from './security-text.ts'

const EXPIRES = '2027-05-19T10:00:00.000Z'
const text = (contact?: string): string =>
  securityText({ publicUrl: 'https://pilotis.example', contact, privacyPath: '/vie-privee' }, EXPIRES)

test('the security file says when it expires and names its own address', () => {
  expect(text()).toContain(`Expires: ${EXPIRES}\n`)
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
