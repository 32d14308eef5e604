import { type Scope, visible } from '#access/scope.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { type Sql, sql } from '#platform/sql.ts'
import type { FieldValue } from './field-values.ts'
import { AGE_BANDS, type FormChoices, fieldNames } from './form-fields.ts'

/** The part of a locked draft whose typed columns follow its answers. */
export interface PartTarget {
  applicationId: string
  partId: string
  scope: Scope
  choices: FormChoices
}

type Write = (tx: Tx, of: PartTarget, value: FieldValue) => Promise<void>

const text = (value: FieldValue): string => (value.type === 'text' ? value.text : '')
const nullableText = (value: FieldValue): string | null => (value.type === 'text' ? value.text : null)
const day = (value: FieldValue): string | null => (value.type === 'day' ? value.day : null)
const amount = (value: FieldValue): number | null => (value.type === 'cents' ? value.cents : null)

const column =
  (assignment: (value: FieldValue) => Sql): Write =>
  async (tx, of, value) => {
    await tx.run`update action_part set ${assignment(value)} where id = ${of.partId} and application_id = ${of.applicationId}`
  }

/** The questions that have a column; every other answer stays an answer. */
const COLUMNS: Readonly<Record<string, Write>> = {
  title: writeTitle,
  summary: column((value) => sql`summary = ${text(value)}`),
  orientation: column((value) => sql`orientation_id = ${nullableText(value)}`),
  theme: column((value) => sql`theme_code = ${nullableText(value)}`),
  startsOn: column((value) => sql`starts_on = ${day(value)}`),
  endsOn: column((value) => sql`ends_on = ${day(value)}`),
  expectedResult: column((value) => sql`expected_result = ${text(value)}`),
  indicator: column((value) => sql`indicator = ${text(value)}`),
  indicatorTarget: column((value) => sql`indicator_target = ${text(value)}`),
  floor: column((value) => sql`floor_cents = ${amount(value)}`),
}

/** Brings the typed column or line of a field to its value; a refused text leaves none, so that it is not counted. */
export async function writePartField(tx: Tx, of: PartTarget, field: string, value: FieldValue): Promise<void> {
  const [kind = '', name = ''] = field.split(/\.(.*)/s)
  const write = COLUMNS[field] ?? GRIDS[kind]?.(name)
  if (write) await write(tx, of, value)
}

const GRIDS: Readonly<Record<string, (name: string) => Write>> = {
  qpv: (code) => (tx, of, value) => writeShare(tx, of, code, value),
  public: (name) => (tx, of, value) => writePeople(tx, of, name, value),
  axis: (code) => (tx, of, value) => writeAxis(tx, of, code, value),
  budget: (account) => (tx, of, value) => writeLine(tx, of, account, value),
  asked: (funderId) => (tx, of, value) => writeAsked(tx, of, funderId, value),
}

/** A new action takes the title of its part; a renewed one keeps its own. */
async function writeTitle(tx: Tx, of: PartTarget, value: FieldValue): Promise<void> {
  await column((given) => sql`title = ${text(given)}`)(tx, of, value)
  await tx.run`
    update action t set title = ${text(value)} from action_part p, application a
    where p.id = ${of.partId} and a.id = p.application_id and t.id = p.action_id and not p.renewed and ${visible('a', of.scope)}`
}

async function writeShare(tx: Tx, of: PartTarget, code: string, value: FieldValue): Promise<void> {
  const qpv = of.choices.qpvs.find((each) => each.code === code)
  if (!qpv) return
  if (value.type === 'share') {
    await tx.run`
      insert into part_territory (part_id, qpv_id, share) values (${of.partId}, ${qpv.id}, ${value.share})
      on conflict (part_id, qpv_id) do update set share = excluded.share`
  } else {
    await tx.run`
      delete from part_territory t using action_part p, application a
      where t.part_id = ${of.partId} and t.qpv_id = ${qpv.id} and p.id = t.part_id and a.id = p.application_id and ${visible('a', of.scope)}`
  }
}

async function writeAxis(tx: Tx, of: PartTarget, code: string, value: FieldValue): Promise<void> {
  const axis = of.choices.axes?.find((each) => each.code === code)
  if (!axis) return
  if (value.type === 'text') {
    await tx.run`insert into part_axis (part_id, axis_id) values (${of.partId}, ${axis.id}) on conflict do nothing`
  } else {
    await tx.run`
      delete from part_axis x using action_part p, application a
      where x.part_id = ${of.partId} and x.axis_id = ${axis.id} and p.id = x.part_id and a.id = p.application_id and ${visible('a', of.scope)}`
  }
}

async function writePeople(tx: Tx, of: PartTarget, name: string, value: FieldValue): Promise<void> {
  const people = value.type === 'count' ? value.count : 0
  const band = AGE_BANDS.find((each) => isPeopleOf(`public.${name}`, each))
  if (band === undefined) return
  const [women, men] = name.endsWith('.women') ? [people, 0] : [0, people]
  const kept = name.endsWith('.women') ? sql`women = excluded.women` : sql`men = excluded.men`
  await tx.run`
    insert into part_public (part_id, age_band, women, men) values (${of.partId}, ${band}, ${women}, ${men})
    on conflict (part_id, age_band) do update set ${kept}`
}

function isPeopleOf(field: string, band: (typeof AGE_BANDS)[number]): boolean {
  return field === fieldNames.people(band, 'women') || field === fieldNames.people(band, 'men')
}

async function writeLine(tx: Tx, of: PartTarget, account: string, value: FieldValue): Promise<void> {
  if (value.type === 'cents') {
    await tx.run`
      insert into budget_line (budget_id, account, amount_cents)
      select b.id, ${account}::text, ${value.cents}::bigint from budget b where b.part_id = ${of.partId} and b.version = 1
      on conflict (budget_id, account) do update set amount_cents = excluded.amount_cents`
  } else {
    await tx.run`
      delete from budget_line l using budget b, action_part p, application a
      where l.budget_id = b.id and l.account = ${account} and b.part_id = ${of.partId} and b.version = 1
        and p.id = b.part_id and a.id = p.application_id and ${visible('a', of.scope)}`
  }
}

async function writeAsked(tx: Tx, of: PartTarget, funderId: string, value: FieldValue): Promise<void> {
  if (value.type === 'cents') {
    await tx.run`
      insert into request (id, part_id, application_id, funder_id, asked_cents)
      values (${newId()}, ${of.partId}, ${of.applicationId}, ${funderId}, ${value.cents})
      on conflict (part_id, funder_id) do update set asked_cents = excluded.asked_cents`
  } else {
    await tx.run`
      delete from request r using application a
      where r.part_id = ${of.partId} and r.funder_id = ${funderId} and a.id = r.application_id and ${visible('a', of.scope)}`
  }
}
