import { i18n } from '#i18n';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';

interface CompanySentenceProps {
  /** What the page calls it. */
  readonly company: string | undefined;
  /** HighLevel knows none of its people. */
  readonly isEmpty: boolean;
}

/** The page is about a company, so it names nobody. */
export function CompanySentence({ company = '', isEmpty }: CompanySentenceProps) {
  if (company.trim() === '') return i18n.t(isEmpty ? 'match.ofCompanyEmptyUnnamed' : 'match.ofCompanyUnnamed');
  return <Phrase sentence={i18n.t(isEmpty ? 'match.ofCompanyEmpty' : 'match.ofCompany', { name: SLOT })} words={company} />;
}
