import fc from 'fast-check';
import { type Inline, joinLists, type ListBlock, MARKS, type RichDoc, type TextKind, tidy } from '@/components/ui/rich-text-doc.ts';

const letters = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: fc.constantFrom('a', 'b', ' ', '<', '>', '&', '"', ';', 'é', '\u00a0', '/', 'b>') }) },
  { weight: 1, arbitrary: fc.string() },
);
const run = fc.record(
  {
    text: letters,
    marks: fc.subarray([...MARKS]),
    href: fc.constantFrom('https://a.test/?x=1&y=2', 'mailto:maria@bayside.test', 'tel:+14155550100'),
  },
  { requiredKeys: ['text', 'marks'] },
);
const inline: fc.Arbitrary<Inline> = fc.oneof({ weight: 4, arbitrary: run }, { weight: 1, arbitrary: fc.constant('break' as const) });
const inlines = fc.array(inline, { maxLength: 6 }).map((all) => tidy(all, 'keep'));

const textBlock = fc.record({ kind: fc.constantFrom<TextKind[]>('p', 'quote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'), children: inlines });
const { list } = fc.letrec<{ list: ListBlock }>((tie) => ({
  list: fc.record({
    kind: fc.constantFrom('ul' as const, 'ol' as const),
    items: fc.array(
      fc.record({
        children: inlines,
        lists: fc.oneof({ maxDepth: 2 }, fc.constant([]), fc.array(tie('list'), { maxLength: 2 }).map(joinLists)),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
}));

/** Any document, in the one form that documents have. */
export const richDoc: fc.Arbitrary<RichDoc> = fc
  .array(fc.oneof({ weight: 2, arbitrary: textBlock }, { weight: 1, arbitrary: list }), { maxLength: 5 })
  .map(joinLists);
