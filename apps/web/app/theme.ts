import { type ThemeConfig } from 'antd';

/** Quiet and dense, set once for every page. Red is only for what blocks. */
export const theme: ThemeConfig = {
  cssVar: { key: 'mubiao' },
  hashed: false,
  token: {
    colorPrimary: '#1F4E8C',
    colorInfo: '#1F4E8C',
    colorLink: '#1F4E8C',
    colorSuccess: '#2F7D4F',
    colorWarning: '#B7791F',
    colorError: '#B3261E',
    // What antd derives from such quiet colours is murky.
    colorSuccessBg: '#eef6f0',
    colorSuccessBorder: '#b7d9c3',
    colorWarningBg: '#fdf6e7',
    colorWarningBorder: '#ecd9ab',
    colorErrorBg: '#fdf1f0',
    colorErrorBorder: '#edc3c0',
    colorInfoBg: '#eef3fa',
    colorInfoBorder: '#c5d5ea',
    colorTextBase: '#1d2126',
    colorBgLayout: '#f4f5f7',
    colorTextPlaceholder: '#6b7480',
    colorTextDescription: '#59626d',
    colorTextTertiary: '#59626d',
    fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
    fontSize: 14,
    borderRadius: 3,
    controlHeight: 32,
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
    boxShadowTertiary: 'none',
  },
  components: {
    Table: { cellPaddingBlockSM: 5, cellPaddingInlineSM: 8, headerBg: '#eef1f5', headerColor: '#424a54' },
    Layout: { headerBg: '#1F4E8C', headerHeight: 48, headerPadding: '0 16px', siderBg: '#ffffff' },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Menu: { itemHeight: 36, itemBorderRadius: 3 },
    Tabs: { horizontalMargin: '0 0 8px 0' },
  },
};
