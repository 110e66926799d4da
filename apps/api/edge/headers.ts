import helmet from '@fastify/helmet';
import { type FastifyInstance } from 'fastify';

/** Pages of ours load nothing from elsewhere and are shown in nobody's frame. Answers of the API are kept by no cache. */
export async function addSecurityHeaders(server: FastifyInstance, isSecure: boolean): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        'img-src': ["'self'", 'data:'],
        'object-src': ["'none'"],
        'style-src': ["'self'", "'unsafe-inline'"],
      },
    },
    hsts: isSecure,
    referrerPolicy: { policy: 'same-origin' },
  });
  server.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    done();
  });
}
