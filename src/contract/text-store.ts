import { z } from 'zod'
import { dayColumn, idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'

export const TEXT_KINDS = ['law', 'decree', 'order', 'circular', 'instruction', 'pact', 'interministerial-agreement', 'plan'] as const
export type TextKind = (typeof TEXT_KINDS)[number]

export const TEXT_KIND_NAMES = {
  law: 'Loi',
  decree: 'Décret',
  order: 'Arrêté',
  circular: 'Circulaire',
  instruction: 'Instruction',
  pact: 'Pacte',
  'interministerial-agreement': 'Convention interministérielle',
  plan: 'Contrat de plan',
} satisfies Record<TextKind, string>

const Text = z.object({
  id: idColumn,
  code: z.string(),
  kind: z.enum(TEXT_KINDS),
  number: z.string().nullable(),
  datedOn: dayColumn,
  title: z.string(),
  article: z.string().nullable(),
  effect: z.string().nullable(),
  link: z.string().nullable(),
  source: z.string(),
  citedBy: z.array(z.object({ contractCode: z.string(), contractName: z.string(), what: z.string(), passage: z.string().nullable() })),
})
export type ReferenceText = z.infer<typeof Text>

/** The register of reference texts, in the order of their dates, with what cites each (CON-08). */
export function listTexts(db: Db): Promise<ReferenceText[]> {
  return db.rows(Text)`
    select t.id, t.code, t.kind, t.number, t.dated_on as "datedOn", t.title, t.article, t.effect, t.link, t.source,
      coalesce((select json_agg(json_build_object('contractCode', x.code, 'contractName', x.name, 'passage', k.passage,
          'what', coalesce(d.title, a.title, b.name, case when k.funder_rule_id is not null then 'Règle d’un financeur' end, 'Le contrat'))
          order by x.valid_from, d.title, a.title)
        from text_citation k
        left join contract_document d on d.id = k.document_id left join annex a on a.id = k.annex_id left join body b on b.id = k.body_id
        left join funder_rule r on r.id = k.funder_rule_id
        left join contract x on x.id = coalesce(k.contract_id, d.contract_id, a.contract_id, b.contract_id,
          (select f.contract_id from contract_funder f where f.organisation_id = r.funder_id limit 1))
        where k.text_id = t.id and x.id is not null), '[]') as "citedBy"
    from reference_text t order by t.dated_on, t.code`
}

const Term = z.object({
  endsOn: dayColumn,
  knownOn: dayColumn,
  basis: z.enum(['initial', 'avenant', 'law']),
  reading: z.enum(['read', 'inferred']),
  textTitle: z.string().nullable(),
  documentTitle: z.string().nullable(),
  source: z.string(),
})
export type ContractTerm = z.infer<typeof Term>

/** Every end a contract ever had, the earliest known first: none is erased by the next (CON-01). */
export function listTerms(db: Db, contractId: string): Promise<ContractTerm[]> {
  return db.rows(Term)`
    select m.ends_on as "endsOn", m.known_on as "knownOn", m.basis, m.reading, m.source,
      nullif(concat_ws(', ', t.article, 'loi n° ' || t.number), '') as "textTitle", d.title as "documentTitle"
    from contract_term m left join reference_text t on t.id = m.text_id left join contract_document d on d.id = m.document_id
    where m.contract_id = ${contractId} order by m.known_on`
}
