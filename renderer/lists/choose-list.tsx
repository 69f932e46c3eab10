import { FileText } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/form.tsx';
import { Section } from '../ui/page.tsx';
import { t } from '../words.ts';
import styles from './lists.module.css';

export type ChosenFile = { readonly name: string; readonly bytes: Blob };

/** A paste has no file name; its first words stand for one, so that two different ones are not taken for versions of one. */
const nameOf = (text: string): string => {
  const first = text.split('\n').find((line) => /\p{L}/u.test(line)) ?? '';
  const words = first
    .replace(/^[\s#>*+-]*(\[.\])?/u, '')
    .trim()
    .slice(0, 80);
  return `${words === '' ? t('bring.pasted') : words}.md`;
};

/** The two ways in: a file, chosen or dropped, and a paste. */
export const ChooseList = ({ onChoose }: Readonly<{ onChoose: (file: ChosenFile) => void }>) => {
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const isOver = useDrop(onChoose);
  const isPasted = text.trim() !== '';
  return (
    <>
      <Section id="file" title={t('bring.file')}>
        <div className={styles.drop} data-over={isOver || undefined}>
          <FileText aria-hidden="true" />
          <Button variant={isPasted ? 'secondary' : 'primary'} onClick={() => input.current?.click()}>
            {t('bring.choose')}
          </Button>
          <span>{isOver ? t('bring.dropNow') : t('bring.drop')}</span>
          <input
            ref={input}
            type="file"
            className="sr-only"
            tabIndex={-1}
            aria-label={t('bring.field')}
            accept=".md,.markdown,.mdown,.txt,text/markdown,text/plain"
            onChange={({ target }) => {
              const file = target.files?.[0];
              // The same file may be chosen again after it was mended.
              target.value = '';
              if (file) onChoose({ name: file.name, bytes: file });
            }}
          />
        </div>
      </Section>
      <Section id="paste" title={t('bring.paste')}>
        <form
          className={styles.paste}
          onSubmit={(event) => {
            event.preventDefault();
            if (isPasted) onChoose({ name: nameOf(text), bytes: new Blob([text]) });
          }}
        >
          <TextArea
            label={t('bring.pasteLabel')}
            hint={t('bring.pasteHint')}
            placeholder={t('bring.example')}
            rows={8}
            spellCheck={false}
            value={text}
            onChange={setText}
          />
          <Button type="submit" variant={isPasted ? 'primary' : 'secondary'} aria-disabled={!isPasted}>
            {t('bring.read')}
          </Button>
        </form>
      </Section>
    </>
  );
};

/** Files can be let go anywhere in the window, which would leave the page otherwise. Says whether one hovers over it. */
const useDrop = (onChoose: (file: ChosenFile) => void): boolean => {
  const [isOver, setOver] = useState(false);
  const choose = useRef(onChoose);
  useEffect(() => {
    choose.current = onChoose;
  });
  useEffect(() => {
    const hasFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent): void => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) choose.current({ name: file.name, bytes: file });
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, []);
  return isOver;
};
