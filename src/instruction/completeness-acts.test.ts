import { describe, expect } from 'vitest'
import { z } from 'zod'
import { addDays } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { listMails } from '#platform/mail.ts'
import { dbTest } from '#platform/test-database.ts'
import { aPart, aWorld, TODAY, type World } from '#testing/world.ts'
import { answerPiece, askPiece, stateCompleteness } from './completeness-acts.ts'
import { findCompleteness, listPieces } from './completeness-store.ts'

const DUE = addDays(TODAY, 7)
const PUBLIC_URL = 'https://pilotis.example'
const FILE = { hash: 'a'.repeat(64), size: 12_000, kind: 'pdf', name: 'statuts.pdf' } as const

async function aFile(db: Db): Promise<{ world: World; applicationId: string }> {
  const world = await aWorld(db)
  const { applicationId } = await aPart(db, world)
  return { world, applicationId }
}

const asking = (applicationId: string, id = newId()) => ({
  id,
  applicationId,
  label: 'Statuts signés',
  reason: 'La page des signatures manque.',
  dueOn: DUE,
  publicUrl: PUBLIC_URL,
})

const journalled = (db: Db, act: string) => db.rows(z.object({ act: z.string() }))`select act from journal where act = ${act}`

describe('completeness', () => {
  dbTest('a file is stated complete, then incomplete: the latest statement counts and both stay', async ({ db }) => {
    const { world, applicationId } = await aFile(db)
    const state = (complete: boolean, note = '') =>
      stateCompleteness(db, world.mandates.lead, { id: newId(), applicationId, complete, note }, TODAY)
    expect((await state(true)).done).toBe(true)
    expect((await state(false, 'Le budget est illisible.')).done).toBe(true)
    expect(await findCompleteness(db, world.mandates.lead.scope, applicationId)).toEqual({
      complete: false,
      note: 'Le budget est illisible.',
      statedOn: TODAY,
    })
    expect(await journalled(db, 'completeness.stated')).toHaveLength(2)
  })

  dbTest('an incomplete file without a note is refused and leaves nothing', async ({ db }) => {
    const { world, applicationId } = await aFile(db)
    const result = await stateCompleteness(db, world.mandates.state, { id: newId(), applicationId, complete: false, note: '' }, TODAY)
    expect(result).toEqual({ done: false, reasons: ['incomplete-without-note'] })
    expect(await findCompleteness(db, world.mandates.lead.scope, applicationId)).toBeUndefined()
  })

  dbTest('the same statement sent twice makes one row', async ({ db }) => {
    const { world, applicationId } = await aFile(db)
    const input = { id: newId(), applicationId, complete: true, note: '' }
    await stateCompleteness(db, world.mandates.lead, input, TODAY)
    expect((await stateCompleteness(db, world.mandates.lead, input, TODAY)).done).toBe(true)
    expect(await journalled(db, 'completeness.stated')).toHaveLength(1)
  })

  dbTest('a draft and a file that was taken back are not found', async ({ db }) => {
    const { world, applicationId } = await aFile(db)
    const draft = await aPart(db, world, { submitted: false })
    await db.run`insert into application_withdrawal (application_id, withdrawn_on, withdrawn_by, reason)
      values (${applicationId}, ${TODAY}, ${world.mandates.porteur.id}, 'Action reportée')`
    for (const id of [applicationId, draft.applicationId]) {
      const input = { id: newId(), applicationId: id, complete: true, note: '' }
      await expect(stateCompleteness(db, world.mandates.lead, input, TODAY)).rejects.toThrow(NotFound)
    }
  })
})

describe('missing pieces', () => {
  dbTest('a missing piece is asked by mail of those who act for the applicant, and of nobody else', async ({ db }) => {
    const { world, applicationId } = await aFile(db)
    expect(await askPiece(db, world.mandates.lead, asking(applicationId), TODAY)).toEqual({ done: true, value: { told: 1 } })
    const [mail, ...others] = await listMails(db)
    expect(others).toEqual([])
    expect(mail?.recipient).toBe(`${world.mandates.porteur.personId.slice(-12)}@pilotis.example`)
    expect(mail?.subject).toContain('Statuts signés')
    expect(mail?.body).toContain(`${PUBLIC_URL}/demandes/${applicationId}/pieces-demandees`)
    expect(mail?.body).toContain('La page des signatures manque.')
  })

  dbTest('the same request sent twice makes one row and one mail', async ({ db }) => {
    const { world, applicationId } = await aFile(db)
    const input = asking(applicationId)
    await askPiece(db, world.mandates.lead, input, TODAY)
    await askPiece(db, world.mandates.lead, input, TODAY)
    expect(await listPieces(db, world.mandates.lead.scope, applicationId)).toHaveLength(1)
    expect(await listMails(db)).toHaveLength(1)
  })

  dbTest('a piece due in the past is refused, and nobody is written to', async ({ db }) => {
    const { world, applicationId } = await aFile(db)
    const result = await askPiece(db, world.mandates.lead, { ...asking(applicationId), dueOn: addDays(TODAY, -1) }, TODAY)
    expect(result).toEqual({ done: false, reasons: ['past'] })
    expect(await listMails(db)).toEqual([])
  })

  dbTest('the applicant hands the piece in once; late is accepted', async ({ db }) => {
    const { world, applicationId } = await aFile(db)
    const piece = asking(applicationId)
    await askPiece(db, world.mandates.lead, piece, TODAY)
    const answer = { id: newId(), applicationId, pieceRequestId: piece.id, file: FILE }
    const day = addDays(DUE, 2)
    expect((await answerPiece(db, world.mandates.porteur, answer, day)).done).toBe(true)
    expect((await answerPiece(db, world.mandates.porteur, answer, day)).done).toBe(true)
    const again = await answerPiece(db, world.mandates.porteur, { ...answer, id: newId() }, day)
    expect(again).toEqual({ done: false, reasons: ['already-answered'] })
    const [received] = await listPieces(db, world.mandates.lead.scope, applicationId)
    expect(received).toMatchObject({ answeredOn: day, attachmentId: answer.id, fileName: 'statuts.pdf', sizeBytes: 12_000 })
  })

  dbTest('another applicant does not find the piece, nor does the act under another file', async ({ db }) => {
    const { world, applicationId } = await aFile(db)
    const other = await aPart(db, world, { organisationId: world.organisations.otherPorteur })
    const piece = asking(applicationId)
    await askPiece(db, world.mandates.lead, piece, TODAY)
    const answer = { id: newId(), applicationId, pieceRequestId: piece.id, file: FILE }
    await expect(answerPiece(db, world.mandates.otherPorteur, answer, TODAY)).rejects.toThrow(NotFound)
    const elsewhere = { ...answer, applicationId: other.applicationId }
    await expect(answerPiece(db, world.mandates.otherPorteur, elsewhere, TODAY)).rejects.toThrow(NotFound)
  })
})
