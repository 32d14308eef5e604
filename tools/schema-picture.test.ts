import { expect, test } from 'vitest'
import { freshDatabase } from '#platform/test-database.ts'
import { drawSchema, SCHEMA_PICTURE } from './schema-picture.ts'
import { readProjectFile } from './source-tree.ts'

test('the picture of the schema is that of the migrations', async () => {
  expect(readProjectFile(SCHEMA_PICTURE).text, 'run: npm run db:schema').toBe(await picture)
})

test.each([
  ['a column', 'alter table qpv add column area_m2 integer', 'area_m2 integer'],
  ['a type', 'alter table qpv alter column inhabitants type bigint', 'inhabitants bigint'],
  ['a default', 'alter table qpv alter column fictitious set default true', 'fictitious boolean not null default true'],
  ['an obligation', 'alter table qpv alter column inhabitants set not null', 'inhabitants integer not null'],
  ['a constraint', 'alter table qpv add constraint inhabited check (inhabitants > 0)', 'constraint inhabited CHECK'],
  ['an index', 'create index qpv_by_name on qpv (name)', 'CREATE INDEX qpv_by_name ON qpv'],
  [
    'a trigger',
    'create trigger qpv_is_final before delete on qpv for each row execute function refuse_change()',
    'CREATE TRIGGER qpv_is_final',
  ],
  ['a function', "create function nothing() returns integer language sql as 'select 1'", 'FUNCTION nothing()'],
  ['a table', 'create table walk (id uuid primary key)', 'create table walk'],
])('%s that is added changes the picture', async (_what, statement, expected) => {
  const before = await picture
  const after = await pictureAfter(statement)
  expect(before).not.toContain(expected)
  expect(after).toContain(expected)
})

const database = freshDatabase()
const picture = database.then(drawSchema)

class Undo extends Error {}

/** The picture with the change, which is then undone. */
async function pictureAfter(statement: string): Promise<string> {
  await picture
  let drawn = ''
  const change = (await database).transaction(async (tx) => {
    await tx.script(statement)
    drawn = await drawSchema(tx)
    throw new Undo()
  })
  await expect(change).rejects.toThrow(Undo)
  return drawn
}
