import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from '../../helpers/paths.ts';

/**
 * Electron's security checklist as lint rules. Their ESLint does not go with the TypeScript of the project, so they have a
 * package of their own: `npm ci --prefix test/electron-lint`.
 */
const folder = join(repository, 'test/electron-lint');
const eslint = join(folder, 'node_modules/eslint/bin/eslint.js');

type File = { readonly filePath: string; readonly messages: readonly { readonly ruleId: string | null }[] };
const lint = (args: readonly string[], input?: string): File[] => {
  const config = join(folder, 'eslint.config.js');
  const { stdout, stderr } = spawnSync(process.execPath, [eslint, '-c', config, '-f', 'json', ...args], {
    cwd: repository,
    encoding: 'utf8',
    timeout: 60_000,
    ...(input !== undefined && { input }),
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as File[];
};

describe.skipIf(!existsSync(eslint))(
  'the rules of the security checklist (need "npm ci --prefix test/electron-lint")',
  () => {
    it('find nothing in the desktop layer', () => {
      const files = lint(['main/electron', 'main/content-security.ts']);
      expect(files.length).toBeGreaterThan(10);
      expect(files.filter(({ messages }) => messages.length > 0)).toEqual([]);
    }, 60_000);

    it('find what a file does that breaks them', () => {
      const planted = readFileSync(join(folder, 'planted.ts.txt'), 'utf8');
      const [file] = lint(['--stdin', '--stdin-filename', 'main/electron/planted.ts'], planted);
      const broken = new Set(file!.messages.map(({ ruleId }) => ruleId?.replace('electron-security/', '')));
      expect([...broken].toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
        'no-allow-running-insecure-content',
        'no-context-isolation-disabled',
        'no-enable-blink-features',
        'no-experimental-features',
        'no-file-protocol-load-url',
        'no-insecure-load-url',
        'no-node-integration-for-remote-content',
        'no-open-external-with-dynamic-url',
        'no-sandbox-disabled',
        'no-web-security-disabled',
        'require-csp',
        'require-factory',
        'require-ipc-sender-validation',
        'require-navigation-allowlist',
        'require-permission-request-handler',
        'require-safe-webview-attachment',
        'require-window-open-handler',
      ]);
    }, 60_000);
  },
);
