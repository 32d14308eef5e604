import { Acronym } from './Acronym.tsx'
import { Band, Brand, Document, Foot, Main, type PageProps } from './Document.tsx'
import { currentHref, type Frame } from './frame.ts'
import type { Html } from './html.ts'
import { MandateButton, MandatePop } from './MandateMenu.tsx'

/** The way in; once inside without a mandate, the way to one's own account. */
function OwnWay({ frame }: { frame: Frame }): Html | null {
  if (frame.mandate) return null
  const way = frame.person ? { href: frame.accountHref, label: 'Votre compte' } : { href: frame.signInHref, label: 'Se connecter' }
  if (!way.href) return null
  return (
    <li>
      <a href={way.href}>{way.label}</a>
    </li>
  )
}

function Bar({ frame }: { frame: Frame }): Html {
  const current = currentHref(
    frame.menu.map((entry) => entry.href),
    frame.currentPath,
  )
  return (
    <header>
      <Band frame={frame} />
      <div class="bar">
        <Brand href={frame.homeHref} />
        <p class="contract">
          <small>Contrat de ville</small>
          {frame.contractName}
        </p>
        <nav class="end" aria-label="Menu principal">
          <ul>
            {frame.menu.map((entry) => (
              <li>
                <a href={entry.href} aria-current={entry.href === current ? 'page' : undefined}>
                  {entry.label}
                </a>
              </li>
            ))}
            <OwnWay frame={frame} />
          </ul>
        </nav>
        {frame.mandate ? <MandateButton mandate={frame.mandate} /> : null}
      </div>
      <MandatePop frame={frame} />
    </header>
  )
}

/** Porteurs, inhabitants and the public: a lighter frame, larger text. */
export function PublicPage({ narrow = false, ...page }: PageProps & { narrow?: boolean }): Html {
  return (
    <Document page={page} bodyClass="public">
      <Bar frame={page.frame} />
      <Main page={page} class={narrow ? 'narrow-page' : undefined} />
      <Foot links={page.frame.foot}>
        <p>
          Le contrat de ville réunit l’État, l’Agglomération, les communes, la Région, le Département, la <Acronym of="CAF" /> et leurs
          partenaires au service des quartiers prioritaires.
        </p>
      </Foot>
    </Document>
  )
}
