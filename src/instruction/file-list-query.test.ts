import { expect, test } from 'vitest'
import { fileListHref, readFileListQuery } from './file-list-query.ts'

test('values of the address that mean nothing are left out, and never an error', () => {
  const address = new URLSearchParams('q=++vélo%00+&orientation=x&tri=rien&page=-1&completude=complete&avis=&taille=peut-être&autre=1')
  expect(readFileListQuery(Object.fromEntries(address))).toEqual({ text: 'vélo', completeness: 'complete' })
})

test('another filter goes back to the first page and keeps the others', () => {
  const query = readFileListQuery({ q: 'vélo', page: '3', tri: 'asked', sens: 'descending' })
  expect(fileListHref('/dossiers', query, { missing: 'en-retard' })).toBe('/dossiers?q=v%C3%A9lo&avis=en-retard&tri=asked&sens=descending')
  expect(fileListHref('/dossiers', query, { page: 4 })).toBe('/dossiers?q=v%C3%A9lo&tri=asked&sens=descending&page=4')
  expect(fileListHref('/dossiers', { text: 'vélo' }, { text: undefined })).toBe('/dossiers')
})
