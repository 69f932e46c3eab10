import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { newRequest } from '../helpers/test-core.ts';
import { launchBrowser, openPage, startHost, type OpenPage, type RunningHost } from '../helpers/web-host.ts';
import { certified } from './certified.ts';
import { faultsOf } from './axe.ts';
import { goTo, openAt, setSettings, shot, sidewaysOf, standing, usedFolder } from './stage.ts';

const executable = inject('chromium');

const looks = {
  light: { colorScheme: 'light', contrast: 'no-preference' },
  dark: { colorScheme: 'dark', contrast: 'no-preference' },
  contrast: { colorScheme: 'light', contrast: 'more' },
  'dark-contrast': { colorScheme: 'dark', contrast: 'more' },
} as const;
type Look = keyof typeof looks;
/** What depends on colour; all the rest of axe is about the page itself, which is the same in every look. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
const rulesIn = (look: Look): readonly string[] | undefined => (look === 'light' ? undefined : COLOUR_RULES);

const sizes = [
  { width: 760, height: 520, textSize: 100 },
  { width: 800, height: 560, textSize: 100 },
  { width: 1280, height: 800, textSize: 100 },
  { width: 1280, height: 800, textSize: 140 },
] as const;
const usual = { width: 1280, height: 800 };

const openSkip = async (page: Page): Promise<void> => {
  await page.locator('[role=listitem][data-index]').last().focus();
  await page.keyboard.press('5');
  await page.getByRole('dialog').waitFor();
};
const openMenu = async (page: Page): Promise<void> => {
  await page.getByRole('checkbox').first().click({ button: 'right' });
  await page.getByRole('menu').waitFor();
};
const closeTop = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('[role=dialog], [role=menu]') === null);
};

type Profile = 'empty' | 'used';
type Screen = {
  readonly profile: Profile;
  readonly path: string;
  readonly arrange?: (page: Page) => Promise<unknown>;
  readonly leave?: (page: Page) => Promise<unknown>;
};
const screens: Readonly<Record<string, Screen>> = {
  start: { profile: 'empty', path: '/start' },
  welcome: {
    profile: 'empty',
    path: '/start/roles',
    arrange: async (page) => {
      await page.getByRole('checkbox', { name: 'API Developer' }).check();
      await page.getByRole('checkbox', { name: 'Security-Focused Backend Developer' }).check();
    },
  },
  'today-empty': { profile: 'empty', path: '/today' },
  'roles-empty': { profile: 'empty', path: '/roles' },
  chooser: {
    profile: 'empty',
    path: '/roles/find',
    arrange: async (page) => {
      await page.getByRole('radiogroup').waitFor();
      await page.keyboard.press('2');
    },
  },
  'chooser-empty': { profile: 'empty', path: '/roles/find/result' },
  'chooser-result': {
    profile: 'used',
    path: '/roles/find/result',
    arrange: async (page) => {
      const all = page.getByRole('button', { name: /^All answers that counted for API Developer/ });
      if ((await all.getAttribute('aria-expanded')) === 'false') await all.click();
    },
  },
  compare: {
    profile: 'used',
    path: '/roles/compare/api-developer/database-developer/full-stack-aspirant',
    arrange: (page) => page.getByRole('table').first().waitFor(),
  },
  'compare-empty': { profile: 'empty', path: '/roles/compare' },
  steps: {
    profile: 'used',
    path: '/next',
    arrange: (page) => page.getByRole('checkbox').first().waitFor(),
  },
  'steps-empty': { profile: 'empty', path: '/next' },
  today: { profile: 'used', path: '/today' },
  'today-explained': {
    profile: 'used',
    path: '/today',
    arrange: async (page) => {
      await page
        .getByRole('button', { name: /^Covered .*show why/ })
        .first()
        .click();
      await page.getByRole('table').waitFor();
    },
  },
  roles: { profile: 'used', path: '/roles' },
  role: {
    profile: 'used',
    path: '/roles/api-developer/line/server-language',
    arrange: (page) => page.getByRole('table').waitFor(),
  },
  skills: {
    profile: 'used',
    path: '/skills',
    arrange: async (page) => {
      const all = page.getByRole('button', { name: 'Open all' });
      if (await all.isVisible()) await all.click();
      await page.getByRole('link', { name: 'Python' }).waitFor();
    },
  },
  'skills-filtered': {
    profile: 'used',
    path: '/skills',
    arrange: async (page) => {
      await page.getByRole('button', { name: 'Stage', exact: true }).click();
      await page.getByRole('menuitemradio', { name: 'Foundation' }).click();
      await page.getByRole('button', { name: 'Stage: Foundation', exact: true }).waitFor();
    },
    leave: (page) => page.getByRole('button', { name: 'Clear “Stage: Foundation”' }).click(),
  },
  skill: {
    profile: 'used',
    path: '/skills/python',
    arrange: (page) => page.getByRole('checkbox').first().waitFor(),
  },
  'skip-dialog': { profile: 'used', path: '/skills/python', arrange: openSkip, leave: closeTop },
  'status-menu': { profile: 'used', path: '/skills/python', arrange: openMenu, leave: closeTop },
  known: { profile: 'used', path: '/start/known' },
  'topic-selection': {
    profile: 'used',
    path: '/skills/python',
    arrange: async (page) => {
      await page.locator('[role=listitem][data-index]').first().focus();
      await page.keyboard.press('Shift+ArrowDown');
      await page.getByRole('toolbar').waitFor();
    },
    leave: (page) => page.keyboard.press('Escape'),
  },
  'skill-personal': {
    profile: 'used',
    path: '/skills/python',
    arrange: async (page) => {
      await page.getByRole('button', { name: 'Change for yourself' }).click();
      await page.getByRole('dialog').waitFor();
    },
    leave: closeTop,
  },
  'skill-evidence': {
    profile: 'used',
    path: '/skills/python',
    arrange: async (page) => {
      await page.locator('#evidence').getByRole('button', { name: 'Add' }).click();
      await page.getByRole('dialog').waitFor();
    },
    leave: closeTop,
  },
  palette: {
    profile: 'used',
    path: '/today',
    arrange: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').waitFor();
      await page.keyboard.type('postgress');
      await page
        .getByRole('option', { name: /PostgreSQL/ })
        .first()
        .waitFor();
    },
    leave: closeTop,
  },
  shortcuts: {
    profile: 'used',
    path: '/today',
    arrange: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
    leave: closeTop,
  },
  bring: { profile: 'used', path: '/bring' },
  reviews: { profile: 'used', path: '/reviews' },
  certifications: { profile: 'used', path: '/certifications' },
  certification: { profile: 'used', path: '/certifications/aws-developer-associate' },
  'certification-plan': {
    profile: 'used',
    path: '/certifications/aws-developer-associate',
    arrange: async (page) => {
      await page.getByRole('button', { name: 'Change the plan' }).click();
      await page.getByRole('dialog').waitFor();
    },
    leave: closeTop,
  },
  'calendar-file': {
    profile: 'used',
    path: '/certifications',
    arrange: async (page) => {
      await page.getByRole('button', { name: 'Calendar file' }).click();
      await page.getByRole('dialog').waitFor();
    },
    leave: closeTop,
  },
  'bring-badge': { profile: 'used', path: '/certifications/badge' },
  'certification-retired': { profile: 'used', path: '/certifications/microsoft-azure-developer' },
  data: { profile: 'used', path: '/data' },
  'new-role': { profile: 'used', path: '/roles/new' },
  'insights-empty': { profile: 'empty', path: '/insights' },
  insights: {
    profile: 'used',
    path: '/insights',
    arrange: async (page) => {
      await page.getByRole('slider', { name: /^Readiness for / }).focus();
      await page.keyboard.press('End');
    },
  },
  'insights-tables': {
    profile: 'used',
    path: '/insights',
    arrange: async (page) => {
      for (const table of await page.getByRole('radio', { name: 'Table' }).all()) await table.check();
    },
  },
  'insights-target': {
    profile: 'used',
    path: '/insights',
    arrange: async (page) => {
      await page.locator('#this-week').getByRole('button').click();
      await page.getByRole('dialog').waitFor();
    },
    leave: closeTop,
  },
  past: { profile: 'used', path: '/insights/past' },
  journey: { profile: 'used', path: '/journey' },
  'journey-ladder': {
    profile: 'used',
    path: '/journey',
    arrange: (page) => page.getByRole('radio', { name: 'Ladder' }).check(),
  },
  'journey-duties': {
    profile: 'used',
    path: '/journey',
    arrange: (page) => page.getByRole('radio', { name: 'Have done' }).check(),
  },
  'journey-first-job': {
    profile: 'used',
    path: '/journey',
    arrange: (page) => page.getByRole('radio', { name: 'First job' }).check(),
  },
  reading: { profile: 'used', path: '/reading/moves/api-developer.to.backend-software-engineer' },
  'reading-terms': { profile: 'used', path: '/reading/terms' },
  settings: { profile: 'used', path: '/settings' },
  lost: { profile: 'used', path: '/skills/juggling' },
};

describe.skipIf(executable === '')('every screen (needs a Chromium)', () => {
  let ownRole = '';
  const folders = {
    empty: usedFolder(),
    used: usedFolder((core, clock) => {
      certified(core, clock);
      ownRole = core.call('roles.save', {
        request: newRequest(),
        role: null,
        base: 'api-developer',
        title: 'Mine',
        summary: '',
        lines: [],
      }).id;
    }),
  };
  let browser: Browser;
  const hosts = {} as Record<Profile, RunningHost>;
  const opened = {} as Record<Profile, OpenPage>;

  beforeAll(async () => {
    const [first, second, chrome] = await Promise.all([
      startHost({ dataDir: folders.empty.dataDir }),
      startHost({ dataDir: folders.used.dataDir }),
      launchBrowser(executable),
    ]);
    Object.assign(hosts, { empty: first, used: second });
    browser = chrome;
    const context = await browser.newContext({ ...looks.light, reducedMotion: 'reduce', viewport: usual });
    opened.empty = await openAt(context, hosts.empty, '/today');
    opened.used = await openAt(context, hosts.used, '/today');
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all([hosts.empty?.stop(), hosts.used?.stop()]);
    folders.empty.remove();
    folders.used.remove();
  });

  it.each(Object.keys(screens))(
    '%s has no fault that axe, the console or the policy finds, in any look',
    async (name) => {
      const { profile, path, arrange, leave } = screens[name]!;
      const { page, problems } = opened[profile];
      await goTo(page, path);
      await arrange?.(page);
      const faults: string[] = [];
      for (const look of Object.keys(looks) as Look[]) {
        await page.emulateMedia(looks[look]);
        await standing(page);
        await shot(page, `${name}-${look}`);
        faults.push(...(await faultsOf(page, rulesIn(look))).map((fault) => `${look}: ${fault}`));
      }
      await page.emulateMedia(looks.light);
      await leave?.(page);
      expect(problems).toEqual([]);
      expect(faults).toEqual([]);
    },
  );

  it.each(Object.keys(screens))(
    '%s fits every window and text size without scrolling sideways',
    async (name) => {
      const { profile, path, arrange, leave } = screens[name]!;
      const { page } = opened[profile];
      await goTo(page, path);
      const faults: string[] = [];
      for (const { textSize, ...size } of sizes) {
        await page.setViewportSize(size);
        if (textSize !== 100) await setSettings(page, { textSize });
        await arrange?.(page);
        await standing(page);
        if (name === 'skip-dialog')
          expect(await page.getByRole('dialog').isVisible(), 'the dialog stays open').toBe(true);
        const label = `${size.width}x${size.height} at ${textSize} %`;
        faults.push(...(await sidewaysOf(page)).map((fault) => `${label}: ${fault}`));
        if (size.width === 800 || textSize !== 100) await shot(page, `${name}-${size.width}-${textSize}`);
        await leave?.(page);
        if (name === 'today-explained') await goTo(page, '/settings').then(() => goTo(page, path));
        if (name === 'welcome') await goTo(page, '/settings').then(() => goTo(page, path));
      }
      await setSettings(page, { textSize: 100 });
      await page.setViewportSize(usual);
      expect(faults).toEqual([]);
    },
  );

  it('no choice in the editor of a role is cut, and where there are no columns each value is named', async () => {
    const { page } = opened.used;
    const cut = (): Promise<(string | null)[]> =>
      page.locator('#lines select').evaluateAll((selects) =>
        selects
          .filter((select) => {
            const whole = select.cloneNode(true) as HTMLElement;
            whole.style.cssText = 'position: absolute; inline-size: max-content; max-inline-size: none';
            select.after(whole);
            const isCut = select.clientWidth < whole.clientWidth;
            whole.remove();
            return isCut;
          })
          .map((select) => select.getAttribute('aria-label')),
      );
    /** What stands before each value of the first row. */
    const labels = (row: string): Promise<string[]> =>
      page
        .locator(row)
        .first()
        .locator('td')
        .evaluateAll((cells) =>
          cells.map((cell) => getComputedStyle(cell, '::before').content.replaceAll('"', '')),
        );
    await goTo(page, `/roles/${ownRole}/edit`);
    for (const { textSize, ...size } of sizes) {
      await page.setViewportSize(size);
      await setSettings(page, { textSize });
      await standing(page);
      expect(await cut(), `${size.width} at ${textSize} %`).toEqual([]);
      await shot(page, `role-editor-${size.width}-${textSize}`);
    }
    await page.setViewportSize({ width: 800, height: 560 });
    await standing(page);
    expect(await labels('#lines tbody tr')).toEqual(['Level', 'Weight', 'Stage', 'Entry list', 'none']);
    await goTo(page, '/certifications/aws-developer-associate');
    expect(await labels('#objectives tbody tr')).toEqual(['Weight', 'Your confidence', 'Open points']);
    await setSettings(page, { textSize: 100 });
    await page.setViewportSize(usual);
    await goTo(page, `/roles/${ownRole}/edit`);
    expect(new Set(await labels('#lines tbody tr'))).toEqual(new Set(['none']));
  });

  it('under forced colours a match can be read, days without work are seen, and the room one is in is marked', async () => {
    const { page } = opened.used;
    const colour = (of: Locator, property: string): Promise<string> =>
      of.first().evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
    await page.emulateMedia({ forcedColors: 'active' });
    await goTo(page, '/today');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('post');
    const option = page.getByRole('option', { selected: false }).filter({ has: page.locator('mark') });
    await option.first().waitFor();
    // The lines of the last letter take the place of those before it.
    await expect
      .poll(async () => (await colour(option.locator('mark'), 'color')) === (await colour(option, 'color')))
      .toBe(true);
    await page.keyboard.press('Escape');
    await goTo(page, '/insights');
    const none = page.getByRole('slider', { name: /^Work per day/ }).locator('rect:not([data-step])');
    expect(await colour(none, 'stroke')).not.toBe(await colour(none, 'fill'));
    const room = page.getByRole('navigation').getByRole('link', { name: 'Insights' });
    expect(await colour(room, 'outline-style')).toBe('solid');
    await page.emulateMedia({ ...looks.light, forcedColors: 'none' });
  });

  it('larger text is laid out as in a smaller window from the first frame on, and back', async () => {
    const { page } = opened.used;
    await goTo(page, '/today');
    const side = (on: Page): Promise<number> =>
      on
        .getByRole('navigation')
        .first()
        .evaluate((element) => element.getBoundingClientRect().width);
    const wide = await side(page);
    await setSettings(page, { textSize: 140 });
    expect(await side(page)).toBeLessThan(wide / 2);
    const { page: fresh } = await openAt(page.context(), hosts.used, '/today');
    expect(await side(fresh)).toBeLessThan(wide / 2);
    await fresh.close();
    await setSettings(page, { textSize: 100 });
    expect(await side(page)).toBe(wide);
  });

  it.each(Object.keys(looks) as Look[])('the page without a sign-in is sound in %s', async (look) => {
    const context = await browser.newContext({ ...looks[look], viewport: usual });
    const open = await openPage(context, hosts.empty.origin);
    await open.page.waitForSelector('h1');
    await shot(open.page, `signed-out-${look}`);
    expect(open.problems).toEqual([]);
    expect(await faultsOf(open.page, rulesIn(look))).toEqual([]);
    for (const { width, height } of sizes) {
      await open.page.setViewportSize({ width, height });
      expect(await sidewaysOf(open.page)).toEqual([]);
    }
    await context.close();
  });

  it('all of it goes by keyboard: from Today to a skill, three ticks, one taken back', async () => {
    const { page, problems } = opened.used;
    await goTo(page, '/today');
    const focused = (): Promise<string> =>
      page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    const seesFocus = (): Promise<boolean> =>
      page.evaluate(() => {
        // Between the last control and the first, the focus is with the browser.
        if (document.activeElement === document.body) return true;
        // The ring may stand on the element, on what it draws before or after itself, or on a part of its row.
        const { parentElement, children } = document.activeElement!;
        // A search field and its icon share the ring of what is around them; a link that covers its row has the row's.
        const row = document.activeElement!.closest('li') ?? document.activeElement!;
        const drawn = [document.activeElement!, parentElement!, row, ...children].flatMap((element) =>
          [null, '::before', '::after'].map((part) => getComputedStyle(element, part)),
        );
        return drawn.some(
          ({ outlineStyle, outlineWidth, boxShadow }) =>
            (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
        );
      });
    const tabTo = async (arrived: () => Promise<boolean>): Promise<void> => {
      for (let presses = 0; presses < 80; presses += 1) {
        await page.keyboard.press('Tab');
        const here = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
        expect(await seesFocus(), `focus on ${here} is seen`).toBe(true);
        if (await arrived()) return;
      }
      throw new Error(`Tab did not get there; it stands on “${await focused()}”.`);
    };
    await page.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
    });
    await tabTo(async () => (await focused()) === 'Skills');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Skills' }).waitFor();
    await tabTo(() => page.evaluate(() => document.activeElement?.getAttribute('role') === 'treeitem'));
    // Down to a skill in a category below, opened on the way where it is folded.
    await page.keyboard.press('Home');
    for (let presses = 0; presses < 80 && !(await focused()).startsWith('React'); presses += 1) {
      if ((await page.evaluate(() => document.activeElement?.getAttribute('aria-expanded'))) === 'false') {
        await page.keyboard.press('ArrowRight');
      }
      await page.keyboard.press('ArrowDown');
      await page.waitForFunction(() => (document.activeElement?.textContent ?? '') !== '');
    }
    const skill = (await page.evaluate(() => document.activeElement?.querySelector('a')?.textContent)) ?? '';
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: skill, exact: true }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('h1');
    const onTopic = (): Promise<boolean> =>
      page.evaluate(() => document.activeElement?.matches('[role=listitem][data-index]') ?? false);
    await tabTo(onTopic);
    const done = () => page.getByRole('checkbox', { name: /^Done: / }).count();
    const before = await done();
    for (let ticks = 1; ticks <= 3; ticks += 1) {
      await page.keyboard.press('Space');
      const here = await focused();
      await page.keyboard.press('ArrowDown');
      // Each level is a list of its own: at its end Tab goes on to the next.
      if ((await focused()) === here) await tabTo(onTopic);
    }
    await expect.poll(done).toBe(before + 3);
    await page.getByRole('button', { name: /^Undo: tick/ }).waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(done).toBe(before + 2);
    expect(problems).toEqual([]);
  });
});
