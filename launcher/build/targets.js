// @ts-check

/**
 * @typedef {object} Target
 * @property {string} name what the person waiting reads
 * @property {string} output the folder it fills
 * @property {string} entry the file without which the output is no good
 * @property {string} source without which there is nothing to build from, as where only the output was copied to
 * @property {string[]} inputs files and folders whose content decides whether it is stale
 * @property {string[]} except paths under those that cannot matter to it
 * @property {string[]} command arguments for Node
 */

const vite = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']

/**
 * What is built, from what. The boundaries check keeps browser and server apart, so each may ignore the other's folders.
 * @type {Target[]}
 */
export const targets = [
  {
    name: 'the server',
    output: 'dist/server',
    entry: 'dist/server/server.js',
    source: 'src/server.ts',
    inputs: ['src', 'rolldown.config.js', 'package-lock.json'],
    except: ['src/components', 'src/hooks', 'src/routes', 'src/main.tsx'],
    command: ['node_modules/rolldown/bin/cli.mjs', '--config', 'rolldown.config.js', '--log-level', 'warn'],
  },
  {
    name: 'the dashboard',
    output: 'dist/web',
    entry: 'dist/web/index.html',
    source: 'index.html',
    inputs: ['index.html', 'public', 'src', 'vite.config.ts', 'package-lock.json'],
    except: ['src/api', 'src/lib', 'src/server.ts', 'src/start-server.ts', 'src/config.ts'],
    command: vite,
  },
  {
    name: 'the phones',
    output: 'dist/phones',
    entry: 'dist/phones/index.html',
    source: 'emulator/phones',
    inputs: ['emulator', 'vite.phones.config.ts', 'package-lock.json'],
    except: [],
    command: [...vite, '--config', 'vite.phones.config.ts'],
  },
]
