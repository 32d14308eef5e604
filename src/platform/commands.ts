import type { Database } from './db.ts'
import type { Environment } from './environment.ts'
import { Refusal } from './errors.ts'

/** What a command is asked, and from where: relative paths start from `cwd`, which is not the server's folder. */
export interface CommandRequest {
  argv: string[]
  cwd: string
}

/** Where a command writes: data on `out`, everything else on `err`. */
export interface Streams {
  out(text: string): void
  err(text: string): void
}

/** `argv` holds what follows the name of the command. */
export interface CommandContext extends CommandRequest, Streams {
  db: Database
  environment: Environment
}

/** One thing that `npx pilotis …` can do. It may be run by the server: it never touches `process`. */
export interface Command {
  /** One word or several: `migrate`, `import dauphin`. */
  name: string
  /** One line of the list of commands. */
  summary: string
  /** What --help prints: the first line shows the whole call. */
  usage: string
  /** May be the first to open the data folder; any other says that there is no database yet. */
  createsDatabase?: boolean
  /** Answers the exit code: 0 when all went well. */
  run(context: CommandContext): Promise<number>
}

/** The call itself is wrong (missing argument, unknown option): the sentence, then how to ask for help; exit code 2. */
export class WrongUsage extends Refusal {
  override name = 'WrongUsage'
}

type Listed = Pick<Command, 'name' | 'summary' | 'usage'>
export type Choice<C> = { command: C; argv: string[] } | { command: undefined; code: number; out: string; err: string }

/** Which command the words name, and what is left for it; or what to print when they name none or ask for help. */
export function chooseCommand<C extends Listed>(commands: readonly C[], argv: string[]): Choice<C> {
  const [first] = argv
  if (first === undefined) return { command: undefined, code: 2, out: '', err: listing(commands) }
  if (first === '--help' || first === '-h' || first === 'help') return said(listing(commands))
  const named = commands.filter(({ name }) => startsWith(argv, name.split(' '))).sort((a, b) => b.name.length - a.name.length)[0]
  if (!named) return { command: undefined, code: 2, out: '', err: unknown(commands, argv) }
  const rest = argv.slice(named.name.split(' ').length)
  if (rest.includes('--help') || rest.includes('-h')) return said(`${named.summary}\n\nUsage\u00A0: ${named.usage}\n`)
  return { command: named, argv: rest }
}

/** Runs a command to its exit code; a refusal becomes its sentence, a bug is thrown. */
export async function runCommand(command: Command, context: CommandContext): Promise<number> {
  try {
    return await command.run(context)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    context.err(`${error.message}\n`)
    if (!(error instanceof WrongUsage)) return 1
    context.err(`Voyez «\u00A0npx pilotis ${command.name} --help\u00A0».\n`)
    return 2
  }
}

function startsWith(argv: string[], words: string[]): boolean {
  return words.every((word, index) => argv[index] === word)
}

function said(out: string): Choice<never> {
  return { command: undefined, code: 0, out, err: '' }
}

function listing(commands: readonly Listed[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)
  return `Usage\u00A0: npx pilotis COMMANDE …\n\nCommandes\u00A0:\n${lines.join('\n')}\n\nChacune s’explique par --help.\n`
}

function unknown(commands: readonly Listed[], argv: string[]): string {
  const near = commands.filter(({ name }) => name.split(' ')[0] === argv[0]).map(({ name }) => `«\u00A0${name}\u00A0»`)
  const said = near.length > 0 ? argv.slice(0, 2).join(' ') : argv[0]
  const hint = near.length > 0 ? `Voulez-vous dire ${near.join(' ou ')}\u202F?` : 'La liste s’obtient par «\u00A0npx pilotis --help\u00A0».'
  return `Commande inconnue\u00A0: ${said}. ${hint}\n`
}
