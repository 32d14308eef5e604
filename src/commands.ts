import { importPaymentsCommand } from '#agreement/payment-import-commands.ts'
import { importDauphinCommand } from '#calls/dauphin-commands.ts'
import { exportProgrammingCommand } from '#funding/commands.ts'
import { checkCommand } from '#overview/check-commands.ts'
import type { Execute } from '#platform/command-channel.ts'
import { type Command, chooseCommand, runCommand } from '#platform/commands.ts'
import type { Database } from '#platform/db.ts'
import type { Environment } from '#platform/environment.ts'
import { mailCommand } from '#platform/mail-command.ts'
import { exportSubsidiesCommand } from '#transparency/commands.ts'
import { demoCommand } from './demo-command.ts'
import { migrateCommand } from './migrate-command.ts'

/** Every command of `npx pilotis …` but `serve`, which is a process of its own. Each capability adds its own here. */
export const commands: readonly Command[] = [
  checkCommand,
  demoCommand,
  exportProgrammingCommand,
  exportSubsidiesCommand,
  importDauphinCommand,
  importPaymentsCommand,
  mailCommand,
  migrateCommand,
]

/** Runs a command in this process, over an open database: for a command alone, or beside the server that holds it. */
export function executeIn(environment: Environment, db: Database): Execute {
  return async ({ argv, cwd }, streams) => {
    const choice = chooseCommand(commands, argv)
    if (choice.command) return runCommand(choice.command, { argv: choice.argv, cwd, db, environment, ...streams })
    streams.out(choice.out)
    streams.err(choice.err)
    return choice.code
  }
}
