import { Component, type ReactNode } from 'react';
import { useForgetHidden } from '@/lib/query/acts.ts';
import { ErrorNote } from './ErrorNote.tsx';
import { Section } from './Section.tsx';

interface BoundaryProps {
  /** The region that stands here while all is well. */
  readonly name: string;
  readonly children: ReactNode;
}

/**
 * Keeps a mistake of ours in one part of the panel away from the others. Trying again reads anew what the part was given;
 * drafts and pending writes are kept outside, so nothing is lost.
 */
export function Boundary(props: BoundaryProps) {
  const forget = useForgetHidden();
  return <Catcher {...props} forget={forget} />;
}

/** React takes down everything up to the next class that says otherwise. */
class Catcher extends Component<BoundaryProps & { readonly forget: () => Promise<void> }, { readonly error: unknown }> {
  override state = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    const { name, children, forget } = this.props;
    if (error === undefined) return children;
    const retry = () => void forget().finally(() => this.setState({ error: undefined }));
    return (
      <Section name={name}>
        <ErrorNote error={error} onRetry={retry} />
      </Section>
    );
  }
}
