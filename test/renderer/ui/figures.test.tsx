// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Pips } from '../../../renderer/ui/pips.tsx';
import { ReadinessBars, type ReadinessRow } from '../../../renderer/ui/readiness-bars.tsx';
import { Track } from '../../../renderer/ui/track.tsx';

afterEach(cleanup);

const covered: ReadinessRow = {
  bar: 'covered',
  label: 'Covered',
  value: 43,
  text: '43 %',
  change: '+1.4',
  valueText: '43 percent, up 1.4 this week',
};

describe('Track', () => {
  const fillOf = (value: number | null) =>
    render(<Track value={value} kind="covered" />).container.querySelector<HTMLElement>('[data-kind]');

  it('is as long as its value and never longer than the whole', () => {
    expect(fillOf(43)?.style.inlineSize).toBe('43%');
    expect(fillOf(130)?.style.inlineSize).toBe('100%');
  });

  it('draws nothing for zero and for no value', () => {
    expect(fillOf(0)).toBeNull();
    expect(fillOf(null)).toBeNull();
  });
});

describe('ReadinessBars', () => {
  it('is a group of meters with words for their figures', () => {
    render(<ReadinessBars name="API Developer" rows={[covered]} />);
    expect(screen.getByRole('group', { name: 'API Developer' })).toBeTruthy();
    const meter = screen.getByRole('meter', { name: 'Covered' });
    expect(meter.getAttribute('aria-valuenow')).toBe('43');
    expect(meter.getAttribute('aria-valuetext')).toBe('43 percent, up 1.4 this week');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('shows a dash and says why where there is no figure', () => {
    const fresh = { ...covered, bar: 'fresh', label: 'Fresh', value: null, valueText: 'nothing covered yet' };
    render(<ReadinessBars name="Role" rows={[fresh as ReadinessRow]} />);
    expect(screen.getByText('–')).toBeTruthy();
    expect(screen.getByText('nothing covered yet')).toBeTruthy();
    expect(screen.queryByRole('meter')).toBeNull();
    expect(screen.queryByText('43 %')).toBeNull();
  });

  it('explains by a button that does not hold the meter', async () => {
    const onExplain = vi.fn();
    const row = { ...covered, onExplain, expanded: true, explainLabel: 'Covered 43 %, why', controls: 'why' };
    render(<ReadinessBars name="Role" rows={[row]} />);
    const button = screen.getByRole('button', { name: 'Covered 43 %, why', expanded: true });
    expect(button.getAttribute('aria-controls')).toBe('why');
    expect(button.contains(screen.getByRole('meter'))).toBe(false);
    await userEvent.click(button);
    expect(onExplain).toHaveBeenCalledOnce();
  });
});

describe('Pips', () => {
  it('fills up to the level reached, outlines up to the target, and leaves out what the skill has not', () => {
    const { container } = render(
      <Pips reached={1} target={2} top={3} label="Aware" description="Aware, target Working" />,
    );
    const states = [...container.querySelectorAll('[data-state]')].map((pip) =>
      pip.getAttribute('data-state'),
    );
    expect(states).toEqual(['on', 'goal', 'off', 'none']);
    expect(screen.getByText('Aware').getAttribute('aria-hidden')).toBe('true');
    expect(screen.getByText('Aware, target Working')).toBeTruthy();
  });
});
