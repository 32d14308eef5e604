import { Badge } from './Badge.tsx'
import { PostButton } from './Form.tsx'
import type { Frame, MandateChoice } from './frame.ts'
import type { Html } from './html.ts'
import { Icon } from './Icon.tsx'

/** Under which mandate one acts: always in view. */
export function MandateButton({ mandate }: { mandate: MandateChoice }): Html {
  return (
    <button class="btn second acting" type="button" popovertarget="mandats">
      <Icon name="key-round" />
      <span>
        <small>Vous agissez comme</small>
        {mandate.name}
        <span class="vh">{`, ${mandate.organisation}`}</span>
      </span>
      <Icon name="chevron-down" />
    </button>
  )
}

function MandateLine({ mandate, frame }: { mandate: MandateChoice; frame: Frame }): Html {
  const current = mandate.id === frame.mandate?.id
  return (
    <li>
      <span>
        <b>{mandate.name}</b>
        <span class="hint">
          <br />
          {[mandate.organisation, mandate.note].filter((part) => part).join(', ')}
        </span>
      </span>
      {current || !frame.switchMandateHref ? (
        <Badge state="success" icon="check" word="En cours" />
      ) : (
        <PostButton
          action={frame.switchMandateHref}
          hidden={{ mandate: mandate.id, retour: frame.currentPath }}
          kind="second"
          small
          about={` : ${mandate.name}`}
        >
          Prendre ce mandat
        </PostButton>
      )}
    </li>
  )
}

/** One acts under one mandate at a time; the others are one button away. */
export function MandatePop({ frame }: { frame: Frame }): Html | null {
  if (!frame.mandate) return null
  const others = frame.mandates.filter((mandate) => mandate.id !== frame.mandate?.id)
  return (
    <div class="pop stack" id="mandats" popover="auto">
      <h2>Changer de mandat</h2>
      {frame.person ? <p>{frame.person.name}</p> : null}
      <p class="hint">Vous n’agissez que sous un mandat à la fois ; vos droits sont ceux de ce mandat.</p>
      <ul class="items">
        {[frame.mandate, ...others].map((mandate) => (
          <MandateLine mandate={mandate} frame={frame} />
        ))}
      </ul>
      {frame.accountHref ? (
        <p>
          <a href={frame.accountHref}>{'Votre compte\u00A0: nom, connexions, intérêts déclarés'}</a>
        </p>
      ) : null}
      {frame.signOutHref ? (
        <PostButton action={frame.signOutHref} kind="quiet" small icon="log-out">
          Se déconnecter
        </PostButton>
      ) : null}
    </div>
  )
}
