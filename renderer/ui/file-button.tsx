import { useRef, type ComponentProps } from 'react';
import { Button } from './button.tsx';

type FileButtonProps = Readonly<{
  /** Name of the hidden field, for tests and assistive technology. */
  field: string;
  accept?: string;
  onChoose: (file: File) => void;
}> &
  Omit<ComponentProps<typeof Button>, 'onClick'>;

/** A button that asks for a file of this computer. */
export const FileButton = ({ field, accept, onChoose, ...button }: FileButtonProps) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...button} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        className="sr-only"
        tabIndex={-1}
        aria-label={field}
        accept={accept}
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file may be chosen again after it was mended.
          target.value = '';
          if (file) onChoose(file);
        }}
      />
    </>
  );
};
