const NOWHERE = 'http://pilotis.invalid'

/**
 * Where to go after the sign-in: a path of this program, whatever was asked. An address elsewhere, even disguised
 * (`//x`, `/\x`, `/.//x`, a tab in the middle), becomes the home page.
 */
export function localPath(asked: string | undefined): string {
  if (!asked?.startsWith('/') || asked.length > 2_000) return '/'
  const url = URL.parse(asked, NOWHERE)
  if (!url || url.origin !== NOWHERE || url.pathname.startsWith('//')) return '/'
  return url.pathname + url.search + url.hash
}
