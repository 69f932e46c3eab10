import parser from '@typescript-eslint/parser';
import electronSecurity from 'eslint-plugin-electron-security';

/** Electron's own security checklist as rules, all of them errors, on the desktop layer and on what packs it. */
const only = (api, use, file) => ({ api, use, allowIn: [`**/main/electron/${file}`] });

export default [
  { files: ['**/*.ts'], languageOptions: { parser, parserOptions: { project: false } } },
  { ...electronSecurity.configs.strict, files: ['**/*.ts'] },
  {
    files: ['**/*.ts'],
    rules: {
      'electron-security/no-open-external-with-dynamic-url': [
        'error',
        { allowedProtocols: ['https:', 'http:', 'mailto:'], urlValidators: ['safeExternal'] },
      ],
      'electron-security/require-ipc-sender-validation': ['error', { senderGuards: ['isOwnPage'] }],
      'electron-security/require-factory': [
        'error',
        {
          factories: [
            only('ipcMain.handle', 'handle', 'ipc.ts'),
            only('BrowserWindow', 'openWindow', 'window.ts'),
            only('shell.openExternal', 'openExternal', 'open-external.ts'),
          ],
        },
      ],
    },
  },
];
