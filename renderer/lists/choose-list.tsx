import { FileText } from 'lucide-react';
import { useState } from 'react';
import { FileDrop } from '../parts/file-drop/file-drop.tsx';
import type { ChosenFile } from '../parts/file-drop/use-drop.ts';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/form.tsx';
import { Section } from '../ui/page.tsx';
import { t } from '../words.ts';
import styles from './lists.module.css';

/** A paste has no file name; its first words stand for one, so that two different ones are not taken for versions of one. */
const nameOf = (text: string): string => {
  const first = text.split('\n').find((line) => /\p{L}/u.test(line)) ?? '';
  const words = first
    .replace(/^[\s#>*+-]*(\[.\])?/u, '')
    .trim()
    .slice(0, 80);
  return `${words === '' ? t('bring.pasted') : words}.md`;
};

type ChooseListProps = Readonly<{ onChoose: (file: ChosenFile, isPasted: boolean) => void }>;

/** The two ways in: a file, chosen or dropped, and a paste. */
export const ChooseList = ({ onChoose }: ChooseListProps) => {
  const [text, setText] = useState('');
  const isPasted = text.trim() !== '';
  return (
    <>
      <Section id="file" title={t('bring.file')}>
        <FileDrop
          icon={<FileText aria-hidden="true" />}
          label={t('bring.field')}
          choose={t('bring.choose')}
          drop={t('bring.drop')}
          dropNow={t('bring.dropNow')}
          accept=".md,.markdown,.mdown,.txt,text/markdown,text/plain"
          primary={!isPasted}
          onChoose={(file) => onChoose(file, false)}
        />
      </Section>
      <Section id="paste" title={t('bring.paste')}>
        <form
          className={styles.paste}
          onSubmit={(event) => {
            event.preventDefault();
            if (isPasted) onChoose({ name: nameOf(text), bytes: new Blob([text]) }, true);
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
