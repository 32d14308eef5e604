export const handOverPaths = {
  list: '/mandats/passation',
  one: (mandateId: string): string => `/mandats/passation/${mandateId}`,
}
export const handOverRoutePaths = { one: '/mandats/passation/:id{[0-9a-f-]{36}}' }
