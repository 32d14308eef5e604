import { CITY_FUNDERS } from '../demo-funders.data.ts'
import type { FunderKey } from '../demo-world.ts'
import type { FunderActSaid } from './load-committee.ts'
import { placeWords } from './place-words.ts'
import { dayOf } from './placed-file.ts'

type Act = (year: number) => FunderActSaid

const act =
  (authority: string, number: (year: number) => string, signed: string, recorded: string): Act =>
  (year) => ({ authority, number: number(year), signedOn: dayOf(year, signed), recordedOn: dayOf(year, recorded) })

/** The councils of the communes vote in the first fortnight of April, one after another. */
function cityAct(shortName: string): Act {
  const rank = CITY_FUNDERS.findIndex((city) => city.shortName === shortName)
  const voted = `04-${String(rank + 2).padStart(2, '0')}`
  return act(
    `Conseil municipal ${placeWords(shortName).of}`,
    (year) => `DEL-${year}-${voted}-${12 + rank}`,
    voted,
    `04-${String(rank + 9).padStart(2, '0')}`,
  )
}

/** Each funder’s own act: who decides, its number, when it is signed and when it is known here. */
export const FUNDER_ACTS = {
  state: act('Préfet du Pas-de-Calais', (year) => `${year}-147-0318`, '04-10', '04-13'),
  region: act('Commission permanente du conseil régional', (year) => `${year}.00412`, '04-23', '04-27'),
  epci: act('Conseil communautaire', (year) => `CC-${year}-03-31-27`, '03-31', '04-08'),
  caf: act('Commission d’action sociale', (year) => `CAS-${year}-14`, '04-15', '04-20'),
  department: act('Commission permanente du conseil départemental', (year) => `CP-${year}-04-221`, '04-20', '04-24'),
  'com-lens': cityAct('Lens'),
  'com-lievin': cityAct('Liévin'),
  'com-avion': cityAct('Avion'),
  'com-sallaumines': cityAct('Sallaumines'),
  'com-harnes': cityAct('Harnes'),
  'com-bully': cityAct('Bully-les-Mines'),
  'com-mericourt': cityAct('Méricourt'),
  'com-billy': cityAct('Billy-Montigny'),
} satisfies Record<FunderKey, Act>
