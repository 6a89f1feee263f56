// @ts-check

/** Where root keeps what PostgreSQL's own user must reach when the clone itself is closed to it. */
export const commonDir = '/var/lib/eva-twilio'
