import { describe, expect } from 'vitest'
import { z } from 'zod'
import { addDays } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { listMails } from '#platform/mail.ts'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { aPart, aWorld, fictitiousSiret, TODAY, type World } from '#testing/world.ts'
import { listAskedOf } from './my-opinions-store.ts'
import { askOpinions } from './opinion-acts.ts'
import { markExamined } from './opinion-giving-store.ts'
import { giveByLink, MOST_MISSES, openLink, revokeLink, scopeOf } from './opinion-link-acts.ts'
import { listLinks } from './opinion-link-store.ts'
import { listOpinions, listReplacedOpinions } from './opinion-store.ts'

const DUE = addDays(TODAY, 21)
const EMAIL = 'avis@bailleur.example'
const IP = '192.0.2.7'

/** A landlord without any account, asked by a link about two files. */
async function askedByLink(
  db: Db,
): Promise<{ world: World; landlord: string; parts: { applicationId: string; partId: string }[]; token: string }> {
  const world = await aWorld(db)
  const landlord = newId()
  const siret = fictitiousSiret(71)
  await db.run`insert into organisation (id, siret, name, legal_form, fictitious) values (${landlord}, ${siret}, 'Habitat des Deux Terrils', 'landlord', true)`
  const parts = [await aPart(db, world, { title: 'Vélo-école' }), await aPart(db, world, { title: 'Ludothèque' })]
  const input = {
    contractId: world.contractId,
    partIds: parts.map(({ partId }) => partId),
    organisationIds: [],
    otherSiret: siret,
    linkEmail: EMAIL,
    dueOn: DUE,
    publicUrl: 'https://pilotis.example',
  }
  expect(await askOpinions(db, world.mandates.lead, input, TODAY)).toMatchObject({ done: true, value: { asked: 2, byLink: 2 } })
  return { world, landlord, parts, token: await tokenOf(db) }
}

async function tokenOf(db: Db): Promise<string> {
  const body = (await listMails(db)).find(({ recipient }) => recipient === EMAIL)?.body ?? ''
  return /\/avis\/([\w-]{32})\s/.exec(body)?.[1] ?? ''
}

async function entriesOf(db: Db, token: string) {
  const opened = await openLink(db, { token, ip: IP }, TODAY)
  if (!('link' in opened)) throw new Error(opened.state)
  const asked = await listAskedOf(db, scopeOf(opened.link), { ...opened.link, linkId: opened.link.id })
  return asked.map(({ requestId }) => ({
    id: newId(),
    requestId,
    kind: 'favourable' as const,
    reason: 'Bien implantée.',
    proposed: undefined,
    seenId: undefined,
  }))
}

const signer = { ip: IP, signerName: 'A. Exemple', signerFunction: 'Directrice d’agence' }

describe('PRJ-06: an opinion by a link, without an account', () => {
  dbTest('one mail holds one link to all the files asked; the database keeps only the hash of its token', async ({ db }) => {
    const { token } = await askedByLink(db)
    const [mail] = await listMails(db)
    expect(mail?.body).toContain('Vélo-école')
    expect(mail?.body).toContain('Ludothèque')
    expect(token).toHaveLength(32)
    const [kept] = await db.rows(z.object({ hash: z.string() }))`select token_hash as hash from opinion_link_token`
    expect(kept?.hash).not.toContain(token)
  })

  dbTest('it is given for several files at once, signed by a name and a function, and shown as such', async ({ db }) => {
    const { world, landlord, parts, token } = await askedByLink(db)
    const entries = await entriesOf(db, token)
    expect(entries).toHaveLength(2)
    expect(await giveByLink(db, { token, ...signer, entries }, TODAY)).toMatchObject({ done: true })
    const [shown] = await listOpinions(db, world.mandates.lead.scope, [parts[0]?.partId ?? ''])
    expect(shown).toMatchObject({
      organisationId: landlord,
      kind: 'favourable',
      way: 'link',
      linkEmail: EMAIL,
      signerName: 'A. Exemple',
      signerFunction: 'Directrice d’agence',
      typedBy: null,
    })
  })

  dbTest('it can be corrected by the same link; the form sent twice makes one row, and what it replaced stays', async ({ db }) => {
    const { world, parts, token } = await askedByLink(db)
    const [entry] = await entriesOf(db, token)
    if (!entry) throw new Error('asked')
    for (let time = 0; time < 2; time += 1) await giveByLink(db, { token, ...signer, entries: [entry] }, TODAY)
    const corrected = { ...entry, id: newId(), kind: 'reserved' as const, reason: 'À revoir.', seenId: entry.id }
    expect(await giveByLink(db, { token, ...signer, entries: [corrected] }, addDays(TODAY, 1))).toMatchObject({
      done: true,
      value: [{ overtook: undefined }],
    })
    const { scope } = world.mandates.lead
    expect(await listOpinions(db, scope, [parts[0]?.partId ?? ''])).toMatchObject([{ kind: 'reserved', given: 2 }])
    expect(await listReplacedOpinions(db, scope, parts[0]?.applicationId ?? '')).toMatchObject([{ kind: 'favourable', way: 'link' }])
  })

  dbTest('money stays with the funders: an organisation without an envelope proposes no amount', async ({ db }) => {
    const { token } = await askedByLink(db)
    const [first, second] = await entriesOf(db, token)
    if (!first || !second) throw new Error('asked')
    const answer = await giveByLink(db, { token, ...signer, entries: [first, { ...second, proposed: euros(500) }] }, TODAY)
    expect(answer).toEqual({ done: false, refused: [{ requestId: second.requestId, reasons: ['amount-without-money'] }] })
    const again = await entriesOf(db, token)
    expect(again).toHaveLength(2)
  })

  dbTest('a link gives nothing on a file that it does not list', async ({ db }) => {
    const { world, landlord, token } = await askedByLink(db)
    const other = await aPart(db, world, { title: 'Savonnerie' })
    const asking = {
      contractId: world.contractId,
      partIds: [other.partId],
      organisationIds: [landlord],
      dueOn: DUE,
      publicUrl: 'https://pilotis.example',
    }
    await askOpinions(db, world.mandates.lead, asking, TODAY)
    const [unlisted] = await listOpinions(db, world.mandates.lead.scope, [other.partId])
    const [entry] = await entriesOf(db, token)
    if (!entry) throw new Error('asked')
    const stolen = { ...entry, requestId: unlisted?.requestId ?? '' }
    await expect(giveByLink(db, { token, ...signer, entries: [stolen] }, TODAY)).rejects.toThrow(NotFound)
  })
})

