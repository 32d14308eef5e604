import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import { Section } from '#platform/kit/Section.tsx'
import type { FilePanel } from './file-panel.tsx'
import { MarkerBadge } from './GenderTree.tsx'
import { genderState } from './gender-agreement.ts'
import { type Assessment, criteriaNeededOn, listAssessments, listSettledMarkers, type SettledMarker } from './gender-store.ts'
import { GENDER_STATE_NAMES, MARKER_WORDS, thresholdWords } from './gender-words.ts'
import { meansPaths } from './means-paths.ts'
import { findPartFiles, type PartFile } from './part-file-store.ts'

/** On the page of a file: the marker of each action with its threshold, and the way to the tree. */
export const genderPanel: FilePanel = async (c, parts) => {
  const { db, mandate, contract, today } = c.var
  const partIds = parts.map(({ partId }) => partId)
  const files = await findPartFiles(db, mandate.scope, partIds)
  if (files.length === 0) return null
  const [given, settled] = [await listAssessments(db, mandate.scope, partIds), await listSettledMarkers(db, mandate.scope, partIds)]
  const criteriaNeeded = await criteriaNeededOn(db, { contractId: contract?.id, on: today })
  return (
    <Section title="Marqueur égalité femmes-hommes" id="marqueur">
      <Items items={files.map((file) => itemOf(file, { given, settled, criteriaNeeded }))} />
    </Section>
  )
}

interface Known {
  given: readonly Assessment[]
  settled: readonly SettledMarker[]
  criteriaNeeded: number
}

function itemOf(file: PartFile, known: Known): { text: Html | string; hint: string; href: string; end: Html } {
  const state = genderState(known.given.filter(({ partId }) => partId === file.partId))
  const current = known.settled.find(({ partId, endedOn }) => partId === file.partId && endedOn === null)
  const words = current ? MARKER_WORDS[current.marker] : GENDER_STATE_NAMES[state.state]
  return {
    text: file.title || 'Sans titre',
    href: meansPaths.marker(file.applicationId, file.partId),
    hint: `${words}. Seuil\u00A0: ${thresholdWords(current?.criteriaNeeded ?? known.criteriaNeeded)}.`,
    end: <MarkerBadge marker={current?.marker ?? null} />,
  }
}
