import { organisationPaths } from '#access/organisation-paths.ts'
import { submissionPaths } from '#calls/submission-paths.ts'
import { fundingPaths } from '#funding/paths.ts'
import { fileListHref } from '#instruction/file-list-query.ts'
import { instructionPaths } from '#instruction/paths.ts'
import { type Day, daysBetween, formatDayShort } from '#platform/day.ts'
import { formatCount } from '#platform/kit/escape.ts'
import type { Html } from '#platform/kit/html.ts'
import { type Item, Items } from '#platform/kit/Items.tsx'
import { countFiles } from './file-counts.ts'
import type { CallFiles, LeadHome } from './lead-home-store.ts'
import { counted } from './words.ts'

/** What waits for the project lead and nobody else. */
export function LeadTasks({ home, today }: { home: LeadHome; today: Day }): Html {
  const several = home.calls.length > 1
  const tasks = [
    ...claimTasks(home, today),
    ...meetingTasks(home, today),
    ...home.calls.flatMap((one) => fileTasks(one, { today, several })),
    ...opinionTasks(home),
  ]
  return (
    <section class="box stack" data-state={tasks.length > 0 ? 'asked' : undefined} aria-labelledby="a-vous">
      <h2 id="a-vous">À vous</h2>
      {tasks.length > 0 ? <Items items={tasks} /> : <p>Rien ne vous attend aujourd’hui.</p>}
    </section>
  )
}

function claimTasks({ claims: { count, oldest } }: LeadHome, today: Day): Item[] {
  if (count === 0 || oldest === null) return []
  const days = daysBetween(oldest, today)
  return [
    {
      text: `Confirmer ${counted(count, 'rattachement demandé', 'rattachements demandés')} par des porteurs`,
      href: organisationPaths.claims,
      hint: days > 0 ? `Le plus ancien attend depuis ${counted(days, 'jour', 'jours')}` : 'Arrivé aujourd’hui',
      end: formatCount(count),
    },
  ]
}

/** A month before, a meeting is to be prepared; after its day, it is to be closed. */
const PREPARE_DAYS = 30

function meetingTasks({ meetings }: LeadHome, today: Day): Item[] {
  return meetings
    .filter(({ closed, heldOn }) => !closed && daysBetween(today, heldOn) <= PREPARE_DAYS)
    .map(({ id, title, heldOn, files }) => ({
      text: `${heldOn < today ? 'Clore' : 'Préparer'}\u00A0: ${title}`,
      href: fundingPaths.meeting(id),
      hint: files === 0 ? 'Aucun dossier à l’ordre du jour' : `${counted(files, 'dossier', 'dossiers')} à l’ordre du jour`,
      end: formatDayShort(heldOn),
    }))
}

function fileTasks({ call, files, withoutDauphin }: CallFiles, { today, several }: { today: Day; several: boolean }): Item[] {
  const { toExamine, piecesReceived } = countFiles(files, today)
  const ofCall = several ? `, ${call.title}` : ''
  const listed = (completeness: 'to-examine' | 'pieces-received'): string =>
    fileListHref(instructionPaths.files, { call: call.code }, { completeness })
  const tasks = [
    {
      count: toExamine,
      text: `Vérifier ${counted(toExamine, 'dossier déposé', 'dossiers déposés')}${ofCall}`,
      href: listed('to-examine'),
      hint: 'Complet, ou une pièce à demander',
    },
    {
      count: piecesReceived,
      text: `Revoir ${counted(piecesReceived, 'dossier', 'dossiers')} dont les pièces sont arrivées${ofCall}`,
      href: listed('pieces-received'),
      hint: 'Toutes les pièces demandées ont reçu une réponse',
    },
    {
      count: withoutDauphin,
      text: `Compléter ${counted(withoutDauphin, 'demande à l’État', 'demandes à l’État')} sans numéro Dauphin${ofCall}`,
      href: submissionPaths.withoutDauphinNumber,
      hint: 'L’État ne peut pas notifier une demande sans ce numéro',
    },
  ]
  return tasks.filter(({ count }) => count > 0).map(({ count, ...item }) => ({ ...item, end: formatCount(count) }))
}

function opinionTasks({ calls }: LeadHome): Item[] {
  const mine = calls.flatMap(({ files }) => files).filter((file) => file.mine !== 'none')
  const late = mine.filter((file) => file.mine === 'late').length
  if (mine.length === 0) return []
  return [
    {
      text: `Rendre ${counted(mine.length, 'avis demandé', 'avis demandés')} à votre organisation`,
      href: instructionPaths.myOpinions,
      hint: late > 0 ? `Dont ${formatCount(late)} en retard` : 'Aucun n’est en retard',
      end: formatCount(mine.length),
    },
  ]
}
