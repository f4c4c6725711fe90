/** HighLevel's ids: 20 letters and digits as a rule, in older campaigns a UUID or 24 hexadecimal digits. */
const ID = /^(?:[A-Za-z0-9]{20,24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * The id of a campaign in what a person has pasted: the id itself, or the address of the campaign in HighLevel's web app
 * (`/v2/location/<location>/marketing/campaigns/<id>`, whatever stands around it). `undefined` when there is none.
 */
export function campaignIdIn(pasted: string): string | undefined {
  const text = pasted.trim();
  if (ID.test(text)) return text;
  const segments = URL.parse(text)?.pathname.split('/') ?? [];
  // The location's own id comes before; the campaign's is what follows the word.
  const after = segments.slice(segments.findLastIndex((segment) => /^campaigns?$/i.test(segment)) + 1);
  const isCampaign = after.length < segments.length;
  return isCampaign ? after.find((segment) => ID.test(segment)) : undefined;
}
