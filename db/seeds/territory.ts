import type { Tx } from '#platform/db.ts'
import { fixedId } from './fixed-id.ts'
import centres from './reference/commune-centres.json' with { type: 'json' }
import communes from './reference/communes.json' with { type: 'json' }
import epcis from './reference/epci.json' with { type: 'json' }
import figures from './reference/figures.json' with { type: 'json' }
import perimeters from './reference/perimeters.json' with { type: 'json' }
import names2024 from './reference/qpv-names-2024.json' with { type: 'json' }
import qpvs2024 from './reference/qpvs.json' with { type: 'json' }
import qpvs2015 from './reference/qpvs-2015.json' with { type: 'json' }
import sectors from './reference/sectors.json' with { type: 'json' }

/** The source gives the present members, without their dates: they are all earlier than the first contract kept here. */
const MEMBER_SINCE = '2014-01-01'

/** The territory of the two contracts: one statement a table. Run again, it changes nothing. */
export async function loadTerritory(tx: Tx): Promise<void> {
  await loadCommunes(tx)
  await loadQpvs(tx)
  await loadNames(tx)
  await loadPerimeters(tx)
  await loadSectors(tx)
  await loadFigures(tx)
}

async function loadCommunes(tx: Tx): Promise<void> {
  await tx.run`insert into epci (siren, name)
    select siren, name from jsonb_to_recordset(${JSON.stringify(epcis)}::jsonb) as r(siren text, name text) on conflict do nothing`
  await tx.run`insert into commune (code, name, department_code, inhabitants)
    select code, name, "departmentCode", inhabitants
    from jsonb_to_recordset(${JSON.stringify(communes)}::jsonb) as r(code text, name text, "departmentCode" text, inhabitants integer)
    on conflict do nothing`
  await tx.run`insert into epci_commune (epci_siren, commune_code, valid_from)
    select "epciSiren", code, ${MEMBER_SINCE} from jsonb_to_recordset(${JSON.stringify(communes)}::jsonb) as r(code text, "epciSiren" text)
    where "epciSiren" is not null on conflict do nothing`
  await tx.run`update commune c set longitude = r.longitude, latitude = r.latitude
    from jsonb_to_recordset(${JSON.stringify(centres)}::jsonb) as r(code text, longitude numeric, latitude numeric)
    where c.code = r.code and c.longitude is null`
}

async function loadQpvs(tx: Tx): Promise<void> {
  const later = qpvs2024.map((one) => ({ ...one, kind: 'qpv', validTo: null }))
  const all = JSON.stringify([...later, ...qpvs2015].map((one) => ({ ...one, id: fixedId(`qpv/${one.code}`) })))
  await tx.run`
    insert into qpv (id, code, name, kind, generation, epci_siren, inhabitants, inhabitants_source, fictitious, valid_from, valid_to, source)
    select id, code, name, kind, generation, "epciSiren", inhabitants, "inhabitantsSource", fictitious, "validFrom", "validTo", source
    from jsonb_to_recordset(${all}::jsonb) as r(id uuid, code text, name text, kind text, generation integer, "epciSiren" text,
      inhabitants integer, "inhabitantsSource" text, fictitious boolean, "validFrom" date, "validTo" date, source text)
    on conflict do nothing`
  await tx.run`
    insert into qpv_commune (qpv_id, commune_code)
    select q.id, c.code from jsonb_to_recordset(${all}::jsonb) as r(code text, "communeCodes" jsonb)
    join qpv q on q.code = r.code cross join jsonb_array_elements_text(r."communeCodes") as c(code)
    on conflict do nothing`
}

