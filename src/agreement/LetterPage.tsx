import { submissionPaths } from '#calls/submission-paths.ts'
import { formatDayShort } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Amount } from '#platform/kit/Amount.tsx'
import { Badge } from '#platform/kit/Badge.tsx'
import { LinkButton } from '#platform/kit/Button.tsx'
import { Facts } from '#platform/kit/Facts.tsx'
import { PostButton } from '#platform/kit/Form.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Box, Notice } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { sayAgreementStep } from './agreement-state-words.ts'
import type { AwardState } from './award-state-store.ts'
import { NOTIFICATION_FLAWS, type NotificationFlaw } from './letter-kind.ts'
import { letterStateOf } from './letter-state.ts'
import { type LetterPart, letterWords } from './letter-words.ts'
import { agreementPaths } from './paths.ts'

export interface LetterPageProps {
  frame: Frame
  award: AwardState
  /** How many people of the organisation would receive it by message. */
  readers: number
}

export function LetterPage({ frame, award, readers }: LetterPageProps): Html {
  const { state, flaws } = letterStateOf(award)
  const name = award.granted > 0 ? 'Courrier d’attribution' : 'Courrier de refus'
  return (
    <AgentPage
      frame={frame}
      title={`${name} : ${award.title}`}
      crumbs={[{ label: 'Courriers', href: agreementPaths.letters }, { label: award.title }]}
      meta={[
        award.organisationName,
        state === 'notified' && award.notifiedOn ? (
          <Badge state="success" word={`Notifié le ${formatDayShort(award.notifiedOn)}`} />
        ) : (
          <Badge state="info" word="Aperçu : rien n’est parti" />
        ),
      ]}
      actions={
        <LinkButton kind="second" icon="file-text" href={agreementPaths.letterFile(award.id)}>
          {state === 'notified' ? 'Courrier envoyé (PDF)' : 'Aperçu du courrier (PDF)'}
        </LinkButton>
      }
    >
      {flaws.map((flaw) => (
        <FlawNotice flaw={flaw} />
      ))}
      {state === 'notified' && readers === 0 ? <ByPost /> : null}
      {award.agreementStep === 'not-required' ? null : <AgreementNeeded award={award} />}
      <div class="with-aside">
        <LetterText award={award} />
        <div class="stack">
          {state === 'ready' ? <Notify award={award} readers={readers} /> : null}
          <Box title="La décision">
            <Facts items={decisionFacts(award)} />
          </Box>
        </div>
      </div>
    </AgentPage>
  )
}

function FlawNotice({ flaw }: { flaw: NotificationFlaw }): Html {
  return (
    <Notice state="warning" title="Ce courrier ne peut pas partir">
      <p>
        {NOTIFICATION_FLAWS[flaw]}{' '}
        {flaw === 'dauphin-number-missing' ? <a href={submissionPaths.withoutDauphinNumber}>Saisir le numéro Dauphin</a> : null}
      </p>
    </Notice>
  )
}

/** The letter announces the agreement; it is another document, with its own signatures. */
function AgreementNeeded({ award }: { award: AwardState }): Html {
  const { state, word } = sayAgreementStep(award.agreementStep, award.funderShortName)
  return (
    <Notice state={state} title={`Convention obligatoire\u00A0: ${word.toLowerCase()}`}>
      <p>
        {`Vos subventions ${award.year} à cet organisme dépassent ensemble le seuil légal. `}
        <a href={agreementPaths.agreementsOf(award.year)}>Voir les conventions</a>
      </p>
    </Notice>
  )
}

function Notify({ award, readers }: { award: AwardState; readers: number }): Html {
  const told =
    readers === 0
      ? 'Personne n’agit dans Pilotis pour cet organisme : le courrier sera à envoyer par la poste.'
      : readers === 1
        ? `La personne qui agit pour «\u00A0${award.organisationName}\u00A0» recevra un message avec le lien du courrier.`
        : `Les ${readers} personnes qui agissent pour «\u00A0${award.organisationName}\u00A0» recevront un message avec le lien du courrier.`
  return (
    <Box title="Notifier" tint>
      <p>{told} Une notification ne se reprend pas.</p>
      <PostButton action={agreementPaths.notifications} hidden={{ aide: award.id, annee: String(award.year) }} icon="mail">
        Notifier ce courrier
      </PostButton>
    </Box>
  )
}

function decisionFacts(award: AwardState): { name: string; value: Html | string }[] {
  return [
    { name: 'Demandé', value: <Amount step="asked" value={award.asked} quiet /> },
    { name: 'Décidé', value: <Amount step="decided" value={award.granted} quiet /> },
    { name: 'Autorité', value: award.actAuthority },
    { name: 'Acte', value: `${award.actNumber}, signé le ${formatDayShort(award.actSignedOn)}` },
    { name: 'Crédits', value: award.envelopeLabel },
    ...(award.number === null ? [] : [{ name: 'Dossier', value: `n° ${award.number}` }]),
    ...(award.byState ? [{ name: 'Numéro Dauphin', value: award.dauphinNumber ?? 'manquant' }] : []),
  ]
}

/** The words of the letter, readable without opening the file. */
function LetterText({ award }: { award: AwardState }): Html {
  const words = letterWords(award)
  return (
    <Section title={`Objet : ${words.subject}`} id="texte">
      <p>{words.greeting}</p>
      {words.opening.map((text) => (
        <p>{text}</p>
      ))}
      {words.amount ? (
        <Notice>
          <p>
            <b class="num">{words.amount.figures}</b>, {words.amount.words}
          </p>
        </Notice>
      ) : null}
      {words.reason ? (
        <>
          <h3>Motif</h3>
          <p>{words.reason}</p>
        </>
      ) : null}
      <Parts parts={words.parts} />
      <p>{words.closing}</p>
      <Parts parts={words.annex} />
    </Section>
  )
}

function Parts({ parts }: { parts: readonly LetterPart[] }): Html {
  return (
    <>
      {parts.map((part) => (
        <>
          <h3>{part.title}</h3>
          {part.items.length > 0 ? (
            <ul>
              {part.items.map((item) => (
                <li>{item}</li>
              ))}
            </ul>
          ) : null}
          {part.texts.map((text) => (
            <p>{text}</p>
          ))}
        </>
      ))}
    </>
  )
}

function ByPost(): Html {
  return (
    <Notice state="warning" title="À envoyer par la poste">
      {'Personne n’agit dans Pilotis pour cet organisme\u00A0: imprimez le courrier.'}
    </Notice>
  )
}
