import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readEnvironment } from './environment.ts'
import { Refusal } from './errors.ts'
import { readSecret } from './secret.ts'

const folder = mkdtempSync(join(tmpdir(), 'pilotis-environment-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the environment', () => {
  test('may be empty: the embedded database beside the program, on port 3000', () => {
    expect(readEnvironment({}, '/opt/pilotis')).toEqual({
      port: 3000,
      databaseUrl: undefined,
      databaseReplicaUrl: undefined,
      dataDir: '/opt/pilotis/data',
      publicUrl: 'http://localhost:3000',
      secret: undefined,
      smtpUrl: undefined,
      oidc: undefined,
    })
  })

  test('treats an empty variable as an absent one', () => {
    expect(readEnvironment({ PORT: '', DATABASE_URL: '', SECRET: '' }, '/p')).toEqual(readEnvironment({}, '/p'))
  })

  test('gives the public address without its final slash, and follows the port without one', () => {
    expect(readEnvironment({ PUBLIC_URL: 'https://pilotis.exemple.fr/' }).publicUrl).toBe('https://pilotis.exemple.fr')
    expect(readEnvironment({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080')
  })

  test('reads OpenID Connect when its three variables are there', () => {
    const given = { OIDC_ISSUER: 'https://fournisseur.exemple', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' }
    expect(readEnvironment(given).oidc).toEqual({ issuer: 'https://fournisseur.exemple', clientId: 'a', clientSecret: 'b' })
  })

  test.each([
    { given: { PORT: '65535' }, port: 65_535 },
    { given: { PORT: '0' }, port: 0 },
  ])('accepts $given', ({ given, port }) => {
    expect(readEnvironment(given).port).toBe(port)
  })

  test.each([
    { given: { PORT: '65536' }, named: 'PORT doit être un nombre entier' },
    { given: { PORT: '-1' }, named: 'PORT doit être un nombre entier' },
    { given: { PORT: 'trois mille' }, named: 'PORT doit être un nombre entier' },
    { given: { DATABASE_URL: 'mysql://serveur/base' }, named: 'DATABASE_URL doit être une adresse de la forme postgres://' },
    { given: { DATABASE_REPLICA_URL: 'serveur' }, named: 'DATABASE_REPLICA_URL doit être' },
    { given: { PUBLIC_URL: 'pilotis.exemple.fr' }, named: 'PUBLIC_URL doit être' },
    { given: { SECRET: 'x'.repeat(31) }, named: 'SECRET doit compter au moins 32 caractères' },
    { given: { SMTP_URL: 'http://serveur' }, named: 'SMTP_URL doit être' },
    { given: { DATA_DIR: 'a\0b' }, named: 'DATA_DIR ne doit pas contenir' },
    { given: { OIDC_CLIENT_ID: 'seul' }, named: 'OIDC_ISSUER, OIDC_CLIENT_ID et OIDC_CLIENT_SECRET vont ensemble' },
  ])('refuses $given in one sentence that names the variable', ({ given, named }) => {
    expect(() => readEnvironment(given)).toThrow(Refusal)
    expect(() => readEnvironment(given)).toThrow(named)
  })

  test('never repeats a refused value, which may be a password', () => {
    const refusal = (given: Record<string, string>): string => {
      try {
        return JSON.stringify(readEnvironment(given))
      } catch (error) {
        return String(error)
      }
    }
    expect(refusal({ SECRET: 'azertyuiop' })).toContain('SECRET')
    expect(refusal({ SECRET: 'azertyuiop' })).not.toContain('azertyuiop')
  })
})

describe('the secret', () => {
  test('is the one given', () => {
    expect(readSecret({ secret: 'x'.repeat(32), dataDir: '/nowhere' })).toBe('x'.repeat(32))
  })

  test('is made once, for our eyes only, and kept', () => {
    const dataDir = join(folder, 'fresh')
    const made = readSecret({ secret: undefined, dataDir })
    expect(made.length).toBeGreaterThanOrEqual(32)
    expect(readSecret({ secret: undefined, dataDir })).toBe(made)
    expect(readFileSync(join(dataDir, 'secret'), 'utf8').trim()).toBe(made)
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
  })

  test('that was emptied is refused, not silently replaced', () => {
    writeFileSync(join(folder, 'secret'), '')
    expect(() => readSecret({ secret: undefined, dataDir: folder })).toThrow('ne contient plus le secret')
  })
})
