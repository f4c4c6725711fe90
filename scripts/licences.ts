/** Fails when a package that ships with the extension or the broker has a licence that has not been agreed to. */
import { readFileSync } from 'node:fs';
import * as z from 'zod';

const AGREED: readonly string[] = ['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'CC0-1.0', 'BlueOak-1.0.0'];

/** npm's own record of what is installed for what, licence included. */
const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      license: z.string().optional(),
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
      devOptional: z.boolean().optional(),
    }),
  ),
});

const { packages } = lockfile.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const shipped = Object.entries(packages).filter(
  ([place, { dev, optional, devOptional }]) => place !== '' && !dev && !optional && !devOptional,
);
const strangers = shipped.filter(([, { license }]) => license === undefined || !AGREED.includes(license));

for (const [place, { license }] of strangers) console.error(`${place}: ${license ?? 'no licence named'} is not among the agreed licences.`);
if (strangers.length === 0) console.log(`${shipped.length} shipped packages, all under agreed licences.`);
process.exitCode = strangers.length === 0 ? 0 : 1;
