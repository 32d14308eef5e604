import { z } from 'zod'
import { dayColumn } from '#platform/columns.ts'
import { type Sql, sql } from '#platform/sql.ts'
import { OPINION_WAYS } from './opinion-timing.ts'

/** How an opinion came, column by column: spread in the schema of a row that reads {@link originColumns}. */
export const ORIGIN_COLUMNS = {
  way: z.enum(OPINION_WAYS).nullable(),
  /** Typed on the page of the link. */
  signerName: z.string().nullable(),
  signerFunction: z.string().nullable(),
  linkEmail: z.string().nullable(),
  /** The organisation of the mandate that typed it. */
  typedBy: z.string().nullable(),
  emailSentOn: dayColumn.nullable(),
  afterCommittee: z.boolean().nullable(),
} as const

/** Of the opinion of this alias, which may be absent; the caller's query carries the scope. */
export function originColumns(alias: string): Sql {
  const opinion = sql.identifier(alias)
  return sql`case when ${opinion}.link_id is not null then 'link' when ${opinion}.email_id is not null then 'email'
      when ${opinion}.id is not null then 'signed-in' end as way,
    ${opinion}.signer_name as "signerName", ${opinion}.signer_function as "signerFunction",
    (select sent.email from opinion_link sent where sent.id = ${opinion}.link_id) as "linkEmail",
    (select coalesce(typist.short_name, typist.name) from mandate typing join organisation typist on typist.id = typing.organisation_id
      where typing.id = ${opinion}.given_by) as "typedBy",
    (select proof.sent_on from opinion_email proof where proof.id = ${opinion}.email_id) as "emailSentOn",
    ${opinion}.after_committee as "afterCommittee"`
}
