import type { Child } from 'hono/jsx'
import { type Day, formatDay, formatDayShort } from '#platform/day.ts'
import { LinkButton } from '#platform/kit/Button.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { TextField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import type { MyOpinion } from './my-opinions-store.ts'
import { OpinionGrid } from './OpinionGrid.tsx'
import type { OpinionLink } from './opinion-link-store.ts'
import { countOpinions } from './opinion-state.ts'
import { instructionPaths } from './paths.ts'

export interface Signing {
  signerName: string
  signerFunction: string
}

export interface LinkPageProps {
  frame: Frame
  token: string
  link: OpinionLink
  rows: readonly MyOpinion[]
  today: Day
  signing: Signing
  open?: string | undefined
  sent?: { values: Record<string, string>; errors: readonly FieldError[] } | undefined
}

/** The files that a link opens, with the opinion of each in its row: without an account, on a telephone as well. */
export function OpinionLinkPage({ frame, token, link, rows, today, signing, open, sent }: LinkPageProps): Html {
  const errors = sent?.errors ?? []
  return (
    <PublicPage
      frame={{ ...frame, menu: [] }}
      title={headingOf(rows, today)}
      lead={`Organisation consultée\u00A0: ${link.organisationName}. Contrat de ville ${link.contractName}.`}
      errors={errors}
    >
      <LinkTerms link={link} />
      <OpinionGrid
        caption="Avis demandés à votre organisation"
        rows={rows}
        today={today}
        action={instructionPaths.link(token)}
        href={(row) => instructionPaths.linkFile(token, row.requestId)}
        folded
        open={open}
        closedWhenPast
        values={sent?.values ?? {}}
        errors={errors}
        submit="Rendre les avis remplis"
        before={<SignerFields signing={signing} errors={errors} />}
        empty={
          <>
            <h2 class="vh">Avis</h2>
            <Empty title="Aucun avis n’est plus demandé ici" icon="circle-check">
              Les demandes de ce lien ont été retirées. Vous n’avez rien à faire.
            </Empty>
          </>
        }
      />
    </PublicPage>
  )
}

function headingOf(rows: readonly MyOpinion[], today: Day): string {
  const waiting = rows.filter(({ kind, past }) => kind === null && !past)
  const { asked, late } = countOpinions(
    waiting.map(({ dueOn }) => ({ dueOn, given: false })),
    today,
  )
  if (asked === 0) return 'Vos avis sont rendus'
  return `Votre avis est demandé sur ${asked}\u00A0${asked > 1 ? 'dossiers' : 'dossier'}${late > 0 ? `, ${late} en retard` : ''}`
}

/** What this link is, said before anything is asked. */
export function LinkTerms({ link }: { link: OpinionLink }): Html {
  return (
    <p class="hint">
      {`Lien envoyé à ${link.email} le ${formatDayShort(link.sentOn)}, ouvert jusqu’au ${formatDay(link.expiresOn)}. Vous pouvez corriger un avis jusqu’au comité. Votre avis est préparatoire\u00A0: il est lu par les financeurs du dossier, jamais par le porteur.`}
    </p>
  )
}

/** Who gives the opinion: typed, since nobody is signed in. */
export function SignerFields({ signing, errors }: { signing: Signing; errors: readonly FieldError[] }): Html {
  const messages = errorsOf(errors)
  return (
    <Section title="Qui rend l’avis" id="signature">
      <div class="row">
        <TextField
          name="signerName"
          label="Vos prénom et nom"
          value={signing.signerName}
          error={messages['signerName']}
          autocomplete="name"
          maxLength={120}
        />
        <TextField
          name="signerFunction"
          label="Votre fonction"
          value={signing.signerFunction}
          error={messages['signerFunction']}
          autocomplete="organization-title"
          maxLength={120}
        />
      </div>
    </Section>
  )
}

const CLOSED = {
  unknown: {
    title: 'Ce lien n’ouvre rien',
    words: 'Il a peut-être été coupé par votre messagerie\u00A0: copiez l’adresse entière, jusqu’à son dernier caractère.',
  },
  expired: {
    title: 'Ce lien n’est plus valable',
    words: 'Sa date est passée. Les avis déjà rendus sont gardés.',
  },
  revoked: {
    title: 'Ce lien n’est plus valable',
    words: 'L’équipe du contrat de ville l’a fermé. Les avis déjà rendus sont gardés.',
  },
  'too-many': {
    title: 'Trop d’essais depuis votre réseau',
    words: 'Réessayez dans une heure, avec le lien entier du courriel.',
  },
} as const
export type ClosedLink = keyof typeof CLOSED

/** Says nothing of what the link opened, nor of whom it was sent to. */
export function OpinionLinkClosedPage({ frame, state }: { frame: Frame; state: ClosedLink }): Html {
  const { title, words } = CLOSED[state]
  return (
    <PublicPage frame={{ ...frame, menu: [] }} title={title} narrow>
      <p>{words}</p>
      <p>
        Pour rendre votre avis, répondez à la personne du contrat de ville qui vous a écrit&nbsp;: elle vous enverra un nouveau lien. Si
        vous avez un compte, connectez-vous.
      </p>
      <SignInWay href={frame.signInHref} />
    </PublicPage>
  )
}

function SignInWay({ href }: { href: string | undefined }): Child {
  if (href === undefined) return null
  return (
    <p>
      <LinkButton kind="second" href={href}>
        Se connecter
      </LinkButton>
    </p>
  )
}
