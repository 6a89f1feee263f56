// @ts-check
/** @typedef {import('dependency-cruiser').IRegularForbiddenRuleType} Rule */

// Who may import whom: the table of AGENTS.md, as rules. Enforced by launcher/check-boundaries.js.

const tests = String.raw`\.(test|e2e)\.tsx?$`
const browser = String.raw`^src/(components|hooks|routes)/|^src/main\.tsx$`
const pureLibraries = '(zod|liquidjs|libphonenumber-js|re2js|sms-segments-calculator)'

/**
 * @param {string} name
 * @param {string} comment
 * @param {Rule['from']} from
 * @param {Rule['to']} to
 * @returns {Rule}
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
export const rules = {
  forbidden: [
    forbid(
      'resolvable',
      'Every import leads somewhere.',
      {},
      { couldNotResolve: true, pathNot: String.raw`^(bun:|cloudflare:)` },
    ),
    forbid(
      'shared-is-pure',
      'src/shared runs on both sides.',
      { path: '^src/shared/', pathNot: tests },
      { path: '^(src|emulator|launcher|test|bench)/', pathNot: '^src/shared/' },
    ),
    forbid(
      'shared-needs-no-node',
      'src/shared runs in browsers.',
      { path: '^src/shared/', pathNot: tests },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'shared-uses-pure-libraries',
      'Add a library here only if it is pure.',
      { path: '^src/shared/', pathNot: tests },
      { path: 'node_modules/', pathNot: `node_modules/${pureLibraries}/` },
    ),
    forbid(
      'lib-knows-no-edge',
      'Services decide, edges translate.',
      { path: '^src/lib/', pathNot: tests },
      { path: '^src/', pathNot: String.raw`^src/(lib|shared)/|^src/config\.ts$` },
    ),
    forbid(
      'config-is-passed-in',
      'Only its types; the value is passed. createTwilioService() alone is called without arguments, by programs beside the server.',
      { path: '^src/(lib|api)/', pathNot: [tests, String.raw`^src/lib/services/twilio\.ts$`] },
      { path: String.raw`^src/config\.ts$`, dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'api-calls-services',
      'An edge parses, calls one verb, answers.',
      { path: '^src/api/', pathNot: tests },
      {
        path: '^src/',
        pathNot: String.raw`^src/(api|shared)/|^src/lib/(services|auth|utils)/|^src/lib/context\.ts$|^src/config\.ts$`,
      },
    ),
    forbid(
      'browser-knows-no-server',
      'The browser has no server code.',
      { path: browser, pathNot: tests },
      { path: String.raw`^src/lib/|^src/(server|start-server|config)\.ts$` },
    ),
    forbid(
      'browser-takes-types-of-api',
      'Only types of the API.',
      { path: browser, pathNot: tests },
      { path: '^src/api/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'browser-has-no-node',
      'Browsers have no Node.',
      { path: browser, pathNot: tests },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'twilio-has-one-owner',
      'The SDK is behind src/lib/twilio.',
      { pathNot: [tests, '^(src/lib/twilio|test|bench|emulator/conformance)/'] },
      { path: 'node_modules/twilio/' },
    ),
    forbid(
      'sql-stays-in-lib',
      'SQL only under src/lib.',
      { path: '^src/', pathNot: [tests, '^src/lib/'] },
      { path: 'node_modules/(pg|drizzle-orm|graphile-worker)/' },
    ),
    forbid(
      'emulator-is-a-witness',
      'It shares no code with the app, nor types.',
      { path: '^emulator/' },
      { path: '^(src|launcher|bench)/' },
    ),
    forbid('app-knows-no-emulator', 'It talks to Twilio, whoever that is.', { path: '^src/' }, { path: '^emulator/' }),
    forbid(
      'launcher-stands-alone',
      'It runs before anything is built.',
      { path: '^launcher/', pathNot: tests },
      { path: '^(src|emulator|test|bench)/' },
    ),
    forbid(
      'nobody-needs-tests',
      'What runs needs no test code.',
      { path: '^(src|emulator|launcher)/', pathNot: tests },
      { path: [tests, '^(test|bench)/'] },
    ),
    forbid(
      'app-needs-no-launcher',
      'It also runs inside another program.',
      { path: '^(src|emulator)/', pathNot: tests },
      { path: '^launcher/' },
    ),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|bench/peers)/' },
    moduleSystems: ['es6', 'cjs'],
  },
}
