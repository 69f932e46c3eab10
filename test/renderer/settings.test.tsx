import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { heading, openScreen } from '../helpers/screen.tsx';

const root = document.documentElement;
const radio = (group: string, name: string) =>
  within(screen.getByRole('radiogroup', { name: group })).getByRole('radio', { name });

describe('Settings', () => {
  it('begin with the system’s look', async () => {
    await openScreen('/settings');
    await heading('Settings');
    expect(radio('Theme', 'As the system')).toBeChecked();
    expect(radio('Contrast', 'As the system')).toBeChecked();
    expect(root.dataset['theme']).toBe('light');
    expect(root.dataset['contrast']).toBeUndefined();
    expect(root.style.fontSize).toBe('100%');
  });

  it('are seen on the page at once and kept', async () => {
    const { user, core, close } = await openScreen('/settings');
    await heading('Settings');
    await user.click(radio('Theme', 'Dark'));
    expect(root.dataset['theme']).toBe('dark');
    await user.click(radio('Contrast', 'High'));
    expect(root.dataset['contrast']).toBe('more');
    fireEvent.change(screen.getByLabelText('Text size'), { target: { value: '140' } });
    expect(root.style.fontSize).toBe('140%');
    await waitFor(() =>
      expect(core.call('app.read', {}).settings).toMatchObject({
        theme: 'dark',
        contrast: 'more',
        textSize: 140,
      }),
    );
    close();
    root.removeAttribute('style');
    delete root.dataset['theme'];
    await openScreen('/settings', { core });
    await heading('Settings');
    expect(root.dataset['theme']).toBe('dark');
    expect(root.dataset['contrast']).toBe('more');
    expect(root.style.fontSize).toBe('140%');
    expect(radio('Theme', 'Dark')).toBeChecked();
    await user.click(radio('Contrast', 'Standard'));
    expect(root.dataset['contrast']).toBeUndefined();
  });

  it('take hours that are a whole number from 1 to 80, and say so otherwise', async () => {
    const { user, core } = await openScreen('/settings');
    await heading('Settings');
    const hours = screen.getByLabelText('Hours a week');
    expect(hours).toHaveValue(8);
    for (const wrong of ['0', '81', '2.5', '']) {
      fireEvent.change(hours, { target: { value: wrong } });
      expect(screen.getByText('A whole number from 1 to 80.')).toBeInTheDocument();
      expect(hours).toBeInvalid();
    }
    expect(core.call('app.read', {}).settings.hoursPerWeek).toBe(8);
    await user.clear(hours);
    await user.type(hours, '12');
    await waitFor(() => expect(core.call('app.read', {}).settings.hoursPerWeek).toBe(12));
    expect(hours).toBeValid();
  });

  it('take from 1 to 50 reviews a day, and a day until which they rest', async () => {
    const { user, core } = await openScreen('/settings');
    await heading('Settings');
    const perDay = screen.getByLabelText('Reviews a day');
    expect(perDay).toHaveValue(5);
    for (const wrong of ['0', '51', '1.5', '']) {
      fireEvent.change(perDay, { target: { value: wrong } });
      expect(screen.getByText('A whole number from 1 to 50.')).toBeInTheDocument();
    }
    fireEvent.change(perDay, { target: { value: '12' } });
    await waitFor(() => expect(core.call('app.read', {}).settings.reviewsPerDay).toBe(12));
    fireEvent.change(screen.getByLabelText('Pause until'), { target: { value: '2099-01-31' } });
    await user.click(screen.getByRole('button', { name: 'Pause' }));
    expect(await screen.findByText(/^Reviews are paused until 31 Jan 2099\./)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Resume now' }));
    await waitFor(() => expect(core.call('app.read', {}).settings.reviewsPausedUntil).toBeNull());
  });

  it('keep the first day of the week', async () => {
    const { user, core } = await openScreen('/settings');
    await heading('Settings');
    await user.selectOptions(screen.getByLabelText('First day of the week'), 'Sunday');
    await waitFor(() => expect(core.call('app.read', {}).settings.firstDayOfWeek).toBe('sunday'));
  });

  it('say where the file is and which version runs', async () => {
    await openScreen('/settings');
    await heading('Settings');
    expect(await screen.findByText(':memory:')).toBeInTheDocument();
    expect(screen.getByText('0.1.0')).toBeInTheDocument();
  });

  it('make no undo step', async () => {
    const { user } = await openScreen('/settings');
    await heading('Settings');
    await user.click(radio('Theme', 'Dark'));
    await waitFor(() => expect(root.dataset['theme']).toBe('dark'));
    expect(screen.getByRole('button', { name: 'Nothing to undo' })).toBeDisabled();
  });
});
