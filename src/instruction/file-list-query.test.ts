import { expect, test } from 'vitest'
import { fileListHref, readFileListQuery } from './file-list-query.ts'

test('values of the address that mean nothing are left out, and never an error', () => {
  const query = {
    q: '  vélo\0 ',
    orientation: 'x',
    tri: 'rien',
    page: '-1',
    completude: 'complete',
    avis: '',
    tout: 'peut-être',
    autre: '1',
  }
  expect(readFileListQuery(query)).toEqual({ q: 'vélo', completude: 'complete' })
})

test('another filter goes back to the first page and keeps the others', () => {
  const query = readFileListQuery({ q: 'vélo', page: '3', tri: 'asked', sens: 'descending' })
  expect(fileListHref('/dossiers', query, { avis: 'en-retard' })).toBe('/dossiers?q=v%C3%A9lo&tri=asked&sens=descending&avis=en-retard')
  expect(fileListHref('/dossiers', query, { page: 4 })).toBe('/dossiers?q=v%C3%A9lo&tri=asked&sens=descending&page=4')
  expect(fileListHref('/dossiers', { q: 'vélo' }, { q: undefined })).toBe('/dossiers')
})
