/* The site's own Better Auth server, as far as the cards ask it. Runs before the page's scripts. */
(() => {
  const roundTrip = 50;
  const date = '2026-01-01T00:00:00.000Z';
  const user = {
    id: 'alice',
    name: 'Alice Example',
    email: 'alice@example.com',
    emailVerified: true,
    createdAt: date,
    updatedAt: date,
  };
  const session = {
    id: 'session',
    token: 'session-token',
    userId: 'alice',
    expiresAt: '2099-01-01T00:00:00.000Z',
    createdAt: date,
    updatedAt: date,
  };

  globalThis.benchAnswers = [];
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    globalThis.benchAnswers.push(`${request.method} ${pathname}`);
    await new Promise((resolve) => setTimeout(resolve, roundTrip));
    if (pathname.endsWith('/get-session')) return Response.json({ session, user });
    if (pathname.endsWith('/update-user')) {
      Object.assign(user, await request.json());
      return Response.json({ status: true });
    }
    return Response.json([]);
  };
})();
