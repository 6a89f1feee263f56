import { RecentEvents } from '../cache/recent-events'

/** The live events of this page, shared by the stream that brings them and the queries that catch up with them. */
export const recentEvents = new RecentEvents()
