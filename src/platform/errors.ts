/** Nobody is signed in: the person is led to the sign-in page, then back. */
export class NotSignedIn extends Error {
  override name = 'NotSignedIn'
}

/** Signed in, but the mandate in use does not carry this permission. */
export class Forbidden extends Error {
  override name = 'Forbidden'
}

/** Not there, or not visible under this mandate: the two are told apart nowhere. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** A refusal that ends a command or the start of the program: one clear sentence in French, never a stack. */
export class Refusal extends Error {
  override name = 'Refusal'
}
