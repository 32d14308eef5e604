import { formatDay } from '#platform/day.ts'
import { Acronym } from '#platform/kit/Acronym.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import { ShareBar } from '#platform/kit/ShareBar.tsx'
import { formatEuros } from '#platform/money.ts'
import { fundingPaths } from './paths.ts'
import type { FrameShare } from './programming-setting.ts'

export interface AnalysisSharesProps {
  employment: FrameShare
  multiYear: FrameShare
  period: string
}

const percent = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 1 })

/** The shares that the contract aims at, each with its target, where the target is written and what is lacking. */
export function AnalysisShares({ employment, multiYear, period }: AnalysisSharesProps): Html {
  return (
    <Section
      title="Parts visées par le contrat"
      id="parts"
      intro={`Sur ce qui est décidé en ${period}, selon les filtres choisis.`}
      action={<a href={fundingPaths.targets()}>Cibles et leurs sources</a>}
    >
      <dl class="figures">
        <Share share={employment} label="Emploi et activité dans les crédits spécifiques" of="de crédits spécifiques décidés" />
        <Share
          share={multiYear}
          label={
            <>
              Sous convention pluriannuelle (<Acronym of="CPO" />)
            </>
          }
          of="décidés"
        />
      </dl>
    </Section>
  )
}

function Share({
  share: { part, whole, share, target, missing },
  label,
  of,
}: {
  share: FrameShare
  label: Html | string
  of: string
}): Html {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{share === undefined ? 'Rien de décidé' : percent.format(share)}</dd>
      <dd class="note">
        {share === undefined ? null : <ShareBar share={share} />}
        {share === undefined ? null : `${formatEuros(part)} sur ${formatEuros(whole)} ${of}. `}
        {target === undefined
          ? 'Le contrat n’a pas fixé de cible.'
          : `Cible : ${percent.format(target.share)} (${target.source}, depuis le ${formatDay(target.validFrom)}). `}
        {missing === undefined ? null : missing === 0 ? (
          'La cible est atteinte.'
        ) : (
          <b>{`Il manque ${formatEuros(missing)} pour l’atteindre, à total égal.`}</b>
        )}
      </dd>
    </div>
  )
}
