import { Box, type BoxProps } from '@mantine/core';
import type { ComponentProps } from 'react';
import styles from './table.module.css';

type Part<Tag extends 'table' | 'thead' | 'tbody' | 'tr' | 'th' | 'td'> = BoxProps & Omit<ComponentProps<Tag>, 'style'>;

/** A table that looks like Mantine's, which would bring its scroll bars along: a tenth of the first load. */
export function Table({ className, ...props }: Part<'table'>) {
  return <Box component="table" className={join(styles.table, className)} {...props} />;
}

Table.Thead = (props: Part<'thead'>) => <Box component="thead" {...props} />;
Table.Tbody = (props: Part<'tbody'>) => <Box component="tbody" {...props} />;
Table.Tr = (props: Part<'tr'>) => <Box component="tr" {...props} />;
Table.Th = ({ className, ...props }: Part<'th'>) => (
  <Box component="th" className={join(styles.cell, className)} {...props} />
);
Table.Td = ({ className, ...props }: Part<'td'>) => (
  <Box component="td" className={join(styles.cell, className)} {...props} />
);

function join(own: string | undefined, given: string | undefined): string {
  return [own, given].filter(Boolean).join(' ');
}
