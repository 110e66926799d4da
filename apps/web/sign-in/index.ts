export { SignIn } from './sign-in.tsx';
export { SignInAgain } from './sign-in-again.tsx';
