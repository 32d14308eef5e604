import { z } from 'zod'
import { type Scope, visible } from '#access/scope.ts'
import { submissionPaths } from '#calls/submission-paths.ts'
import { dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { listAgreements } from './agreement-store.ts'
import { type AwardDocument, awardDocuments, type DocumentLinks } from './award-documents.ts'
import type { AwardState } from './award-state-store.ts'
import { agreementPaths } from './paths.ts'

const Papers = z.object({
  actId: idColumn,
  submittedOn: dayColumn.nullable(),
  /** Once it is produced. */
  receiptFileId: idColumn.nullable(),
  interimId: idColumn.nullable(),
  interimDepositedOn: dayColumn.nullable(),
  finalId: idColumn.nullable(),
})

/** The papers of an award that the scope sees, with links to what its reader may open. */
export async function listAwardDocuments(db: Db, scope: Scope, award: AwardState, today: Day): Promise<AwardDocument[]> {
  const papers = await db.one(Papers)`
    select k.act_id as "actId", s.submitted_on as "submittedOn", s.receipt_file_id as "receiptFileId", i.id as "interimId", v.deposited_on as "interimDepositedOn", f.id as "finalId"
    from award w join action t on t.id = w.action_id
    join lateral (select d.act_id from decision d where d.award_id = w.id and d.act_id is not null order by d.decided_at desc, d.id desc limit 1) k on true
    left join action_part p on p.id = w.part_id
    left join submission s on s.application_id = p.application_id
    left join report i on i.action_id = w.action_id and i.year = w.year and i.kind = 'interim'
    left join report_deposit v on v.report_id = i.id
    left join report f on f.action_id = w.action_id and f.year = w.year and f.kind = 'final'
    where w.id = ${award.id} and ${visible('t', scope)}`
  const agreements = await listAgreements(db, scope, { funderId: award.funderId, organisationId: award.organisationId })
  const { submittedOn, interimDepositedOn } = papers
  const links = scope.function === 'porteur' ? ownLinks(award, papers) : agentLinks(award, papers, scope.organisationId)
  return awardDocuments({ award, agreements, submittedOn, interimDepositedOn, today, links })
}

function receiptOf({ applicationId }: AwardState, { receiptFileId }: z.infer<typeof Papers>): string | null {
  return applicationId && receiptFileId ? submissionPaths.receipt(applicationId) : null
}

function ownLinks(award: AwardState, papers: z.infer<typeof Papers>): DocumentLinks {
  const { id, actionId, year } = award
  return {
    receipt: receiptOf(award, papers),
    act: null,
    letter: agreementPaths.grantLetter(id),
    agreement: agreementPaths.grantAgreement,
    agreementFile: agreementPaths.grantAgreementFile,
    report: (kind) => agreementPaths.writeReport({ actionId, year, kind }),
  }
}

/** A letter is its funder's; a report opens once it is handed in. */
function agentLinks(award: AwardState, papers: z.infer<typeof Papers>, organisationId: string): DocumentLinks {
  const report = { interim: papers.interimDepositedOn ? papers.interimId : null, final: award.finalDepositedOn ? papers.finalId : null }
  return {
    receipt: receiptOf(award, papers),
    act: `/decisions/actes/${papers.actId}`,
    letter: award.funderId === organisationId ? agreementPaths.letterFile(award.id) : null,
    agreement: agreementPaths.agreement,
    agreementFile: agreementPaths.agreementFile,
    report: (kind) => (report[kind] ? agreementPaths.report(report[kind]) : null),
  }
}
