import type { HtmlEscapedString } from 'hono/utils/html'

/** What every component returns: HTML on its way to the page. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>
