/** What an editor in a sandboxed frame said. */
export interface SandboxedReport {
  readonly code: string;
  readonly alert: string;
}

const folder = '/dist/standalone/';

/**
 * Runs the script-tag build in a frame with `sandbox="allow-scripts"`, whose origin is opaque: it has no storage. Resolves
 * with the first error of its editor. Such a page may fetch no module of this server, which allows no other origins; so
 * it gets them in an import map.
 */
export async function openSandboxedFrame(html: string): Promise<SandboxedReport> {
  const imports: Record<string, string> = {};
  await collect('cometchat-profile-editor.js', imports);
  const frame = document.createElement('iframe');
  frame.sandbox.add('allow-scripts');
  frame.srcdoc = `<!doctype html><html lang="en">
    <script type="importmap">${JSON.stringify({ imports })}</script>
    <script type="module">
      addEventListener('profile-error', async ({ target, error: { code } }) => {
        await target.updateComplete;
        const alert = target.shadowRoot.querySelector('[role="alert"]').textContent;
        parent.postMessage({ code, alert }, '*');
      });
      import('cometchat-profile-editor.js');
    </script>
    ${html}`;
  const report = new Promise<SandboxedReport>((resolve) => {
    const take = ({ source, data }: MessageEvent<SandboxedReport>): void => {
      if (source !== frame.contentWindow) return;
      removeEventListener('message', take);
      resolve(data);
    };
    addEventListener('message', take);
  });
  document.body.append(frame);
  try {
    return await report;
  } finally {
    frame.remove();
  }
}

/** Puts a chunk and those that it imports into an import map, each under its bare file name; the SDK is never reached. */
async function collect(file: string, imports: Record<string, string>): Promise<void> {
  imports[file] = '';
  const text = await (await fetch(folder + file)).text();
  const names = /(["'`])\.\/([\w-]+\.js)\1/g;
  for (const [, , name = ''] of text.matchAll(names)) {
    if (imports[name] === undefined && !name.startsWith('cometchat-sdk'))
      await collect(name, imports);
  }
  const bare = text.replaceAll(names, '"$2"');
  imports[file] = `data:text/javascript,${encodeURIComponent(bare)}`;
}
