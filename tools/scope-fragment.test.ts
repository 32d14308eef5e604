import { expect, test } from 'vitest'
import { SCOPED_TABLES } from '#access/scoped-tables.ts'
import { OPEN_TABLES } from './open-tables.ts'
import { checkScopeFragments } from './scope-fragment.ts'
import { describeViolations, listProjectFiles, readProjectFile, readSources } from './source-tree.ts'

const TABLES = ['application', 'action_part', 'award', 'payment']
const judge = (text: string, path = 'src/calls/store.ts'): string[] =>
  checkScopeFragments({ path, text }, TABLES).map((violation) => violation.message)
const VALUE = '$' + '{id}'
const SCOPE = '$' + "{visible('a', scope)}"

test.each([
  ['a list', `db.rows(Row)\`select a.id from application a order by a.id\``, 'application'],
  ['one row by its id', `db.maybe(Row)\`select a.id from application a where a.id = ${VALUE}\``, 'application'],
  ['a row locked by an act', `tx.one(Row)\`select a.id from award a where a.id = ${VALUE} for update\``, 'award'],
  ['a join', `db.rows(Row)\`select p.id from call c join action_part p on p.call_id = c.id\``, 'action_part'],
  ['a join on several lines', `db.rows(Row)\`select 1\n from call c\n left join\n award w on true\``, 'award'],
  ['a list of tables', `db.rows(Row)\`select 1 from call c, award w where w.call_id = c.id\``, 'award'],
  ['a fragment', `sql\`exists (select 1 from payment p where p.award_id = w.id)\``, 'payment'],
  ['a change of many rows', `tx.run\`update award set closed = true where year = ${VALUE}\``, 'award'],
  ['a change by id alone', `tx.run\`update award set closed = true where id = ${VALUE}\``, 'award'],
  ['a removal by parent alone', `tx.run\`delete from payment where award_id = ${VALUE}\``, 'payment'],
  ['the fragment named in a comment only', `db.rows(Row)\`select 1 from award -- visible('a', scope)\n\``, 'award'],
  ['a function that only looks like it', `db.rows(Row)\`select 1 from award w where $${'{invisible(1)}'}\``, 'award'],
])('%s without its scope is refused', (_title, text, table) => {
  expect(judge(text)).toEqual([`reads ${table} without visible(…): anyone would see every row`])
})

test.each([
  ['a list with its scope', `db.rows(Row)\`select a.id from application a where ${SCOPE}\``],
  ['a public list', `db.rows(Row)\`select a.id from award a where $${"{published('a')}"}\``],
  ['a job, by name', `db.rows(Row)\`select a.id from award a where $${'{wholeDatabase}'}\``],
  [
    'a fragment inside a query that says who asks',
    `db.rows(Row)\`select 1 from award a where ${SCOPE} and $${'{sql`exists (select 1 from payment p)`}'}\``,
  ],
  ['a table that is not scoped', `db.rows(Row)\`select id from commune\``],
  ['a table whose name only begins alike', `db.rows(Row)\`select id from award_reason\``],
  ['a new row', `tx.run\`insert into award (id, year) values (${VALUE}, 2027)\``],
  ['a change by id and parent', `tx.run\`update award set closed = true where id = ${VALUE} and action_id = ${VALUE}\``],
  ['a removal by id and parent', `tx.run\`delete from payment where id = ${VALUE} and award_id = ${VALUE}\``],
  ['a template that is not SQL', `html\`from application\``],
])('%s is allowed', (_title, text) => {
  expect(judge(text)).toEqual([])
})

test('a test may look at whole tables', () => {
  expect(judge('db.rows(Row)`select id from award`', 'src/funding/store.test.ts')).toEqual([])
})

test('every query of src on a scoped table says who asks', () => {
  expect(describeViolations(readSources('src/').flatMap((file) => checkScopeFragments(file, SCOPED_TABLES)))).toEqual([])
})

test('every table and view is scoped or said to be open', () => {
  const migrations = listProjectFiles().filter((path) => path.startsWith('db/migrations/'))
  const tables = migrations.flatMap((path) =>
    [...readProjectFile(path).text.matchAll(/^create (?:table|view) (?:if not exists )?"?(\w+)/gm)].map((match) => match[1]),
  )
  const said: readonly (string | undefined)[] = [...SCOPED_TABLES, ...OPEN_TABLES]
  expect(tables.filter((table) => !said.includes(table))).toEqual([])
  expect(said.filter((table) => !tables.includes(table))).toEqual([])
})
