import { Badge } from '#platform/kit/Badge.tsx'
import { Facts } from '#platform/kit/Facts.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Notice } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { textFacts } from './AgreementPage.tsx'
import { sayTextState, textName } from './agreement-state-words.ts'
import type { Agreement, AgreementText } from './agreement-store.ts'
import { agreementPaths } from './paths.ts'

/** An agreement as its beneficiary reads it: what to sign, whose turn it is, the files. */
export function GrantAgreementPage({ frame, agreement }: { frame: Frame; agreement: Agreement }): Html {
  const mine = agreement.texts.some(({ signatures }) => !signatures.some(({ party }) => party === 'beneficiary'))
  return (
    <PublicPage
      frame={frame}
      title={`Convention ${agreement.number}`}
      crumbs={[{ label: 'Mes subventions', href: agreementPaths.grants }, { label: agreement.number }]}
      meta={[agreement.funderName]}
      lead={agreement.purpose}
    >
      {mine ? (
        <Notice state="warning" title="C’est à vous de signer">
          <p>{`Imprimez la convention, signez-la et renvoyez-la à : ${agreement.funderName}. La subvention sera engagée et payée après sa signature.`}</p>
        </Notice>
      ) : null}
      {agreement.texts.map((text) => (
        <Text agreement={agreement} text={text} />
      ))}
    </PublicPage>
  )
}

function Text({ agreement, text }: { agreement: Agreement; text: AgreementText }): Html {
  const { state, word } = sayTextState(
    text.signatures.map(({ party }) => party),
    agreement.funderName,
  )
  return (
    <Section title={textName(text.rank)} id={`texte-${text.rank}`} intro={text.reason}>
      <Facts items={[{ name: 'État', value: <Badge state={state} word={word} /> }, ...textFacts(text)]} />
      <p>
        <a href={agreementPaths.grantAgreementFile(agreement.id, text.id, 'pdf')}>{`Lire : ${textName(text.rank).toLowerCase()} (PDF)`}</a>
      </p>
      {text.copyFileId ? (
        <p>
          <a href={agreementPaths.grantAgreementFile(agreement.id, text.id, 'signee')}>Exemplaire signé (PDF)</a>
        </p>
      ) : null}
    </Section>
  )
}
