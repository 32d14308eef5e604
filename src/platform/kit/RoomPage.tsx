import type { Child } from 'hono/jsx'
import { Band, Brand, Document, Main, type PageProps } from './Document.tsx'
import type { Html } from './html.ts'

export interface RoomPageProps extends PageProps {
  /** « Comité des financeurs, 1re séance » */
  subtitle?: string
  /** Quorum, members withdrawn: badges in the bar. */
  status?: readonly Child[]
  leaveHref: string
}

/** A session projected on a wall: everything larger, no menu. */
export function RoomPage({ subtitle, status = [], leaveHref, ...page }: RoomPageProps): Html {
  return (
    <Document page={page} bodyClass="room">
      <header>
        <Band frame={page.frame} />
        <div class="bar">
          <Brand href={page.frame.homeHref} />
          <p class="contract">
            <small>{`Contrat de ville de ${page.frame.contractName}`}</small>
            {subtitle}
          </p>
          <div class="end">
            {status.map((part) => (
              <span>{part}</span>
            ))}
            <a class="btn second small" href={leaveHref}>
              Quitter la projection
            </a>
          </div>
        </div>
      </header>
      <Main page={page} />
    </Document>
  )
}
