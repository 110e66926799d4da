export { Announcements, type Hearer } from './announcements.ts';
