import { callPeriod, DOOR_NAMES } from '#calls/call-period.ts'
import type { Call } from '#calls/call-store.ts'
import { callPaths } from '#calls/calls-paths.ts'
import { type Day, formatDayShort } from '#platform/day.ts'
import type { Html } from '#platform/kit/html.ts'
import { type Item, Items } from '#platform/kit/Items.tsx'
import { counted } from './words.ts'

/** The calls open or to come, each with its door and the days left. */
export function OpenCalls({ calls, today }: { calls: readonly Call[]; today: Day }): Html {
  if (calls.length === 0) return <p>Aucun appel à projets n’est ouvert aujourd’hui.</p>
  return <Items items={calls.map((call) => callItem(call, today))} />
}

function callItem(call: Call, today: Day): Item {
  const { phase, daysLeft } = callPeriod(call, today)
  const dates = `du ${formatDayShort(call.opensOn)} au ${formatDayShort(call.closesOn)}`
  return {
    text: call.title,
    href: callPaths.publicCall(call.code),
    hint: `${DOOR_NAMES[call.door]}, ${dates}`,
    end: phase === 'not-yet' ? 'À venir' : daysLeft === 0 ? 'Dernier jour' : `Encore ${counted(daysLeft, 'jour', 'jours')}`,
  }
}
