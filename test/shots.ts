import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './helpers/paths.ts';
import { findChromium } from './helpers/chromium-setup.ts';
import { launchBrowser, startHost } from './helpers/web-host.ts';
import { believable } from './e2e/profile.ts';
import { goTo, openAt, usedFolder } from './e2e/stage.ts';

/** `npm run shots`: the pictures of the README, of the built product with a believable person's data. */
const images = join(repository, 'docs/images');
