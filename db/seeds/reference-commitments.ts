import type { Tx } from '#platform/db.ts'
import { fixedId } from './fixed-id.ts'
import commitments from './reference/commitments.json' with { type: 'json' }
import measures from './reference/measures.json' with { type: 'json' }
import figures from './reference/stated-figures.json' with { type: 'json' }
import { contractIdOf, documentIdOf } from './reference-contract.ts'

/** The day of the table of measures: that of the circular it is annexed to. */
const MEASURES_KNOWN_ON = '2019-01-22'

/** What partners promised, the figures of the documents, the 40 measures: one statement a table. Run again, it changes nothing. */
export async function loadCommitments(tx: Tx): Promise<void> {
  await loadMeasures(tx)
  const rows = commitments.map((one) => ({
    ...one,
    id: fixedId(`commitment/${one.code}`),
    contractId: one.contractCode === null ? null : contractIdOf(one.contractCode),
    documentId: one.protocol && one.contractCode !== null ? documentIdOf(one.contractCode, 'protocol') : null,
  }))
  await tx.run`insert into commitment (id, code, contract_id, document_id, setting, partner, pillar, theme, title, kind, kind_stated, period,
      target, deadline, indicator, condition, territory, status, valid_from, source_document, source_lines, note)
    select id, code, "contractId", "documentId", setting, partner, pillar, theme, title, kind, "kindStated", period,
      target, deadline, indicator, condition, territory, status, "validFrom", "sourceDocument", "sourceLines", note
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, code text, "contractId" uuid, "documentId" uuid, setting text,
      partner text, pillar text, theme text, title text, kind text, "kindStated" boolean, period text, target text, deadline text,
      indicator text, condition text, territory text, status text, "validFrom" date, "sourceDocument" text, "sourceLines" text, note text)
    on conflict do nothing`
  const amounts = rows.flatMap((row) => (row.amount === null ? [] : [{ ...row, ...row.amount }]))
  await tx.run`insert into commitment_amount (commitment_id, step, reading, amount_cents, period, source_document, source_lines)
    select id, step, reading, cents, period, "sourceDocument", "sourceLines"
    from jsonb_to_recordset(${JSON.stringify(amounts)}::jsonb) as r(id uuid, step text, reading text, cents bigint, period text,
      "sourceDocument" text, "sourceLines" text) on conflict do nothing`
  const links = rows.flatMap(({ id, measures: numbers }) => numbers.map((number) => ({ id, number })))
  await tx.run`insert into commitment_measure (commitment_id, measure_number)
    select id, number from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as r(id uuid, number int) on conflict do nothing`
  await loadFigures(tx)
}

async function loadFigures(tx: Tx): Promise<void> {
  const rows = figures.map((one) => ({ id: fixedId(`stated-figure/${one.code}`), ...one }))
  await tx.run`insert into stated_figure (id, code, payer, purpose, territory, year, kind, reading, amount_cents, source_document, source_lines, note)
    select id, code, payer, purpose, territory, year, kind, reading, cents, "sourceDocument", "sourceLines", note
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, code text, payer text, purpose text, territory text, year text,
      kind text, reading text, cents bigint, "sourceDocument" text, "sourceLines" text, note text) on conflict do nothing`
}

/** The 40 measures alone. */
export async function loadMeasures(tx: Tx): Promise<void> {
  const rows = measures.map((one) => ({
    id: fixedId(`measure-level/${one.number}/1`),
    levelSource: `${one.sourceDocument}, lignes ${one.sourceLines}`,
    ...one,
  }))
  await tx.run`insert into measure (number, programme, programme_legible, axis, theme, title, source_document, source_lines, note)
    select number, programme, "programmeLegible", axis, theme, title, "sourceDocument", "sourceLines", note
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(number int, programme text, "programmeLegible" boolean, axis text,
      theme text, title text, "sourceDocument" text, "sourceLines" text, note text) on conflict do nothing`
  await tx.run`insert into measure_level (id, measure_number, position, level, reading, known_on, source)
    select id, number, 1, level, reading, ${MEASURES_KNOWN_ON}::date, "levelSource"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, number int, level text, reading text, "levelSource" text)
    on conflict do nothing`
  const indicators = measures.flatMap(({ number, indicators: all }) => all.map((one, index) => ({ ...one, number, position: index + 1 })))
  await tx.run`insert into measure_indicator (measure_number, code, position, label, target)
    select number, code, position, label, target
    from jsonb_to_recordset(${JSON.stringify(indicators)}::jsonb) as r(number int, code text, position int, label text, target text)
    on conflict do nothing`
}
