import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense, useState } from 'react';
import { expect, test } from 'vitest';
import { fetched } from '../../renderer/fetched.tsx';

const Draft = ({ title }: Readonly<{ title: string }>) => {
  const [text, setText] = useState('');
  return <input aria-label={title} value={text} onChange={({ target }) => setText(target.value)} />;
};

const shown = (Room: ReturnType<typeof fetched<{ readonly title: string }>>, title: string) => (
  <Suspense fallback="Waiting">
    <Room title={title} />
  </Suspense>
);

test('What was fetched ahead stands at once, without its fallback', async () => {
  const Room = fetched(async () => Draft);
  await Room.fetch();
  render(shown(Room, 'Draft'));
  expect(screen.queryByText('Waiting')).toBeNull();
  expect(screen.getByLabelText('Draft')).toBeInTheDocument();
});

test('What is fetched only now waits behind its fallback, and keeps what is written in it from then on', async () => {
  const Room = fetched(async () => Draft);
  const view = render(shown(Room, 'Draft'));
  expect(screen.getByText('Waiting')).toBeInTheDocument();
  const field = await screen.findByLabelText('Draft');
  await userEvent.type(field, 'half a sentence');
  await act(() => Room.fetch());
  view.rerender(shown(Room, 'Same draft'));
  expect(screen.getByLabelText('Same draft')).toHaveValue('half a sentence');
});

test('It is fetched once, however often it is asked for', async () => {
  let loads = 0;
  const Room = fetched(async () => {
    loads += 1;
    return Draft;
  });
  await Room.fetch();
  await Room.fetch();
  render(shown(Room, 'Draft'));
  expect(loads).toBe(1);
});
