import { expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { gridErrors, readGrid } from './opinion-grid-form.ts'

const typed = (values: Record<string, string>) => ({ values, lists: {}, files: {} })

test('only the rows that were filled are read; the others are left as they are', () => {
  const [first, second, id] = [newId(), newId(), newId()]
  const { entries, errors } = readGrid(
    typed({
      [`id.${first}`]: newId(),
      [`kind.${first}`]: '',
      [`reason.${first}`]: '  ',
      [`id.${second}`]: id,
      [`kind.${second}`]: 'reserved',
      [`reason.${second}`]: ' Coût élevé. ',
      [`amount.${second}`]: '1 500',
    }),
  )
  expect(errors).toEqual([])
  expect(entries).toEqual([{ id, requestId: second, kind: 'reserved', reason: 'Coût élevé.', proposed: euros(1_500), seenId: undefined }])
})

test('a row half filled says what lacks, beside its own field', () => {
  const [first, second] = [newId(), newId()]
  const { entries, errors } = readGrid(
    typed({
      [`id.${first}`]: newId(),
      [`reason.${first}`]: 'Sans avis.',
      [`id.${second}`]: newId(),
      [`kind.${second}`]: 'favourable',
      [`amount.${second}`]: 'beaucoup',
    }),
  )
  expect(entries).toEqual([])
  expect(errors.map(({ field }) => field)).toEqual([`kind.${first}`, `amount.${second}`, `reason.${second}`])
})

test('a field of something else, or a forged row, is no row', () => {
  expect(readGrid(typed({ 'id.tout': newId(), 'kind.tout': 'favourable', id: newId() }))).toEqual({ entries: [], errors: [] })
})

test('what the act refuses comes back beside the field of its row', () => {
  const requestId = newId()
  expect(gridErrors([{ requestId, reasons: ['after-committee', 'reason-missing'] }]).map(({ field }) => field)).toEqual([
    `kind.${requestId}`,
    `reason.${requestId}`,
  ])
})
