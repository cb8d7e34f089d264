/** Paper white, ink black, one deep red for the current step and the primary act; dark follows the system. */
import { theme, type ThemeConfig } from 'antd';
import type { TextSize } from './settings.tsx';

export const FONT = 'system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';

export function themeFor(dark: boolean, size: TextSize): ThemeConfig {
  const ink = dark ? '#ece8e1' : '#1c1b19';
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: dark ? '#b54a45' : '#9a1b1e',
      colorLink: ink,
      colorBgBase: dark ? '#181715' : '#ffffff',
      colorTextBase: ink,
      colorTextPlaceholder: dark ? '#b6afa4' : '#5c574f',
      colorBorder: dark ? '#8d867b' : '#7d776c',
      borderRadius: 2,
      controlHeight: 44,
      fontFamily: FONT,
      fontSize: size === 'large' ? 20 : 16,
      motion: false,
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        // Red is for the primary act alone; what is pointed at stays ink.
        defaultHoverColor: ink,
        defaultHoverBorderColor: ink,
        defaultActiveColor: ink,
        defaultActiveBorderColor: ink,
      },
    },
  };
}
