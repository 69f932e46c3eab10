import { Book, BookCheck, Ellipsis, Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Resource } from '../../shared/model/learning.ts';
import { useStore } from '../store.ts';
import { Button, IconButton, TextButton, TextLink } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { t } from '../words.ts';
import styles from './skill.module.css';

const ResourceDialog = lazy(async () => ({
  default: (await import('./skill-resource-dialog.tsx')).ResourceDialog,
}));
const ResourceMenu = lazy(async () => ({
  default: (await import('./skill-resource-dialog.tsx')).ResourceMenu,
}));

type Open = { readonly kind: 'dialog'; readonly resource: Resource | null } | MenuOpen | null;
type MenuOpen = {
  readonly kind: 'menu';
  readonly resource: Resource;
  readonly at: { readonly x: number; readonly y: number };
};

/** What to read, watch or do: the catalogue's references and the person's own. */
export const Resources = ({
  skill,
  resources,
}: Readonly<{ skill: string; resources: readonly Resource[] }>) => {
  const [open, setOpen] = useState<Open>(null);
  const [showsHidden, setShowsHidden] = useState(false);
  const hidden = resources.filter((resource) => resource.hidden);
  const shown = resources.filter((resource) => showsHidden || !resource.hidden);
  const counted = resources.filter((resource) => !resource.hidden);
  const close = (): void => setOpen(null);
  return (
    <Section
      id="resources"
      title={t('resource.title')}
      remark={t('resource.read', {
        read: counted.filter(({ read }) => read).length,
        total: counted.length,
      })}
      action={
        <Button
          small
          variant="quiet"
          icon={<Plus aria-hidden="true" />}
          onClick={() => setOpen({ kind: 'dialog', resource: null })}
        >
          {t('resource.add')}
        </Button>
      }
    >
      {shown.length === 0 ? (
        <Empty>{t('resource.empty')}</Empty>
      ) : (
        <Rows>
          {shown.map((resource) => (
            <ResourceRow
              key={resource.id ?? resource.url}
              skill={skill}
              resource={resource}
              onMenu={(at) => setOpen({ kind: 'menu', resource, at })}
            />
          ))}
        </Rows>
      )}
      {hidden.length > 0 && !showsHidden && (
        <TextButton onClick={() => setShowsHidden(true)}>
          {t('resource.showHidden', { count: hidden.length })}
        </TextButton>
      )}
      <Suspense>
        {open?.kind === 'dialog' && <ResourceDialog skill={skill} resource={open.resource} onClose={close} />}
        {open?.kind === 'menu' && (
          <ResourceMenu
            skill={skill}
            resource={open.resource}
            at={open.at}
            onEdit={() => setOpen({ kind: 'dialog', resource: open.resource })}
            onClose={() => setOpen((now) => (now === open ? null : now))}
          />
        )}
      </Suspense>
    </Section>
  );
};

type RowProps = Readonly<{
  skill: string;
  resource: Resource;
  onMenu: (at: { readonly x: number; readonly y: number }) => void;
}>;

const ResourceRow = ({ skill, resource, onMenu }: RowProps) => {
  const send = useStore((state) => state.send);
  const { id, title, url, read } = resource;
  const toggle = (): void => {
    if (id === null) void send('references.set', { skill, url, read: !read });
    else void send('resources.setRead', { resource: id, read: !read });
  };
  return (
    <Row
      muted={read || resource.hidden}
      lead={
        <IconButton
          small
          label={t(read ? 'resource.markUnread' : 'resource.markRead', { title })}
          icon={read ? <BookCheck aria-hidden="true" /> : <Book aria-hidden="true" />}
          aria-pressed={read}
          onClick={toggle}
        />
      }
      end={
        <span className={styles.actions}>
          {read && t('resource.isRead')}
          <IconButton
            small
            label={t('resource.menu', { title })}
            icon={<Ellipsis aria-hidden="true" />}
            onClick={({ currentTarget }) => {
              const { left, bottom } = currentTarget.getBoundingClientRect();
              onMenu({ x: left, y: bottom });
            }}
          />
        </span>
      }
    >
      <TextLink href={url} target="_blank" rel="noreferrer" dir="auto">
        {title}
      </TextLink>
    </Row>
  );
};
