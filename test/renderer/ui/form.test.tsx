// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Checkbox, RadioRow } from '../../../renderer/ui/choice.tsx';
import { DateField, NumberField, Select, TextField } from '../../../renderer/ui/form.tsx';
import { Segmented } from '../../../renderer/ui/segmented.tsx';

afterEach(cleanup);

const bars = [
  { value: 'covered', label: 'Covered' },
  { value: 'proven', label: 'Proven' },
  { value: 'fresh', label: 'Fresh' },
] as const;
type Bar = (typeof bars)[number]['value'];

describe('fields', () => {
  it('ties label, hint and fault to the control', () => {
    const { rerender } = render(<TextField label="Name" value="" onChange={() => {}} hint="Short" />);
    expect(screen.getByRole('textbox', { name: 'Name', description: 'Short' })).toBeTruthy();
    rerender(<TextField label="Name" value="" onChange={() => {}} hint="Short" error="Say something." />);
    const input = screen.getByRole('textbox', { description: 'Say something.' });
    expect(input.getAttribute('aria-invalid')).toBe('true');
  });

  it('hands over texts, numbers, dates and choices as values', async () => {
    const text = vi.fn();
    const number = vi.fn();
    const date = vi.fn();
    const choice = vi.fn();
    render(
      <>
        <TextField label="Name" value="" onChange={text} />
        <NumberField label="Hours" value={4} onChange={number} />
        <DateField label="Day" value="" onChange={date} />
        <Select label="Bar" value="covered" options={bars} onChange={choice} />
      </>,
    );
    await userEvent.type(screen.getByLabelText('Name'), 'x');
    expect(text).toHaveBeenLastCalledWith('x');
    await userEvent.type(screen.getByLabelText('Hours'), '2');
    expect(number).toHaveBeenLastCalledWith(42);
    await userEvent.clear(screen.getByLabelText('Hours'));
    expect(number).toHaveBeenLastCalledWith(null);
    await userEvent.type(screen.getByLabelText('Day'), '2026-11-24');
    expect(date).toHaveBeenLastCalledWith('2026-11-24');
    await userEvent.selectOptions(screen.getByLabelText('Bar'), 'Fresh');
    expect(choice).toHaveBeenLastCalledWith('fresh');
  });
});

describe('choices', () => {
  it('Segmented is a radio group that arrow keys move through', async () => {
    const Harness = () => {
      const [value, setValue] = useState<Bar>('covered');
      return <Segmented label="Bar" options={bars} value={value} onChange={setValue} />;
    };
    render(<Harness />);
    expect(screen.getByRole('radiogroup', { name: 'Bar' })).toBeTruthy();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    expect((screen.getByRole('radio', { name: 'Proven' }) as HTMLInputElement).checked).toBe(true);
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Proven' }));
  });

  it('Checkbox can be mixed', async () => {
    const onChange = vi.fn();
    render(<Checkbox label="All of Git" checked={false} mixed onChange={onChange} hint="7 topics" />);
    const box = screen.getByRole('checkbox', { name: 'All of Git', description: '7 topics' });
    expect((box as HTMLInputElement).indeterminate).toBe(true);
    await userEvent.click(box);
    expect(onChange).toHaveBeenCalledWith(true);
  });

  it('RadioRow may begin with nothing chosen', async () => {
    const onChange = vi.fn();
    render(<RadioRow label="Bar" options={bars} value={null} onChange={onChange} />);
    expect(screen.getAllByRole('radio').some((radio) => (radio as HTMLInputElement).checked)).toBe(false);
    await userEvent.click(screen.getByRole('radio', { name: 'Fresh' }));
    expect(onChange).toHaveBeenCalledWith('fresh');
  });
});
