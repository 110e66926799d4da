import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export const CLIENT = { clientId: 'mubiao', clientSecret: 'a secret between the two of us' };

/** An OpenID provider on this machine whose sign-in page lets everybody in as `person`. */
export class LocalProvider {
  /** Who signs in next; the provider puts the name into `preferred_username`. */
  person = 'clerk';

  private constructor(
    readonly issuer: string,
    private readonly server: Server,
  ) {}

  static async start(returnTo: string): Promise<LocalProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const local = new LocalProvider(issuer, server);
    const provider = new Provider(issuer, {
      clients: [
        { client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [returnTo] },
      ],
      claims: { openid: ['sub'], profile: ['preferred_username'] },
      findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, preferred_username: id }) }),
      cookies: { keys: ['a key of the spec'] },
      pkce: { required: () => true },
    });
    const handle = provider.callback();
    server.on('request', (request, reply) => {
      if (request.url?.startsWith('/interaction/')) void local.letIn(provider, request, reply);
      else void handle(request, reply);
    });
    return local;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async letIn(
    provider: Provider,
    ...[request, reply]: Parameters<Provider['interactionDetails']>
  ): Promise<void> {
    const { params, prompt } = await provider.interactionDetails(request, reply);
    if (this.person === '') {
      await provider.interactionFinished(request, reply, { error: 'access_denied' });
      return;
    }
    if (prompt.name === 'login') {
      await provider.interactionFinished(request, reply, { login: { accountId: this.person } });
      return;
    }
    const grant = new provider.Grant({ accountId: this.person, clientId: String(params['client_id']) });
    grant.addOIDCScope('openid profile');
    const grantId = await grant.save();
    await provider.interactionFinished(request, reply, { consent: { grantId } });
  }
}
