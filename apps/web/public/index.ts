export { PublicApp } from './public-app.tsx';
