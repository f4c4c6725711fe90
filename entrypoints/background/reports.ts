import type { DetectedContact, Detection } from '@/lib/crm/adapter.ts';
import { type PageFacts, pageFactsSchema, reportHeadSchema } from '@/lib/messaging/page-facts.ts';
import type { PageSender } from '@/lib/messaging/trust.ts';
import type { createHealth } from '@/lib/sites/health.ts';
import { markedId, placeMark } from '@/lib/sites/place-mark.ts';
import type { Sites } from '@/lib/sites/sites.ts';
import { createLines } from './lines.ts';
import type { Tabs } from './tabs.ts';

interface Parts {
  readonly tabs: Pick<Tabs, 'record' | 'drop'>;
  readonly sites: Pick<Sites, 'of' | 'ruleFor'>;
  readonly health: ReturnType<typeof createHealth>;
  /** Tells the panels that the tab shows something else. */
  readonly tell: (tabId: number) => void;
}

/** Takes what pages report of themselves; answers whether to go on watching. */
export function createReports({ tabs, sites, health, tell }: Parts): (data: unknown, page: PageSender) => Promise<'watch' | 'stop'> {
  const inLine = createLines();

  async function take(data: unknown, page: PageSender): Promise<'watch' | 'stop'> {
    const site = await sites.of(page.url);
    if (site?.state !== 'on') return 'stop';
    const facts = soundFacts(data);
    // A report of another CRM or of another site than the sender's is nobody's.
    if (facts && (facts.crm !== site.id || URL.parse(facts.url)?.origin !== page.url.origin)) return 'watch';
    if (facts === undefined) await tabs.drop(page.tabId);
    else {
      const rule = site.kind === 'taught' ? await sites.ruleFor(site.id) : null;
      await tabs.record(page.tabId, rule === null ? facts : marked(facts, await placeMark(rule)), page.documentId);
    }
    tell(page.tabId);
    if (facts && site.kind === 'taught') await health.count(page.tabId, site.id, facts.url, facts.detection);
    return 'watch';
  }

  // Whose site it is takes a moment to find out, and not always as long: the last word has to stay the last.
  return (data, page) => inLine(page.tabId, () => take(data, page));
}

/**
 * The report as far as it can be kept; `undefined` when it is not even clear of which page it is. A page that says what
 * cannot be kept may show somebody else by now: whoever it showed before must not stay.
 */
function soundFacts(data: unknown): PageFacts | undefined {
  const head = reportHeadSchema.safeParse(data);
  if (!head.success || !URL.canParse(head.data.url)) return undefined;
  const facts = pageFactsSchema.safeParse(data);
  // Links are remembered under the CRM's name, so everybody in a report has to be of that CRM.
  if (facts.success && peopleOf(facts.data.detection).every(({ crm }) => crm === head.data.crm)) return facts.data;
  return { ...head.data, detection: { status: 'unknown', missing: [] } };
}

function peopleOf(detection: Detection): readonly DetectedContact[] {
  if (detection.status === 'contact') return [detection.contact];
  return detection.status === 'ambiguous' ? detection.people : [];
}

/** With ids that say by which rule they were read: nothing that is remembered of them outlives it. */
function marked(facts: PageFacts, mark: string): PageFacts {
  const { detection } = facts;
  const markPerson = (person: DetectedContact) => ({ ...person, recordId: markedId(person.recordId, mark) });
  if (detection.status === 'contact') return { ...facts, detection: { ...detection, contact: markPerson(detection.contact) } };
  if (detection.status === 'ambiguous') return { ...facts, detection: { ...detection, people: detection.people.map(markPerson) } };
  return facts;
}
