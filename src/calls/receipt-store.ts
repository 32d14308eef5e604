import { z } from 'zod'
import { wholeDatabase } from '#access/scope.ts'
import { centsColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'
import { type Cents, sumCents } from '#platform/money.ts'
import { ATTACHMENT_KINDS, ATTACHMENT_NAMES } from './attachment-kinds.ts'

const Head = z.object({
  applicationId: idColumn,
  number: z.number(),
  submittedOn: dayColumn,
  framingVersion: z.number(),
  callTitle: z.string(),
  contractName: z.string(),
  organisationName: z.string(),
  siret: z.string(),
  receiptFileId: idColumn.nullable(),
})

const PartRow = z.object({
  title: z.string(),
  year: z.number(),
  requests: z.array(z.object({ funderName: z.string(), asked: centsColumn, state: z.boolean() })),
})

/** What a receipt says. */
export interface Receipt {
  submission: z.infer<typeof Head>
  parts: (z.infer<typeof PartRow> & { asked: Cents })[]
  asked: Cents
  toState: boolean
  attachments: string[]
}

/** For the job that makes it: of any application. */
export async function findReceipt(db: Db, applicationId: string): Promise<Receipt | undefined> {
  const submission = await db.maybe(Head)`
    select s.application_id as "applicationId", s.number, s.submitted_on as "submittedOn", s.framing_version as "framingVersion",
      c.title as "callTitle", k.name as "contractName", o.name as "organisationName", o.siret, s.receipt_file_id as "receiptFileId"
    from submission s
    join application a on a.id = s.application_id
    join call c on c.id = a.call_id
    join contract k on k.id = a.contract_id
    join organisation o on o.id = a.organisation_id
    where s.application_id = ${applicationId} and ${wholeDatabase}`
  if (!submission) return undefined
  const rows = await db.rows(PartRow)`
    select p.title, p.year, coalesce((
      select json_agg(json_build_object('funderName', f.name, 'asked', r.asked_cents, 'state', k.budget_account = '74etat') order by k.position)
      from request r
      join organisation f on f.id = r.funder_id
      join contract_funder k on k.contract_id = p.contract_id and k.organisation_id = r.funder_id
      where r.part_id = p.id and r.asked_cents > 0), '[]') as requests
    from action_part p where p.application_id = ${applicationId} and ${wholeDatabase} order by p.position`
  const kinds = await db.rows(z.object({ kind: z.enum(ATTACHMENT_KINDS) }))`
    select t.kind from attachment t where t.application_id = ${applicationId} and t.removed_on is null and ${wholeDatabase} order by t.kind, t.id`
  const parts = rows.map((part) => ({ ...part, asked: sumCents(part.requests.map(({ asked }) => asked)) }))
  return {
    submission,
    parts,
    asked: sumCents(parts.map(({ asked }) => asked)),
    toState: parts.some(({ requests }) => requests.some(({ state }) => state)),
    attachments: kinds.map(({ kind }) => ATTACHMENT_NAMES[kind]),
  }
}
