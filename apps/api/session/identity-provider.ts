import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client';
import { type OidcConfiguration } from '#platform/configuration';

/** What the browser keeps between leaving for the provider and coming back. */
export interface Pending {
  state: string;
  nonce: string;
  verifier: string;
}

const RETURN = '/api/session/oidc/return';
const WITHIN_SECONDS = 10;

/** OpenID Connect, authorization code flow with PKCE, state and nonce. The provider is asked about itself at first need. */
export class IdentityProvider {
  #known: Promise<Configuration> | null = null;

  constructor(
    private readonly oidc: OidcConfiguration,
    /** As the browser sees us. */
    private readonly origin: string,
  ) {}

  /** Where to send the browser. @throws where the provider does not answer */
  async begin(): Promise<{ url: string; pending: Pending }> {
    const provider = await this.known();
    const pending = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const url = buildAuthorizationUrl(provider, {
      redirect_uri: this.origin + RETURN,
      scope: 'openid profile',
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await calculatePKCECodeChallenge(pending.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, pending };
  }

  /**
   * The user name that the provider vouches for, `null` where its claim is missing; `query` is what it sent back.
   * @throws where anything about the reply does not fit
   */
  async finish(query: string, { state, nonce, verifier }: Pending): Promise<string | null> {
    const provider = await this.known();
    const tokens = await authorizationCodeGrant(provider, new URL(`${this.origin}${RETURN}?${query}`), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    const { claim } = this.oidc;
    if (!claims || typeof claims[claim] === 'string') return nameIn(claims?.[claim]);
    // Some providers keep all but the subject out of the token.
    const more = await fetchUserInfo(provider, tokens.access_token, claims.sub);
    return nameIn(more[claim]);
  }

  /** A provider that was away is asked again the next time. */
  private known(): Promise<Configuration> {
    this.#known ??= this.discover().catch((error: unknown) => {
      this.#known = null;
      throw error;
    });
    return this.#known;
  }

  private discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.oidc;
    const url = new URL(issuer);
    // The configuration lets plain http through for this machine only.
    const execute = url.protocol === 'http:' ? [allowInsecureRequests] : [];
    return discovery(url, clientId, clientSecret, undefined, { execute, timeout: WITHIN_SECONDS });
  }
}

const nameIn = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
