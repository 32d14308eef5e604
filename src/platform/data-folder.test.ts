import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { prepareDataFolder } from './data-folder.ts'
import { Refusal } from './errors.ts'
import { explainFailure } from './start-failure.ts'

test('the data folder is made where it is missing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pilotis-data-'))
  prepareDataFolder(join(folder, 'a', 'b'))
  expect(statSync(join(folder, 'a', 'b')).isDirectory()).toBe(true)
  rmSync(folder, { recursive: true })
})

test.each([
  { code: 'ENOSPC', said: 'Le disque est plein' },
  { code: 'EDQUOT', said: 'Le quota de disque est atteint' },
  { code: 'EACCES', said: 'n’a pas le droit d’écrire' },
  { code: 'EPERM', said: 'n’a pas le droit d’écrire' },
  { code: 'EROFS', said: 'en lecture seule' },
  { code: 'ENOTDIR', said: 'n’est pas un dossier' },
  { code: 'EEXIST', said: 'n’est pas un dossier' },
])('$code is explained in a sentence that names the folder', ({ code, said }) => {
  const explained = explainFailure(Object.assign(new Error(code), { code }), '/srv/pilotis')
  expect(explained).toBeInstanceOf(Refusal)
  expect(String(explained)).toContain(said)
  expect(String(explained)).toContain('/srv/pilotis')
})

test('a full disk is recognised under the error that hides it, as PGlite does', () => {
  const hidden = new Error('could not write', { cause: new Error('ENOSPC: no space left on device') })
  expect(explainFailure(hidden, '/srv')).toBeInstanceOf(Refusal)
})

test('a bug stays a bug', () => {
  const bug = new TypeError('undefined is not a function')
  expect(explainFailure(bug, '/srv')).toBe(bug)
})
