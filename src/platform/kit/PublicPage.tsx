import { Acronym } from './Acronym.tsx'
import { Band, Brand, Document, Foot, Main, type PageProps } from './Document.tsx'
import { currentHref, type Frame } from './frame.ts'
import type { Html } from './html.ts'
import { MandateButton, MandatePop } from './MandateMenu.tsx'

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
            {!frame.mandate && frame.person && frame.accountHref ? (
              <li>
                <a href={frame.accountHref}>Votre compte</a>
              </li>
            ) : null}
            {!frame.mandate && !frame.person && frame.signInHref ? (
              <li>
                <a href={frame.signInHref}>Se connecter</a>
              </li>
            ) : null}
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
