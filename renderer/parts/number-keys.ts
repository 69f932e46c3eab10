import { useEffect, useEffectEvent } from 'react';
import { takesLetters } from '../typing.ts';

/** Does what stands at the place of a number key, from 1, unless the key is meant for a field or for something above. */
export const useNumberKeys = (choices: readonly (() => void)[]): void => {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (takesLetters(event.target)) return;
    const choose = choices[Number(event.key) - 1];
    if (!choose) return;
    event.preventDefault();
    choose();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
};
