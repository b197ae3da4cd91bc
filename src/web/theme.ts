import { t } from '@lingui/core/macro';
import { Alert, type CSSVariablesResolver, createTheme, Notification } from '@mantine/core';

/** Made once the language of the page is known. */
export const makeTheme = () =>
  createTheme({
    primaryColor: 'indigo',
    primaryShade: { light: 7, dark: 8 },
    defaultRadius: 'md',
    fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
    respectReducedMotion: true,
    cursorType: 'pointer',
    components: {
      // The frame and the icon carry the colour; coloured text would be too faint.
      Alert: Alert.extend({ styles: { title: { color: 'var(--mantine-color-text)' } } }),
      Notification: Notification.extend({
        defaultProps: { closeButtonProps: { 'aria-label': t`Close this message` } },
        styles: { description: { color: 'var(--mantine-color-text)' } },
      }),
    },
  });

/** Mantine's own greys and reds are too faint to read (WCAG AA asks for 4.5 to 1). */
export const cssVariables: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': colors.gray[7],
    '--mantine-color-placeholder': colors.gray[7],
    '--mantine-color-error': colors.red[9],
    '--field-border': colors.gray[6],
    '--badge-text': colors.gray[9],
  },
  dark: {
    '--mantine-color-dimmed': colors.dark[1],
    '--mantine-color-placeholder': colors.dark[1],
    '--mantine-color-error': colors.red[4],
    '--field-border': colors.dark[2],
    '--badge-text': colors.gray[0],
  },
});
