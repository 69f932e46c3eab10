import { ImagePlus, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ProjectDetail, ProjectPicture } from '../../shared/model/project.ts';
import { LENGTHS, PICTURES } from '../../shared/values.ts';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Remark } from '../parts/remark.tsx';
import { IconButton } from '../ui/button.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { TextField } from '../ui/form.tsx';
import { Section } from '../ui/page.tsx';
import { t } from '../words.ts';
import styles from './project.module.css';

type Asking = { readonly file: File } | { readonly picture: ProjectPicture };

/** Screenshots, with words for those who cannot see them. */
export const Pictures = ({ project }: Readonly<{ project: ProjectDetail }>) => {
  const [asking, setAsking] = useState<Asking | null>(null);
  const complain = useStore((state) => state.complain);
  const { id, pictures } = project;
  return (
    <Section
      id="pictures"
      title={t('picture.title')}
      remark={pictures.length}
      action={
        <FileButton
          small
          variant="quiet"
          icon={<ImagePlus aria-hidden="true" />}
          field={t('picture.field')}
          accept="image/png,image/jpeg,image/webp,image/gif"
          onChoose={(file) => {
            if (file.size > PICTURES.bytes) complain(t('picture.tooLarge'));
            else setAsking({ file });
          }}
        >
          {t('picture.add')}
        </FileButton>
      }
    >
      {pictures.length === 0 && <Remark>{t('picture.empty')}</Remark>}
      <div className={styles.pictures}>
        {pictures.map((picture) => (
          <Picture key={picture.id} picture={picture} onEdit={() => setAsking({ picture })} />
        ))}
      </div>
      {asking && <CaptionDialog project={id} asking={asking} onClose={() => setAsking(null)} />}
    </Section>
  );
};

const Picture = ({ picture, onEdit }: Readonly<{ picture: ProjectPicture; onEdit: () => void }>) => {
  const send = useStore((state) => state.send);
  const { data } = useQuery('projects.picture', { picture: picture.id });
  const { id, caption } = picture;
  return (
    <figure>
      {data && <img src={data.image} alt={caption} />}
      <figcaption>
        <span dir="auto">{caption}</span>
        <span className={styles.finding}>
          <IconButton
            small
            label={t('picture.edit', { caption })}
            icon={<Pencil aria-hidden="true" />}
            onClick={onEdit}
          />
          <IconButton
            small
            label={t('picture.remove', { caption })}
            icon={<Trash2 aria-hidden="true" />}
            onClick={() => void send('projects.removePicture', { picture: id }, { undoable: true })}
          />
        </span>
      </figcaption>
    </figure>
  );
};

type CaptionDialogProps = Readonly<{ project: string; asking: Asking; onClose: () => void }>;

const CaptionDialog = ({ project, asking, onClose }: CaptionDialogProps) => {
  const [caption, setCaption] = useState('picture' in asking ? asking.picture.caption : '');
  const [tried, setTried] = useState(false);
  const send = useStore((state) => state.send);
  const upload = useStore((state) => state.upload);
  const complain = useStore((state) => state.complain);
  const save = async (): Promise<void> => {
    setTried(true);
    const text = caption.trim();
    if (text === '') return;
    if ('picture' in asking) {
      if (await send('projects.editPicture', { picture: asking.picture.id, caption: text })) onClose();
      return;
    }
    const uploaded = await upload(asking.file);
    if (!uploaded.ok) return complain(uploaded.error.message);
    const { upload: file } = uploaded.value;
    if (await send('projects.addPicture', { project, upload: file, caption: text })) onClose();
  };
  return (
    <FormDialog
      title={t('picture.captionTitle')}
      cancel={t('project.cancel')}
      confirm={t('project.save')}
      onCancel={onClose}
      onSubmit={() => void save()}
    >
      <TextField
        label={t('picture.caption')}
        value={caption}
        onChange={setCaption}
        maxLength={LENGTHS.line}
        error={tried && caption.trim() === '' ? t('picture.captionMissing') : undefined}
        autoFocus
      />
    </FormDialog>
  );
};
