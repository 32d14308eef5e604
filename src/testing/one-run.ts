import { Client } from 'pg'

/** After the last test file, what the run made on the PostgreSQL server is dropped. */
export function setup(): () => Promise<void> {
  return async () => {
    const url = process.env['TEST_DATABASE_URL']
    if (url) await dropDatabases(url, `${process.env['PILOTIS_TEST_RUN']}_`)
  }
}

async function dropDatabases(url: string, prefix: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const made = await client.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [prefix])
    for (const { datname } of made.rows) await client.query(`drop database if exists "${datname}" with (force)`)
  } finally {
    await client.end()
  }
}
