import { errorText } from '@/components/error-texts.ts';
import { Text } from '@/components/ui/Text.tsx';
import type { Connection } from '@/lib/auth/types.ts';
import type { AppError } from '@/lib/core/errors.ts';
import type { Operation } from '@/lib/outbox/entry.ts';
import { type FieldProblem, fieldProblems } from './field-problems.ts';
import styles from './NeedsYou.module.css';

interface FailedBecauseProps {
  readonly operation: Operation;
  readonly error: AppError;
  /** How the location is connected; `undefined` where the write is of another one. */
  readonly kind: Connection['kind'] | undefined;
}

const MOST = 5;

/** Why a write failed: where HighLevel's words name a field, by the field's own name in the panel. */
export function FailedBecause({ operation, error, kind }: FailedBecauseProps) {
  const problems = error.code === 'invalid_request' ? fieldProblems(operation, error.problems) : [];
  const named = problems.filter((problem): problem is Named => problem.label !== undefined).slice(0, MOST);
  if (named.length === 0) return <p>{errorText(error, kind).sentence}</p>;
  return (
    <>
      <p>{errorText({ code: 'invalid_request', problems: [] }).sentence}</p>
      <ul className={styles.problems}>
        {named.map(({ label, words }) => (
          <li key={words}>
            <strong>
              <Text>{label}</Text>
            </strong>
            : <Text>{words.slice(0, 300)}</Text>
          </li>
        ))}
      </ul>
    </>
  );
}

type Named = FieldProblem & { readonly label: string };
