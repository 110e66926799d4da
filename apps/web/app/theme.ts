import { theme, type ThemeConfig } from 'antd';

const light: NonNullable<ThemeConfig['token']> = {
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
};
const dark: NonNullable<ThemeConfig['token']> = {
  colorPrimary: '#3b72bd',
  colorInfo: '#3b72bd',
  colorLink: '#8fb4e8',
  colorSuccess: '#63b786',
  colorWarning: '#d9a24a',
  colorError: '#f0897f',
  colorBgBase: '#15181c',
  colorBgContainer: '#1d2126',
  colorBgElevated: '#262b31',
  colorBgLayout: '#15181c',
  // What antd derives from a bluish ground is bluer than any line of ours.
  colorBorder: '#4a545f',
  colorBorderSecondary: '#343b44',
  colorSplit: '#343b44',
  colorTextBase: '#dfe3e8',
  colorTextPlaceholder: '#97a1ad',
  colorTextDescription: '#9aa4b0',
  colorTextTertiary: '#9aa4b0',
};

/** Quiet and dense, set once for every page. Red is only for what blocks. */
export const themeOf = (isDark: boolean): ThemeConfig => ({
  algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
  cssVar: { key: isDark ? 'mubiao-dark' : 'mubiao' },
  hashed: false,
  token: {
    ...(isDark ? dark : light),
    fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
    fontSize: 14,
    borderRadius: 3,
    controlHeight: 32,
    // What waits for a transition to end stays for good where none begins: a button that was busy for an instant
    // kept its turning wheel.
    motion: false,
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
    boxShadowTertiary: 'none',
  },
  components: {
    Table: {
      cellPaddingBlockSM: 5,
      cellPaddingInlineSM: 8,
      headerBg: isDark ? '#262b31' : '#eef1f5',
      headerColor: isDark ? '#b9c1cb' : '#424a54',
      rowSelectedBg: isDark ? '#24364f' : '#e6edf6',
      rowSelectedHoverBg: isDark ? '#2a3f5c' : '#dbe5f2',
    },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Menu: { itemHeight: 36, itemBorderRadius: 3 },
  },
});
