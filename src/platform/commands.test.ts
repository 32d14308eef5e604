import { describe, expect, test } from 'vitest'
import { type Command, type CommandContext, chooseCommand, runCommand, WrongUsage } from './commands.ts'
import { Refusal } from './errors.ts'

const command = (name: string): Command => ({ name, summary: `Fait ${name}.`, usage: `npx pilotis ${name} FICHIER`, run: async () => 0 })
const commands = ['import dauphin', 'import', 'export subventions', 'migrate'].map(command)

function printed(argv: string[]): { code: number; out: string; err: string } {
  const choice = chooseCommand(commands, argv)
  if (choice.command) throw new Error(`chose ${choice.command.name}`)
  return choice
}

describe('the command line', () => {
  test.each([
    { argv: ['migrate'], name: 'migrate', rest: [] },
    { argv: ['import', 'dauphin', 'f.xlsx', '--dry-run'], name: 'import dauphin', rest: ['f.xlsx', '--dry-run'] },
    { argv: ['import', 'autre'], name: 'import', rest: ['autre'] },
  ])('$argv names $name', ({ argv, name, rest }) => {
    const choice = chooseCommand(commands, argv)
    expect(choice.command?.name).toBe(name)
    expect('argv' in choice && choice.argv).toEqual(rest)
  })

  test.each(['--help', '-h', 'help'])('%s lists every command on the output', (word) => {
    const { code, out, err } = printed([word])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const { name, summary } of commands) expect(out).toMatch(new RegExp(`${name} +${summary}`))
  })

  test('without a word lists the commands as an error', () => {
    expect(printed([])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('migrate') })
  })

  test.each(commands)('$name explains itself by --help', ({ name, usage, summary }) => {
    const { code, out } = printed([...name.split(' '), '--help'])
    expect(code).toBe(0)
    expect(out).toContain(usage)
    expect(out).toContain(summary)
  })

  test('an unknown command is said in French on the error stream, with exit code 2', () => {
    expect(printed(['migrer'])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Commande inconnue\u00A0: migrer.') })
  })

  test('an unknown second word proposes the commands of the first', () => {
    expect(printed(['export', 'tout']).err).toContain('«\u00A0export subventions\u00A0»')
  })
})

describe('running a command', () => {
  const heard: string[] = []
  const context = { argv: [], cwd: '/', out: () => {}, err: (text: string) => heard.push(text) }
  const run = (error: Error | undefined): Promise<number> => {
    heard.length = 0
    const failing: Command = { ...command('migrate'), run: () => (error ? Promise.reject(error) : Promise.resolve(3)) }
    return runCommand(failing, context as unknown as CommandContext)
  }

  test('gives its exit code', async () => {
    expect(await run(undefined)).toBe(3)
  })

  test('a refusal is one sentence and exit code 1', async () => {
    expect(await run(new Refusal('Fichier absent.'))).toBe(1)
    expect(heard).toEqual(['Fichier absent.\n'])
  })

  test('a wrong usage is exit code 2, and says how to ask for help', async () => {
    expect(await run(new WrongUsage('Il manque --call.'))).toBe(2)
    expect(heard.join('')).toContain('npx pilotis migrate --help')
  })

  test('a bug is not hidden', async () => {
    await expect(run(new TypeError('bug'))).rejects.toThrow('bug')
  })
})
