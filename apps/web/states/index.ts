export { Loaded } from './loaded.tsx';
export { Failed, NoRight, Nothing, Waiting } from './states.tsx';
