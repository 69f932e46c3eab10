import { screen, waitFor, within } from '@testing-library/react';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { heading, openScreen, person, region } from '../helpers/screen.tsx';
import { openCore, tempDir } from '../helpers/test-core.ts';

// The first visit of the room must not wait for its files to be transformed.
beforeAll(() => import('../../renderer/data/data.tsx'), 60_000);

const newFile = (): string => join(tempDir(), 'groundwork.db');

describe('copies of the file', () => {
  it('are made when asked for, and listed with why, size and mark', async () => {
    const { user } = await openScreen('/data', { file: newFile() });
    await heading('Data');
    const copies = within(await region('Copies'));
    expect(copies.getByText(/None was made yet/)).toBeInTheDocument();
    await user.click(copies.getByRole('button', { name: 'Copy it now' }));
    expect(await copies.findByText(/^by you · [\d.]+ [KM]B · verified$/)).toBeInTheDocument();
    expect(copies.getByText('one copy')).toBeInTheDocument();
  });

  it('are restored after a look at what differs, and that can be taken back', async () => {
    const file = newFile();
    const { user, core } = await openScreen('/data', {
      file,
      before: (before) => {
        person(before).ticks('git.01');
        before.call('jobs.start', { kind: 'backup', reason: 'by-hand' });
        person(before).ticks('git.02');
      },
    });
    const copies = within(await region('Copies'));
    await user.click(await copies.findByRole('button', { name: /^Restore the copy of/ }));
    const dialog = within(await screen.findByRole('dialog', { name: /^Restore the copy of/ }));
    expect(await dialog.findByText('Ticks and other states of topics')).toBeInTheDocument();
    expect(dialog.getByText(/^1 would go/)).toBeInTheDocument();
    expect(dialog.getByText(/copied first/)).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Restore it' }));
    const said = await screen.findByText(/^The copy is in place/);
    // It is said above, and was asked for below.
    await waitFor(() => expect(said.closest('[role=status]')).toHaveFocus());
    expect(core.call('skills.read', { skill: 'git' }).progress.done).toBe(1);
    const again = within(await region('Copies'));
    expect(await again.findByText(/^before a restore/)).toBeInTheDocument();
    location.hash = '/settings';
    await heading('Settings');
    location.hash = '/data';
    await screen.findByText(/^The copy is in place/);
    await waitFor(() => expect(document.activeElement).toBe(document.querySelector('h1')));
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByText(/^The copy is in place/)).not.toBeInTheDocument();
    core.close();
  });

  it('that are damaged are found by the health check and not offered any more', async () => {
    const file = newFile();
    const { user, core } = await openScreen('/data', {
      file,
      before: (before) => void before.call('jobs.start', { kind: 'backup', reason: 'by-hand' }),
    });
    const folder = join(dirname(file), 'backups');
    const copy = join(
      folder,
      readdirSync(folder).find((name) => name.endsWith('.db'))!,
    );
    const bytes = readFileSync(copy);
    bytes[5_000]! ^= 1;
    writeFileSync(copy, bytes);
    const health = within(await region('Health check'));
    await user.click(health.getByRole('button', { name: 'Check now' }));
    expect(await health.findByText(/^No faults in [\d,]+ rows\.$/)).toBeInTheDocument();
    expect(health.getByText('One copy is damaged.')).toBeInTheDocument();
    const copies = within(await region('Copies'));
    expect(copies.getByText(/damaged$/)).toBeInTheDocument();
    expect(copies.queryByRole('button', { name: /^Restore the copy/ })).not.toBeInTheDocument();
    core.close();
  });
});

describe('a damaged file', () => {
  it('is told on every screen, and the newest copy is one button away', async () => {
    const file = newFile();
    const first = openCore({ file });
    person(first).ticks('git.01');
    first.call('jobs.start', { kind: 'backup', reason: 'by-hand' });
    first.close();
    writeFileSync(file, 'Dear diary. '.repeat(2_000));
    const core = openCore({ file });
    const { user } = await openScreen('/skills', { core, file });
    const alert = within(await screen.findByRole('alert'));
    expect(alert.getByText(/The data file is damaged/)).toBeInTheDocument();
    await user.click(alert.getByRole('link', { name: 'Go to Data' }));
    const rescue = within(await region('Your data file is damaged'));
    await user.click(rescue.getByRole('button', { name: 'Restore the newest copy' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText(/cannot be read/)).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Restore it' }));
    expect(await screen.findByText(/damaged file is kept in a folder beside it/)).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
    expect(core.call('skills.read', { skill: 'git' }).progress.done).toBe(1);
    core.close();
  });
});

describe('a disk that takes no writes', () => {
  it('is told with the reason, and tried again when asked to', async () => {
    const file = newFile();
    const { user, core } = await openScreen('/data', { file });
    await heading('Data');
    // Another program that holds the file is what a test can always make.
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    expect(core.ask('settings.set', { theme: 'dark' })).toMatchObject({ error: { code: 'read_only' } });
    window.dispatchEvent(new Event('focus'));
    const alert = within(await screen.findByRole('alert'));
    expect(alert.getByText(/cannot be written/)).toBeInTheDocument();
    other.exec('ROLLBACK');
    other.close();
    await user.click(alert.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
  });
});
