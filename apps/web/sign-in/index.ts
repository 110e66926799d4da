export { FIRST_PASSWORD, FirstPassword } from './first-password.tsx';
export { SignIn } from './sign-in.tsx';
export { SignInAgain } from './sign-in-again.tsx';