describe('PRJ-06: a link that opens nothing', () => {
  dbTest('is revoked, expired or unknown, and gives no opinion', async ({ db }) => {
    const { world, token } = await askedByLink(db)
    const entries = await entriesOf(db, token)
    const [link] = await listLinks(db, world.contractId)
    expect(link).toMatchObject({ email: EMAIL, files: 2, given: 0, expiresOn: addDays(DUE, 15) })
    expect(await openLink(db, { token, ip: IP }, addDays(DUE, 15))).toMatchObject({ state: 'open' })
    const after = addDays(DUE, 16)
    expect(await giveByLink(db, { token, ...signer, entries }, after)).toEqual({ closed: 'expired' })
    expect(await giveByLink(db, { token: 'x'.repeat(32), ...signer, entries }, TODAY)).toEqual({ closed: 'unknown' })
    expect(await revokeLink(db, world.mandates.lead, link?.id ?? '', TODAY)).toMatchObject({ done: true })
    expect(await revokeLink(db, world.mandates.lead, link?.id ?? '', TODAY)).toEqual({ done: false, reasons: ['already-revoked'] })
    expect(await giveByLink(db, { token, ...signer, entries }, TODAY)).toEqual({ closed: 'revoked' })
  })

  dbTest('after the committee, a link is refused and says so', async ({ db }) => {
    const { parts, token } = await askedByLink(db)
    await db.transaction((tx) => markExamined(tx, [parts[0]?.partId ?? ''], TODAY))
    const entries = await entriesOf(db, token)
    const answer = await giveByLink(db, { token, ...signer, entries }, TODAY)
    expect(answer).toMatchObject({ done: false, refused: [{ reasons: ['after-committee'] }] })
  })

  dbTest('tried too often from one computer, it is not even looked at', async ({ db }) => {
    await aWorld(db)
    const forged = (rank: number) => openLink(db, { token: `forged-${rank}`, ip: IP }, TODAY)
    for (let rank = 0; rank < MOST_MISSES; rank += 1) expect(await forged(rank)).toEqual({ state: 'unknown' })
    expect(await forged(MOST_MISSES)).toEqual({ state: 'too-many' })
    expect(await openLink(db, { token: 'forged', ip: '192.0.2.8' }, TODAY)).toEqual({ state: 'unknown' })
  })

  dbTest('a link is for one organisation, and for one that the program knows', async ({ db }) => {
    const world = await aWorld(db)
    const { partId } = await aPart(db, world)
    const { region, caf } = world.organisations
    const asking = { contractId: world.contractId, partIds: [partId], dueOn: DUE, publicUrl: 'https://pilotis.example', linkEmail: EMAIL }
    const { lead } = world.mandates
    expect(await askOpinions(db, lead, { ...asking, organisationIds: [region, caf] }, TODAY)).toEqual({
      done: false,
      reasons: ['link-for-one'],
    })
    expect(await askOpinions(db, lead, { ...asking, organisationIds: [], otherSiret: fictitiousSiret(999) }, TODAY)).toEqual({
      done: false,
      reasons: ['unknown-siret'],
    })
    expect(await listMails(db)).toEqual([])
  })
})
