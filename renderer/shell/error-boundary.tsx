import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { t } from '../words.ts';

type Props = Readonly<{ children: ReactNode }>;

/** A fault in one screen leaves the rest of the window standing. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Page>
        <PageHead
          title={t('error.crash')}
          lead={t('error.crashBody')}
          actions={
            <Button variant="primary" onClick={() => location.reload()}>
              {t('error.reload')}
            </Button>
          }
        />
      </Page>
    );
  }
}
