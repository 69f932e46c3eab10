import { useState, type ReactNode } from 'react';
import { Section } from '../ui/page.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { t } from '../words.ts';

type ViewSectionProps = Readonly<{
  id: string;
  title: string;
  hint?: string;
  /** Only the one that is looked at is made. */
  chart: () => ReactNode;
  table: () => ReactNode;
}>;

/** A chart, and the same numbers as a table. */
export const ViewSection = ({ id, title, hint, chart, table }: ViewSectionProps) => {
  const [view, setView] = useState<'chart' | 'table'>('chart');
  return (
    <Section
      id={id}
      title={title}
      {...(hint !== undefined && { hint })}
      action={
        <Segmented
          small
          label={`${title}: ${t('insights.view')}`}
          value={view}
          options={(['chart', 'table'] as const).map((value) => ({ value, label: t(`insights.${value}`) }))}
          onChange={setView}
        />
      }
    >
      {view === 'chart' ? chart() : table()}
    </Section>
  );
};
