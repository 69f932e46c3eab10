import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshFile } from '../helpers/data-file.ts';
import { uploadTo } from '../helpers/lists.ts';
import { saveWork } from '../helpers/projects.ts';
import { newRequest, openCore, type TestCore } from '../helpers/test-core.ts';

const request = newRequest;
const head = { name: 'Ada <b>', headline: '' };

const shipped = (core: TestCore, title: string, texts: object = {}): string => {
  const { id } = core.call('projects.create', { request: request(), template: null, title, kind: 'client' });
  core.call('projects.edit', { request: request(), project: id, ...texts });
  core.call('projects.move', { request: request(), project: id, status: 'shipped', before: null });
  return id;
};
const exported = (core: TestCore, format: 'html' | 'markdown', choice: object = {}): string =>
  core.call('portfolio.export', { format, ...head, ...choice }).text;

const HOSTILE = `</style><script>alert(1)</script>"'><img src=https://evil.example/x onerror=alert(1)>`;

describe('the portfolio', () => {
  test('shows what is shipped, the newest first, and nothing else', () => {
    const core = openCore();
    shipped(core, 'Old', { finishedOn: '2026-01-05' });
    shipped(core, 'New', { finishedOn: '2026-11-01' });
    core.call('projects.create', { request: request(), template: null, title: 'Idea', kind: 'work' });
    expect(core.call('portfolio.read', {}).projects.map(({ title }) => title)).toEqual(['New', 'Old']);
  });

  test.each(['html', 'markdown'] as const)(
    'as %s keeps notes and folders out unless they are chosen',
    (format) => {
      const core = openCore();
      const id = shipped(core, 'Shop', { notes: 'Secret thoughts', folder: '/home/ada/shop' });
      const plain = exported(core, format);
      expect(plain).toContain('Shop');
      expect(plain).not.toMatch(/Secret thoughts|home.{1,2}ada/);
      const full = exported(core, format, { notes: true, folders: true });
      expect(full).toContain('Secret thoughts');
      expect(full).toMatch(/home\/ada/);
      expect(exported(core, format, { without: [id] })).not.toContain('Shop');
    },
  );

  test.each(['html', 'markdown'] as const)(
    'as %s has experience and education where they are wished',
    (format) => {
      const core = openCore();
      shipped(core, 'Shop');
      saveWork(core, { title: 'Cashier', organisation: 'Kassenwerk', started: '2025-01', ended: null });
      const text = exported(core, format);
      for (const part of ['Cashier', 'Kassenwerk', 'Internship']) expect(text).toContain(part);
      expect(exported(core, format, { experience: false })).not.toMatch(/Cashier|Kassenwerk/);
    },
  );

  test('keeps how it was to be shown, each change a step that can be taken back', () => {
    const file = freshFile();
    const core = openCore({ file });
    const id = shipped(core, 'Shop');
    const first = { name: '', headline: '', experience: true, notes: false, folders: false, without: [] };
    const wanted = { ...first, name: 'Ada', headline: 'Backend developer', notes: true, without: [id] };
    expect(core.call('portfolio.chosen', {})).toEqual(first);
    const choose = (shown: typeof wanted | typeof first) =>
      core.call('portfolio.choose', { request: request(), ...shown });
    expect(choose(first).action).toBe(0);
    choose(wanted);
    expect(choose(wanted).action).toBe(0);
    core.close();
    const again = openCore({ file });
    expect(again.call('portfolio.chosen', {})).toEqual(wanted);
    const { undo } = again.call('app.read', {}).history;
    expect(undo!.label.kind).toBe('edit-portfolio');
    again.call('history.undo', { request: request(), action: undo!.action });
    expect(again.call('portfolio.chosen', {})).toEqual(first);
    again.close();
  });

  test('as a page runs nothing and asks for nothing, whatever was typed', () => {
    const core = openCore();
    shipped(core, HOSTILE.slice(0, 200), { brief: HOSTILE, part: HOSTILE, tags: ['<i>'] });
    saveWork(core, { title: HOSTILE, organisation: HOSTILE, did: HOSTILE });
    const html = exported(core, 'html', { headline: HOSTILE });
    expect(html).toContain('alert(1)');
    expect(html).not.toMatch(/<script|<img|<i>|<b>/);
    expect(html).toContain("default-src 'none'");
    expect(html.match(/<\/style>/g)).toHaveLength(1);
  });

  test('as Markdown takes marks as they were typed', () => {
    const core = openCore();
    shipped(core, '# A *title*', { brief: '- one\n1. two\n<b>' });
    const text = exported(core, 'markdown');
    expect(text).toContain(String.raw`### \# A \*title\*`);
    expect(text).toContain(String.raw`\- one`);
    expect(text).toContain(String.raw`\<b\>`);
  });

  test('holds its pictures itself', () => {
    const file = freshFile();
    const core = openCore({ file });
    const project = shipped(core, 'Shop');
    const png = Buffer.from('89504e470d0a1a0a00', 'hex');
    const upload = uploadTo(dirname(file), png);
    core.call('projects.addPicture', { request: request(), project, upload, caption: 'The till' });
    expect(exported(core, 'html')).toContain(
      `<img src="data:image/png;base64,${png.toString('base64')}" alt="The till">`,
    );
    core.close();
  });
});
