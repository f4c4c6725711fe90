import type { ComponentProps } from 'react';
import styles from './Button.module.css';

interface ButtonProps extends ComponentProps<'button'> {
  /** `link`: a quiet act among text. `plain`: beside others. `main`: the one act of a form or state. */
  readonly look?: 'link' | 'plain' | 'main' | 'icon';
}

/** A button in one of the panel's four looks. */
export function Button({ look = 'plain', className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={[styles.button, styles[look], className].filter(Boolean).join(' ')} {...rest} />;
}
