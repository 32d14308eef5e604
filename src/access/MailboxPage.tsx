import { formatInstant } from '#platform/day.ts'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty, Notice } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import type { QueuedMail } from '#platform/mail.ts'

/** What the program would have sent: the mailbox of a demonstration, open to all its visitors. */
export function MailboxPage({ frame, mails, publicUrl }: { frame: Frame; mails: readonly QueuedMail[]; publicUrl: string }): Html {
  return (
    <PublicPage
      frame={frame}
      title="Boîte des messages"
      lead="Les courriels de la démonstration, du plus récent au plus ancien. Aucun ne part."
    >
      <Notice>Cette page n’existe que dans une démonstration. Ailleurs, les courriels partent par le serveur de messagerie.</Notice>
      {mails.length === 0 ? (
        <Empty title="Aucun message">Demandez un lien de connexion, ou notifiez une décision : le message apparaîtra ici.</Empty>
      ) : (
        mails.map((mail) => <MailEntry mail={mail} publicUrl={publicUrl} />)
      )}
    </PublicPage>
  )
}

function MailEntry({ mail, publicUrl }: { mail: QueuedMail; publicUrl: string }): Html {
  return (
    <Section title={mail.subject} id={`message-${mail.id}`} intro={`À ${mail.recipient}, le ${formatInstant(mail.queuedAt)}.`}>
      <div class="box stack tight">
        {mail.body.split('\n\n').map((paragraph) => (
          <p>
            {paragraph.split('\n').map((line, index) => (
              <>
                {index > 0 ? <br /> : null}
                {line.startsWith(`${publicUrl}/`) ? <a href={line.slice(publicUrl.length)}>{line}</a> : line}
              </>
            ))}
          </p>
        ))}
      </div>
    </Section>
  )
}
