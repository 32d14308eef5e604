import { tmpdir } from 'node:os'
import { expect } from 'vitest'
import { runCommand } from '#platform/commands.ts'
import type { Database } from '#platform/db.ts'
import { readEnvironment } from '#platform/environment.ts'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { anAward } from '#testing/award.ts'
import { aPart, aWorld, fictitiousSiret } from '#testing/world.ts'
import { exportProgrammingCommand } from './commands.ts'

async function run(db: Database, ...argv: string[]) {
  const said = { out: '', err: '' }
  const streams = {
    out: (text: string) => {
      said.out += text
    },
    err: (text: string) => {
      said.err += text
    },
  }
  const cwd = tmpdir()
  const code = await runCommand(exportProgrammingCommand, { argv, cwd, db, environment: readEnvironment({ DATA_DIR: cwd }), ...streams })
  return { code, ...said }
}

dbTest(
  'PRJ-08: the programming of a contract and a year comes out as CSV, a line a file and funder, its count on the error output',
  async ({ db }) => {
    const world = await aWorld(db)
    const { partId } = await aPart(db, world, { dauphinNumber: 'DA62270001' })
    await anAward(db, world, { partId, amount: euros(4000.01) })
    const { code, out, err } = await run(db, '--contract', world.contractCode, '--year', '2027')
    const siret = fictitiousSiret(11)
    const first = `1,DA62270001,Jardin nourricier,Graines de Coron,${siret},QN06201F,1.1 Lien social et accès aux droits,"1.5 Lien social, citoyenneté et participation des habitants"`
    expect(out.split('\r\n')).toEqual([
      'numero,numero_dauphin,action,porteur,siret,quartiers,orientation,theme,financeur,demande,retenu,decide,engage,paye',
      `${first},Agglomération de Lens-Liévin,2000.00,,,,`,
      `${first},"État, crédits de la politique de la ville",5000.00,4000.01,4000.01,0.00,0.00`,
      '',
    ])
    expect([code, err]).toEqual([0, '2\u00A0ligne(s) pour Lens-Liévin 2024-2030, 2027.\n'])
  },
)

dbTest(
  'an unknown contract, a year that is none or a missing option are said in French, with their exit code and nothing on the output',
  async ({ db }) => {
    await aWorld(db)
    expect(await run(db, '--contract', 'nulle-part', '--year', '2027')).toEqual({
      code: 1,
      out: '',
      err: 'Le contrat «\u00A0nulle-part\u00A0» est inconnu. Contrats connus\u00A0: lens-lievin-2024-2030.\n',
    })
    for (const [argv, said] of [
      [['--year', '2027'], 'Indiquez le contrat'],
      [['--contract', 'x', '--year', '27'], 'Indiquez l’année'],
      [['--annee', '2027'], 'Cette commande n’attend que --contract et --year.'],
    ] as const) {
      const { code, out, err } = await run(db, ...argv)
      expect([code, out, err.includes(said)]).toEqual([2, '', true])
    }
  },
)
