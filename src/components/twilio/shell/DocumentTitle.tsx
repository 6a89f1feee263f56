import { destinations } from './navigation'
import { useTitleNote } from './title-note'
import { useNavigationCount } from './use-navigation-count'

/** The browser tab: where one is, and whether anything waits. */
export function DocumentTitle({ pathname }: { pathname: string }) {
  const unread = useNavigationCount('unread')?.count ?? 0
  const note = useTitleNote()
  const page = destinations.findLast(({ to }) => pathname.startsWith(to))?.label ?? 'EVA'
  return <title>{note ?? `${unread > 0 ? `(${unread}) ` : ''}${page} · EVA`}</title>
}
