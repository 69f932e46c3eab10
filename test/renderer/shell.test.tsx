import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { heading, openScreen, person, spokenBars } from '../helpers/screen.tsx';

const room = (name: RegExp) => screen.getByRole('link', { name });

describe('the sidebar', () => {
  it('leads to Data, beside Settings', async () => {
    await openScreen('/today');
    const system = within(screen.getByRole('navigation', { name: 'System' })).getAllByRole('link');
    expect(system.map((link) => link.getAttribute('href'))).toEqual(['#/data', '#/settings']);
  });

  it('says at Today how many reviews are due, and nothing where none is', async () => {
    const { core, close } = await openScreen('/roles', {
      before: (used, clock) => {
        clock.addDays(-800);
        person(used).knows('git');
        person(used).knows('docker');
        clock.addDays(800);
      },
    });
    const due = core.call('reviews.list', {}).today.length;
    expect(due).toBeGreaterThan(0);
    await waitFor(() =>
      expect(room(/^Today/)).toHaveAccessibleName(`Today, ${due} review${due === 1 ? '' : 's'} due`),
    );
    close();
    await openScreen('/roles');
    expect(room(/^Today/)).toHaveAccessibleName('Today');
  });
});

describe('sample data', () => {
  it('is named above every screen, and left in one step without a trace', async () => {
    const { user, core, store } = await openScreen('/today', {
      before: (used) => {
        person(used).aims('database-developer');
        used.call('sample.enter', {});
      },
    });
    const bar = () => within(screen.getByRole('region', { name: 'Sample data' }));
    for (const name of ['Roles', 'Skills', 'Settings', 'Today']) {
      await user.click(room(new RegExp(`^${name}`)));
      await heading(name);
      expect(bar().getByText('You are looking at sample data. Nothing here is yours.')).toBeInTheDocument();
    }
    await user.click(room(/^Skills/));
    await heading('Skills');
    await user.click(bar().getByRole('button', { name: 'Leave sample data' }));
    await heading('Today');
    await waitFor(() =>
      expect(screen.queryByRole('region', { name: 'Sample data' })).not.toBeInTheDocument(),
    );
    expect(core.call('app.read', {}).sample).toBe(false);
    expect(Object.values(store.getState().topics).every(({ status }) => status === 'todo')).toBe(true);
    expect(store.getState().history.undo?.label.kind).toBe('set-targets');
  });

  it('is not mentioned to those who look at their own', async () => {
    await openScreen('/today', { before: (used) => person(used).aims('api-developer') });
    expect(screen.queryByRole('region', { name: 'Sample data' })).not.toBeInTheDocument();
    expect(spokenBars('API Developer')['Covered']).toMatch(/^0\.0 percent/);
  });
});
