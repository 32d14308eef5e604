import type { Html } from './html.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'

export type PillarName = 'cohesion' | 'employment' | 'environment' | 'transversal'

export const PILLARS = {
  cohesion: { word: 'Cohésion sociale', icon: 'users-round' },
  employment: { word: 'Emploi et activité', icon: 'briefcase' },
  environment: { word: 'Cadre de vie', icon: 'house' },
  transversal: { word: 'Transversal', icon: 'route' },
} as const satisfies Record<PillarName, { word: string; icon: IconName }>

export interface PillarProps {
  pillar: PillarName
  word?: string
  wordHidden?: boolean
}

/** A colour, a symbol and a word; the word may be silent in a dense table, never for a screen reader. */
export function Pillar({ pillar, word, wordHidden = false }: PillarProps): Html {
  return (
    <span class="pillar" data-pillar={pillar}>
      <Icon name={PILLARS[pillar].icon} />
      <span class={wordHidden ? 'vh' : undefined}>{word ?? PILLARS[pillar].word}</span>
    </span>
  )
}
