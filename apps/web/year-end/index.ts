export { YearEndPage } from './year-end-page.tsx';
