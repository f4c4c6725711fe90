import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import fields from '@/components/ui/Field.module.css';
import { displayText } from '@/lib/core/display-text.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { useCommitWrite } from '@/lib/query/outbox.ts';
import type { ReadOutput } from '@/lib/query/reads.ts';
import { AskOnce } from './AskOnce.tsx';
import styles from './Enrolment.module.css';

interface WorkflowFormProps {
  readonly target: Target & { readonly contactId: string };
  readonly workflows: ReadOutput<'workflows.list'>;
}

/** Asks once before it writes: a workflow begins at once and may send messages. */
export function WorkflowForm({ target, workflows }: WorkflowFormProps) {
  const [workflowId, setWorkflowId] = useState('');
  const [asks, setAsks] = useState<'add' | 'remove'>();
  const write = useCommitWrite();
  const name = workflows.find(({ id }) => id === workflowId)?.name ?? '';
  function choose(id: string) {
    setWorkflowId(id);
    setAsks(undefined);
  }
  function go() {
    setAsks(undefined);
    write.mutate({ operation: { kind: 'setWorkflow', workflowId, name, isIn: asks === 'add' }, target });
  }
  return (
    <div>
      <div className={styles.row}>
        <label className={fields.label}>
          {i18n.t('enrolment.workflow')}
          <select className={fields.input} value={workflowId} onChange={(event) => choose(event.target.value)}>
            <option value="">{i18n.t('enrolment.chooseWorkflow')}</option>
            {workflows.map((workflow) => (
              <option key={workflow.id} value={workflow.id}>
                {displayText(workflow.status === 'draft' ? i18n.t('enrolment.draft', { name: workflow.name }) : workflow.name)}
              </option>
            ))}
          </select>
        </label>
        <Button disabled={workflowId === ''} onClick={() => setAsks('add')}>
          {i18n.t('enrolment.add')}
        </Button>
        <Button disabled={workflowId === ''} onClick={() => setAsks('remove')}>
          {i18n.t('enrolment.remove')}
        </Button>
      </div>
      {asks !== undefined && (
        <AskOnce
          key={asks}
          question={i18n.t(asks === 'add' ? 'enrolment.addQuestion' : 'enrolment.removeQuestion', { name: displayText(name) })}
          yes={i18n.t(asks === 'add' ? 'enrolment.yesAdd' : 'enrolment.yesRemove')}
          onYes={go}
          onNo={() => setAsks(undefined)}
        />
      )}
      {write.error !== null && <ErrorNote error={write.error} />}
    </div>
  );
}
