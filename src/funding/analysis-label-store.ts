import { z } from 'zod'
import { LEGAL_FORM_NAMES, LEGAL_FORMS } from '#access/legal-forms.ts'
import { MARKERS } from '#instruction/gender-tree.ts'
import { MARKER_WORDS } from '#instruction/gender-words.ts'
import type { Db } from '#platform/db.ts'
import type { AxisLabel, AxisLabels } from './analysis-view.ts'
import { ENVELOPE_KIND_WORDS } from './envelope-form.ts'

const Labelled = z.object({
  axis: z.enum(['territory', 'orientation', 'theme', 'funder']),
  key: z.string(),
  label: z.string(),
  short: z.string(),
  pillar: z.string().nullable(),
})

/** The names of what a contract is analysed by, in the order of its own lists: communes and neighbourhoods, frame, themes, funders. */
export async function listAxisLabels(db: Db, contractId: string): Promise<AxisLabels> {
  const rows = await db.rows(Labelled)`
    select 'territory' as axis, q.id::text as key, q.name || ' (' || town.names || ')' as label, q.name as short, null as pillar
    from contract_qpv cq join qpv q on q.id = cq.qpv_id
    join lateral (select string_agg(c.name, ', ' order by c.name collate "und-x-icu") as names
      from qpv_commune qc join commune c on c.code = qc.commune_code where qc.qpv_id = q.id) town on true
    where cq.contract_id = ${contractId}
    union all
    select 'orientation', f.id::text, concat_ws(' ', f.code, f.label), coalesce(f.label, f.code), f.pillar from orientation f where f.contract_id = ${contractId}
    union all
    select 'theme', t.code, t.code || ' ' || t.label, t.label, null from theme t
    union all
    select 'funder', o.id::text, f.short_name, f.short_name, null from contract_funder f join organisation o on o.id = f.organisation_id where f.contract_id = ${contractId}`
  const of = (axis: z.infer<typeof Labelled>['axis']) => labelsOf(rows.filter((row) => row.axis === axis))
  return {
    ...{ territory: of('territory'), orientation: of('orientation'), theme: of('theme'), funder: of('funder') },
    kind: fixed(Object.entries(ENVELOPE_KIND_WORDS)),
    marker: fixed(MARKERS.map((marker) => [String(marker), `${marker}\u00A0: ${MARKER_WORDS[marker].toLowerCase()}`])),
    year: fixed(YEARS.map((year) => [year, year])),
    organisationKind: fixed(LEGAL_FORMS.map((form) => [form, LEGAL_FORM_NAMES[form]])),
  }
}

/** Years name themselves; these only give them their order. */
const YEARS = Array.from({ length: 101 }, (_, rank) => String(2000 + rank))

function fixed(entries: readonly (readonly [string, string])[]): ReadonlyMap<string, AxisLabel> {
  return new Map(entries.map(([key, label], order) => [key, { label, order }]))
}

const inFrench = new Intl.Collator('fr', { numeric: true })

function labelsOf(rows: readonly z.infer<typeof Labelled>[]): ReadonlyMap<string, AxisLabel> {
  const sorted = rows[0]?.axis === 'funder' ? rows : rows.toSorted((x, y) => inFrench.compare(x.label, y.label))
  return new Map(sorted.map(({ key, label, short, pillar }, order) => [key, { label, short, order, pillar }]))
}
