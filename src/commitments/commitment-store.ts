import { z } from 'zod'
import { centsColumn, countColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'
import { type Sql, sql } from '#platform/sql.ts'
import type { CommitmentFilter } from './commitment-filter.ts'
import { COMMITMENT_KINDS, COMMITMENT_PILLARS, COMMITMENT_STEPS } from './commitment-words.ts'

const Amount = z.object({
  step: z.enum(COMMITMENT_STEPS),
  reading: z.enum(['read', 'inferred', 'illegible']),
  cents: centsColumn.nullable(),
  period: z.string().nullable(),
})
export type CommitmentAmount = z.infer<typeof Amount>

const CommitmentRow = z.object({
  id: idColumn,
  code: z.string(),
  contractCode: z.string().nullable(),
  contractName: z.string().nullable(),
  setting: z.string(),
  partner: z.string(),
  pillar: z.enum(COMMITMENT_PILLARS),
  theme: z.string(),
  title: z.string(),
  kind: z.enum(COMMITMENT_KINDS).nullable(),
  kindStated: z.boolean(),
  period: z.string().nullable(),
  target: z.string().nullable(),
  deadline: z.string().nullable(),
  indicator: z.string().nullable(),
  condition: z.string().nullable(),
  territory: z.string().nullable(),
  status: z.string().nullable(),
  validFrom: dayColumn,
  sourceDocument: z.string(),
  sourceLines: z.string(),
  note: z.string().nullable(),
  amounts: z.array(Amount),
  measures: z.array(z.object({ number: z.number(), title: z.string() })),
})
/** What a partner promised, as the document says it. */
export type Commitment = z.infer<typeof CommitmentRow>

/** The commitments that a filter keeps, by partner, in the order of the document. */
export function listCommitments(db: Db, filter: CommitmentFilter): Promise<Commitment[]> {
  return select(db, conditionOf(filter))
}

export async function findCommitment(db: Db, code: string): Promise<Commitment | undefined> {
  const [found] = await select(db, sql`m.code = ${code}`)
  return found
}

function select(db: Db, condition: Sql): Promise<Commitment[]> {
  return db.rows(CommitmentRow)`
    select m.id, m.code, c.code as "contractCode", c.name as "contractName", m.setting, m.partner, m.pillar, m.theme, m.title, m.kind,
      m.kind_stated as "kindStated", m.period, m.target, m.deadline, m.indicator, m.condition, m.territory, m.status,
      m.valid_from as "validFrom", m.source_document as "sourceDocument", m.source_lines as "sourceLines", m.note,
      coalesce((select json_agg(json_build_object('step', a.step, 'reading', a.reading, 'cents', a.amount_cents, 'period', a.period)
        order by array_position(array['declared', 'voted', 'observed'], a.step))
        from commitment_amount a where a.commitment_id = m.id), '[]') as amounts,
      coalesce((select json_agg(json_build_object('number', n.number, 'title', n.title) order by n.number)
        from commitment_measure l join measure n on n.number = l.measure_number where l.commitment_id = m.id), '[]') as measures
    from commitment m left join contract c on c.id = m.contract_id
    where ${condition}
    order by m.partner collate "und-x-icu", m.code`
}

function conditionOf(filter: CommitmentFilter): Sql {
  const { contract, partner, pillar, kind, theme, measurable } = filter
  const all: Sql[] = []
  if (contract === 'hors-contrat') all.push(sql`m.contract_id is null`)
  else if (contract !== 'tous') all.push(sql`c.code = ${contract}`)
  if (partner !== '') all.push(sql`m.partner = ${partner}`)
  if (pillar !== '') all.push(sql`m.pillar = ${pillar}`)
  if (kind === 'inconnue') all.push(sql`m.kind is null`)
  else if (kind !== '') all.push(sql`m.kind = ${kind}`)
  if (theme !== '') all.push(sql`m.theme = ${theme}`)
  if (measurable !== '') all.push(sql`${MEASURABLE} = ${measurable === 'oui'}`)
  return sql.join(all, ' and ', 'true')
}

/** The rule of measurable.ts, where the list is narrowed. */
const MEASURABLE = sql`(coalesce(m.target, '') <> '' or coalesce(m.indicator, '') <> '' or coalesce(m.deadline, '') <> ''
  or exists (select 1 from commitment_amount a where a.commitment_id = m.id and a.amount_cents is not null))`

const Choices = z.object({ partners: z.array(z.string()), themes: z.array(z.string()) })

/** The partners and themes of a contract, for its filters. */
export function getCommitmentChoices(db: Db, contract: string): Promise<z.infer<typeof Choices>> {
  const among = conditionOf({ contract, partner: '', pillar: '', kind: '', theme: '', measurable: '' })
  return db.one(Choices)`
    with known as (select m.partner, m.theme from commitment m left join contract c on c.id = m.contract_id where ${among})
    select coalesce((select json_agg(p.partner order by p.partner collate "und-x-icu") from (select distinct partner from known) p), '[]') as partners,
      coalesce((select json_agg(t.theme order by t.theme collate "und-x-icu") from (select distinct theme from known) t), '[]') as themes`
}

const Contribution = z.object({ partner: z.string(), count: countColumn, measurable: countColumn })
export type Contribution = z.infer<typeof Contribution>

/** How many commitments each partner took, and how many can be measured; of a contract, or of one document of it. */
export function listContributions(db: Db, by: { contractId: string; documentId?: string }): Promise<Contribution[]> {
  return db.rows(Contribution)`
    select m.partner, count(*) as count, count(*) filter (where ${MEASURABLE}) as measurable
    from commitment m
    where m.contract_id = ${by.contractId} and (${by.documentId ?? null}::uuid is null or m.document_id = ${by.documentId ?? null})
    group by m.partner order by m.partner collate "und-x-icu"`
}

const Figure = z.object({
  code: z.string(),
  payer: z.string(),
  purpose: z.string(),
  territory: z.string(),
  year: z.string().nullable(),
  kind: z.string(),
  reading: z.enum(['read', 'unsaid', 'illegible']),
  amount: centsColumn.nullable(),
  sourceDocument: z.string(),
  sourceLines: z.string(),
  note: z.string().nullable(),
})
export type StatedFigure = z.infer<typeof Figure>

/** Amounts printed in the documents; one that cannot be read is null, and nothing sums them: their years and objects differ. */
export function listStatedFigures(db: Db): Promise<StatedFigure[]> {
  return db.rows(Figure)`
    select code, payer, purpose, territory, year, kind, reading, amount_cents as amount, source_document as "sourceDocument",
      source_lines as "sourceLines", note
    from stated_figure order by territory collate "und-x-icu", payer collate "und-x-icu", code`
}
