import { Component, type ReactNode } from 'react';
import { ErrorNote } from './ErrorNote.tsx';
import { Section } from './Section.tsx';

interface BoundaryProps {
  /** The region that stands here while all is well. */
  readonly name: string;
  readonly children: ReactNode;
}

/**
 * Keeps a mistake of ours in one part of the panel away from the others: React takes down everything up to the next
 * boundary. Drafts and pending writes are kept outside, so trying again loses nothing.
 */
export class Boundary extends Component<BoundaryProps, { readonly error: unknown }> {
  override state = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <Section name={this.props.name}>
        <ErrorNote error={error} onRetry={() => this.setState({ error: undefined })} />
      </Section>
    );
  }
}
