// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Button, ButtonLink, IconButton } from '../../../renderer/ui/button.tsx';
import { Disclosure } from '../../../renderer/ui/disclosure.tsx';
import { ErrorBox } from '../../../renderer/ui/error-box.tsx';
import { PageHead, Section } from '../../../renderer/ui/page.tsx';
import { Row, Rows } from '../../../renderer/ui/rows.tsx';

afterEach(cleanup);

describe('page', () => {
  it('has a way up, one h1 that can take the focus, and sections named by their heads', () => {
    const crumbs = { label: 'Way up', items: [{ text: 'Skills', href: '#/skills' }] };
    render(
      <>
        <PageHead crumbs={crumbs} title="Git" lead="Four of five." />
        <Section id="notes" title="Notes" remark="2">
          text
        </Section>
      </>,
    );
    const nav = screen.getByRole('navigation', { name: 'Way up' });
    expect(within(nav).getByRole('link', { name: 'Skills' }).getAttribute('href')).toBe('#/skills');
    const title = screen.getByRole('heading', { level: 1 });
    title.focus();
    expect(document.activeElement).toBe(title);
    expect(screen.getByRole('region', { name: 'Notes' }).id).toBe('notes');
  });

  it('rows go somewhere, do something or just stand', async () => {
    const onPress = vi.fn();
    render(
      <Rows label="Skills">
        <Row href="#/skills/git" end="4/5">
          Git
        </Row>
        <Row onPress={onPress}>Press</Row>
        <Row second="second line">Plain</Row>
      </Rows>,
    );
    expect(within(screen.getByRole('list', { name: 'Skills' })).getAllByRole('listitem')).toHaveLength(3);
    expect(screen.getByRole('link', { name: 'Git' }).getAttribute('href')).toBe('#/skills/git');
    await userEvent.click(screen.getByRole('button', { name: 'Press' }));
    expect(onPress).toHaveBeenCalledOnce();
  });

  it('says a fault in three sentences at once', () => {
    render(
      <ErrorBox
        happened="It failed."
        safe="All is safe."
        todo="Try again."
        action={<Button>Again</Button>}
      />,
    );
    expect(screen.getByRole('alert').textContent).toBe('It failed.All is safe. Try again.Again');
  });

  it('folds', async () => {
    const onToggle = vi.fn();
    const { rerender } = render(
      <Disclosure label="Met" open={false} onToggle={onToggle}>
        content
      </Disclosure>,
    );
    expect(screen.queryByText('content')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Met', expanded: false }));
    expect(onToggle).toHaveBeenCalledOnce();
    rerender(
      <Disclosure label="Met" open onToggle={onToggle}>
        content
      </Disclosure>,
    );
    const controls = screen.getByRole('button', { expanded: true }).getAttribute('aria-controls');
    expect(document.getElementById(controls ?? '')?.textContent).toBe('content');
  });
});

describe('buttons', () => {
  it('never submit a form by accident, and keep what they are given', () => {
    render(
      <>
        <Button disabled aria-describedby="x">
          Do
        </Button>
        <ButtonLink href="#/today">Go</ButtonLink>
        <IconButton label="Close" icon={<svg />} tooltip="Close, Esc" />
      </>,
    );
    const button = screen.getByRole('button', { name: 'Do' }) as HTMLButtonElement;
    expect([button.type, button.disabled, button.getAttribute('aria-describedby')]).toEqual([
      'button',
      true,
      'x',
    ]);
    expect(screen.getByRole('link', { name: 'Go' }).getAttribute('href')).toBe('#/today');
    expect(screen.getByRole('button', { name: 'Close' }).title).toBe('Close, Esc');
  });
});
