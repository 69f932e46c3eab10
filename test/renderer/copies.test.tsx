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

describe('backups of the file', () => {
  it('are made when asked for, and listed with why, size and mark', async () => {
    const { user } = await openScreen('/data', { file: newFile() });
    await heading('Data');
    const backups = within(await region('Backups'));
    expect(backups.getByText(/None was made yet/)).toBeInTheDocument();
    await user.click(backups.getByRole('button', { name: 'Back up now' }));
    expect(await backups.findByText(/^by you · [\d.]+ [KM]B · verified$/)).toBeInTheDocument();
    expect(backups.getByText('one backup')).toBeInTheDocument();
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
    const backups = within(await region('Backups'));
    await user.click(await backups.findByRole('button', { name: /^Restore the backup of/ }));
    const dialog = within(await screen.findByRole('dialog', { name: /^Restore the backup of/ }));
    expect(await dialog.findByText('Ticks and other states of topics')).toBeInTheDocument();
    // In quotes, since a topic is a sentence of its own.
    expect(dialog.getByText(/^1 removed:/)).toHaveTextContent(/^1 removed: “I can .+\.”$/);
    expect(dialog.getByText(/backed up first/)).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Restore' }));
    const said = await screen.findByText(/^The backup is restored/);
    // It is said above, and was asked for below.
    await waitFor(() => expect(said.closest('[role=status]')).toHaveFocus());
    expect(core.call('skills.read', { skill: 'git' }).progress.done).toBe(1);
    const again = within(await region('Backups'));
    expect(await again.findByText(/^before a restore/)).toBeInTheDocument();
    location.hash = '/settings';
    await heading('Settings');
    location.hash = '/data';
    await screen.findByText(/^The backup is restored/);
    await waitFor(() => expect(document.activeElement).toBe(document.querySelector('h1')));
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByText(/^The backup is restored/)).not.toBeInTheDocument();
    core.close();
  });

  it('made in the same minute are told apart, in the list and in the question', async () => {
    const { user } = await openScreen('/data', {
      file: newFile(),
      before: (core, clock) => {
        for (const [index, at] of ['09:00:04', '09:00:31', '09:05:00'].entries()) {
          clock.set(`2026-11-24T${at}Z`);
          person(core).ticks(`git.0${index + 1}`);
          core.call('jobs.start', { kind: 'backup', reason: 'by-hand' });
        }
      },
    });
    const backups = within(await region('Backups'));
    for (const name of ['24 Nov, 09:05', '24 Nov, 09:00:31', '24 Nov, 09:00:04']) {
      expect(await backups.findByText(name)).toBeInTheDocument();
    }
    await user.click(backups.getByRole('button', { name: 'Restore the backup of 24 Nov at 09:00:31' }));
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Restore the backup of 24 Nov at 09:00:31?' }),
    );
    expect(dialog.getByText(/^by you · /)).toBeInTheDocument();
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
    expect(health.getByText('One backup is damaged.')).toBeInTheDocument();
    const backups = within(await region('Backups'));
    expect(backups.getByText(/damaged$/)).toBeInTheDocument();
    expect(backups.queryByRole('button', { name: /^Restore the backup/ })).not.toBeInTheDocument();
    core.close();
  });
});

describe('when the file was last checked in full', () => {
  it('is said, with the day where the person was', async () => {
    const { user } = await openScreen('/data', {
      file: newFile(),
      before: (core, clock) => {
        clock.set('2026-11-20T08:30:00Z');
        core.startCopies();
        core.rest();
        clock.set('2026-11-24T09:00:00Z');
      },
    });
    const health = within(await region('Health check'));
    expect(
      await health.findByText(
        'Last full check without a fault: 20 Nov at 08:30. Groundwork makes one a week by itself.',
      ),
    ).toBeInTheDocument();
    await user.click(health.getByRole('button', { name: 'Check now' }));
    expect(await health.findByText(/^Last full check without a fault: .* at 09:00\./)).toBeInTheDocument();
  });

  it('is told to be never, and not of a damaged file, of which nothing is known', async () => {
    const file = newFile();
    const { core } = await openScreen('/data', { file });
    const health = within(await region('Health check'));
    const never = 'Your file was not checked in full yet. Groundwork does so once a week by itself.';
    expect(await health.findByText(never)).toBeInTheDocument();
    core.stopWrites('Because.');
    window.dispatchEvent(new Event('focus'));
    await waitFor(() => expect(health.queryByText(never)).not.toBeInTheDocument());
    core.close();
  });
});

describe('a damaged file', () => {
  it('is told on every screen, and the newest backup is one button away', async () => {
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
    await user.click(rescue.getByRole('button', { name: 'Restore the newest backup' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText(/cannot be read/)).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Restore' }));
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
