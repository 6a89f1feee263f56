/** The keys of all advisory locks, so that no two clash. Any numbers will do; ones that are in use must stay as they are. */
export const lockKeys = {
  /** One instance brings the schema up to date while the others wait. */
  migrations: 7_306_412,
  /** Events get their ids under it, so that these sort as commits do. */
  eventLog: 7_306_413,
  /**
   * Voice batches of all instances go one after the other, so that what a report changes is derived from what the last one left. They are
   * short, and would meet at the event log's lock anyway.
   */
  voice: 7_306_414,
  /** One instance installs the job runner's tables while the others wait. */
  jobSchema: 7_306_418,
  /** With the hash of a number: automatic messages to one person go one after the other. Two-key locks, apart from the others. */
  recipient: 7_306_422,
  /** Entries of the consent ledger are chained one by one. */
  consents: 7_306_423,
  /** Changes to who is an administrator wait for each other. */
  administrators: 7_306_420,
} as const
