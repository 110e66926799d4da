/** A browser that follows redirects from site to site and keeps each site's cookies, as `Lax` ones are sent. */
export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();

  cookie(site: string): string {
    return [...(this.#cookies.get(new URL(site).host) ?? [])]
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
  }

  /** Where the redirects end, or the first address on which `stop` says so. */
  async go(
    address: string,
    stop: (url: string) => boolean = () => false,
  ): Promise<{ url: string; reply: Response }> {
    let url = address;
    for (;;) {
      const reply = await fetch(url, { redirect: 'manual', headers: { cookie: this.cookie(url) } });
      this.#keep(url, reply);
      const next = reply.headers.get('location');
      if (next === null) return { url, reply };
      await reply.text();
      url = new URL(next, url).href;
      if (stop(url)) return { url, reply };
    }
  }

  #keep(url: string, reply: Response): void {
    const { host } = new URL(url);
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, jar);
    for (const cookie of reply.headers.getSetCookie()) {
      const [pair = '', ...rest] = cookie.split(';');
      const [name = '', ...value] = pair.split('=');
      const isGone = rest.some((part) => /expires=Thu, 01 Jan 1970/i.test(part));
      if (isGone) jar.delete(name);
      else jar.set(name, value.join('='));
    }
  }
}
