import { i18n } from '#i18n';
import { SeveralPeople } from '@/components/people/SeveralPeople.tsx';
import { RestingSite } from '@/components/site/RestingSite.tsx';
import { TeachOrSample } from '@/components/site/TeachOrSample.tsx';
import { UnknownPerson } from '@/components/site/UnknownPerson.tsx';
import { UnreadSite } from '@/components/site/UnreadSite.tsx';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { TabView } from '@/lib/contact/types.ts';
import { useBrowserActs } from '@/lib/query/acts.ts';
import { NoContact } from './NoContact.tsx';
import { PageContact } from './PageContact.tsx';
import { Waiting } from './Waiting.tsx';

/** What a tab shows, as far as it is known: somebody, several people, nobody, or why nothing is read. */
export function TabState({ tabId, view }: { readonly tabId: number; readonly view: TabView }) {
  const { reloadTab } = useBrowserActs();
  switch (view.status) {
    case 'unsupported':
      return <NoContact notice={<UnreadSite tabId={tabId} view={view} />} />;
    case 'off':
    case 'paused':
    case 'blocked':
      return <NoContact notice={<RestingSite key={view.site.id} tabId={tabId} status={view.status} site={view.site} />} />;
    case 'silent': {
      const reload = <Button onClick={() => reloadTab(tabId)}>{i18n.t('panel.reload')}</Button>;
      return (
        <NoContact
          notice={
            <Notice tone="warning" action={reload}>
              {i18n.t('panel.silent')}
            </Notice>
          }
        />
      );
    }
    case 'pending':
      return (
        <Waiting
          sentence={i18n.t('panel.reading')}
          afterAWhile={i18n.t('panel.unreadable')}
          act={<TeachOrSample tabId={tabId} site={view.site} />}
        />
      );
    case 'none':
      return (
        <NoContact
          notice={<Notice action={<TeachOrSample tabId={tabId} site={view.site} isBrief />}>{i18n.t('panel.noContact')}</Notice>}
        />
      );
    case 'unknown':
      return <NoContact notice={<Unknown tabId={tabId} view={view} />} />;
    case 'ambiguous':
      // Another set of people is another question.
      return <SeveralPeople key={view.people.map(({ recordId }) => recordId).join(' ')} tabId={tabId} people={view.people} />;
    case 'contact':
      // Keyed by the record: nothing of one record's view can be painted for another.
      return <PageContact key={`${view.contact.crm} ${view.contact.recordId}`} tabId={tabId} page={view.contact} reasons={view.reasons} />;
  }
}

/** A page that changed since it was taught says so already. */
function Unknown({ tabId, view }: { readonly tabId: number; readonly view: TabView & { readonly status: 'unknown' } }) {
  return view.site.failing.length > 0 ? null : <UnknownPerson tabId={tabId} site={view.site} missing={view.missing} />;
}
