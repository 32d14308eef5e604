import { expect, test } from 'vitest'
import { actionsCounted, agendaCounted } from './actions-counted.ts'

test.each([
  [0, '0\u00A0action'],
  [1, '1\u00A0action'],
  [28, '28\u00A0actions'],
])('%s actions are counted « %s »', (count, said) => expect(actionsCounted(count)).toBe(said))

test.each([
  [21, 21, '21\u00A0dossiers'],
  [1, 1, '1\u00A0dossier'],
  [11, 21, '11 de vos dossiers sur 21'],
  [0, 21, 'Aucun de vos dossiers sur 21'],
])('who sees %s files of an agenda of %s reads « %s »', (seen, total, said) => expect(agendaCounted(seen, total)).toBe(said))