/** Other names and programmes of each neighbourhood. */
async function loadNames(tx: Tx): Promise<void> {
  const all = [...qpvs2015, ...names2024]
  const aliases = all.flatMap(({ code, aliases }) => aliases.map((one) => ({ code, ...one })))
  await tx.run`insert into qpv_alias (qpv_id, name, to_confirm, source)
    select q.id, r.name, r."toConfirm", r.source
    from jsonb_to_recordset(${JSON.stringify(aliases)}::jsonb) as r(code text, name text, "toConfirm" boolean, source text)
    join qpv q on q.code = r.code on conflict do nothing`
  const programmes = all.flatMap(({ code, programmes }) =>
    programmes.map((one) => ({ fictitious: false, ...one, code, id: fixedId(`qpv-programme/${code}/${one.programme}`) })),
  )
  await tx.run`insert into qpv_programme (id, qpv_id, programme, site_name, valid_from, valid_to, fictitious, source)
    select r.id, q.id, r.programme, r."siteName", r."validFrom", r."validTo", r.fictitious, r.source
    from jsonb_to_recordset(${JSON.stringify(programmes)}::jsonb) as r(id uuid, code text, programme text, "siteName" text,
      "validFrom" date, "validTo" date, fictitious boolean, source text)
    join qpv q on q.code = r.code on conflict do nothing`
}

async function loadPerimeters(tx: Tx): Promise<void> {
  const drawn = perimeters.map((one) => ({ ...one, id: fixedId(`qpv-perimeter/${one.code}/${one.validFrom}`) }))
  await tx.run`insert into qpv_perimeter (id, qpv_id, geometry, fictitious, valid_from, source)
    select r.id, q.id, r.geometry, r.fictitious, r."validFrom", r.source
    from jsonb_to_recordset(${JSON.stringify(drawn)}::jsonb) as r(id uuid, code text, geometry jsonb, fictitious boolean,
      "validFrom" date, source text)
    join qpv q on q.code = r.code on conflict do nothing`
}

async function loadSectors(tx: Tx): Promise<void> {
  const all = sectors.map((one) => ({ ...one, id: fixedId(`animation-sector/${one.epciSiren}/${one.name}/${one.validFrom}`) }))
  await tx.run`insert into animation_sector (id, epci_siren, name, officer, project_leads, stated_communes, valid_from, valid_to, source)
    select id, "epciSiren", name, officer, "projectLeads", "statedCommunes", "validFrom", "validTo", source
    from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as r(id uuid, "epciSiren" text, name text, officer text,
      "projectLeads" integer, "statedCommunes" integer, "validFrom" date, "validTo" date, source text)
    on conflict do nothing`
  const assigned = all.flatMap(({ communes, ...sector }) => communes.map((one) => ({ ...one, sector })))
  for (const { code, deduced, sector } of assigned) {
    await tx.run`insert into animation_sector_commune (sector_id, epci_siren, valid_from, commune_code, deduced)
      values (${sector.id}, ${sector.epciSiren}, ${sector.validFrom}, ${code}, ${deduced}) on conflict do nothing`
  }
}

async function loadFigures(tx: Tx): Promise<void> {
  const all = figures.map((one) => ({
    ...one,
    id: fixedId(`figure/${[one.subjectKind, one.subjectCode, one.indicator, one.year, one.period, one.source].join('/')}`),
  }))
  await tx.run`
    insert into figure (id, subject_kind, subject_code, indicator, label, definition, value, unit, year, period, year_inferred,
      as_printed, note, fictitious, source, place, read_on)
    select id, "subjectKind", "subjectCode", indicator, label, definition, value, unit, year, period, "yearInferred",
      "asPrinted", note, fictitious, source, place, "readOn"
    from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as r(id uuid, "subjectKind" text, "subjectCode" text, indicator text, label text,
      definition text, value numeric, unit text, year integer, period text, "yearInferred" boolean, "asPrinted" text, note text,
      fictitious boolean, source text, place text, "readOn" date)
    on conflict do nothing`
}

/** The neighbourhoods that each contract holds, once the contracts are there. */
export async function linkContractQpvs(tx: Tx, lensLievin: string): Promise<void> {
  const links = [...qpvs2024.map(({ code }) => ({ code, contractCode: lensLievin })), ...qpvs2015]
  await tx.run`insert into contract_qpv (contract_id, qpv_id)
    select c.id, q.id from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as r(code text, "contractCode" text)
    join contract c on c.code = r."contractCode" join qpv q on q.code = r.code on conflict do nothing`
}
