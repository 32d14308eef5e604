import type { SettingCode } from '#funding/programming-setting.ts'
import { setProgrammingTarget } from '#funding/programming-setting-acts.ts'
import { day } from '#platform/day.ts'
import { accomplished, type DemoWorld, mandateOf } from './demo-world.ts'
import { fixedId } from './fixed-id.ts'

/** What the source documents say of every contract (FIN-04, FIN-06); the day of the alert is ours, and says so. */
const TARGETS: readonly { code: SettingCode; value: string; source: string }[] = [
  { code: 'employment-share', value: '0.2', source: 'Objectif de 20 % des crédits spécifiques énoncé en 2018 pour le pilier économique' },
  {
    code: 'multi-year-share',
    value: '0.5',
    source: 'La moitié des crédits sous convention pluriannuelle\u00A0: objectif énoncé à la préparation des contrats de ville',
  },
  { code: 'empty-year-alert', value: '04-30', source: 'Choix de la démonstration (fictif)' },
]

/** The project lead sets the targets of the contract on its first day. */
export async function setTargets(world: DemoWorld): Promise<void> {
  const { db, contractId } = world
  for (const { code, value, source } of TARGETS) {
    const input = { id: fixedId(`target:${code}`), contractId, code, value, validFrom: day('2024-01-01'), source }
    accomplished(await setProgrammingTarget(db, mandateOf(world, 'lead'), input, day('2025-01-06')), `set the target ${code}`)
  }
}
