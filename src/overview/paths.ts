/** The only place that spells the addresses of overview. */
export const overviewPaths = {
  front: '/',
  home: '/accueil',
  publicPages: '/public',
  accessibility: '/accessibilite',
  privacy: '/vie-privee',
  glossary: '/glossaire',
  securityText: '/.well-known/security.txt',
  kit: '/kit',
} as const
