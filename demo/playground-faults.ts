import { byId, create, valueOf } from './playground-dom.js';
import type { SandboxClient } from './sandbox/client.js';
import { describeFault, faults } from './sandbox/faults.js';
import type { ActiveFault, FaultKind, FaultPhase, FaultSpec } from './sandbox/types.js';

const phaseNames: Record<FaultPhase, string> = {
  all: 'doing anything',
  connect: 'logging in',
  load: 'reading the profile',
  save: 'saving',
  upload: 'uploading',
  token: 'fetching a token',
  other: 'anything else',
};

/** The panel that switches faults of the sandbox on and off. */
export class FaultPanel {
  readonly #sandbox: SandboxClient;
  readonly #appId: string;
  readonly #form = byId('faults', HTMLFormElement);
  readonly #list = byId('active-faults', HTMLUListElement);

  constructor(sandbox: SandboxClient, appId: string) {
    this.#sandbox = sandbox;
    this.#appId = appId;
    const kinds = this.#select('kind');
    kinds.replaceChildren(...faults.map(({ kind, label }) => new Option(label, kind)));
    kinds.addEventListener('change', () => this.#offerPhases());
    this.#offerPhases();
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#switchOn();
    });
    byId('lift-all', HTMLButtonElement).addEventListener('click', () => void this.#liftAll());
  }

  /** Shows which faults are on. */
  async update(): Promise<void> {
    const active = await this.#sandbox.getFaults(this.#appId);
    this.#list.replaceChildren(...active.map((fault) => this.#item(fault)));
  }

  #select(name: string): HTMLSelectElement {
    return this.#form.elements.namedItem(name) as HTMLSelectElement;
  }

  #offerPhases(): void {
    const { kind, phases } = describeFault(this.#select('kind').value as FaultKind);
    const select = this.#select('phase');
    const chosen = select.value;
    const all: readonly FaultPhase[] = phases.length > 1 ? ['all', ...phases] : phases;
    select.replaceChildren(...all.map((phase) => new Option(phaseNames[phase], phase)));
    if (all.some((phase) => phase === chosen)) select.value = chosen;
    byId('delay', HTMLLabelElement).hidden = kind !== 'delay';
  }

  async #switchOn(): Promise<void> {
    const data = new FormData(this.#form);
    const times = Number(valueOf(data, 'times'));
    const spec: FaultSpec = {
      kind: valueOf(data, 'kind') as FaultKind,
      phase: valueOf(data, 'phase') as FaultPhase,
      ms: Number(valueOf(data, 'ms')),
      ...(times > 0 && { times }),
    };
    await this.#sandbox.setFault(this.#appId, spec);
    await this.update();
  }

  async #liftAll(): Promise<void> {
    await this.#sandbox.clearFaults(this.#appId);
    await this.update();
  }

  #item({ id, kind, phase, remaining }: ActiveFault): HTMLLIElement {
    const { label } = describeFault(kind);
    const often = remaining === null ? '' : `, ${remaining} more`;
    const text = create('div', label);
    text.append(create('span', `while ${phaseNames[phase]}${often}`));
    const lift = create('button', 'Turn off');
    lift.type = 'button';
    lift.setAttribute('aria-label', `Turn off “${label}”`);
    lift.addEventListener('click', () => {
      void this.#sandbox.clearFault(this.#appId, id).then(async () => {
        await this.update();
        this.#select('kind').focus();
      });
    });
    const item = create('li');
    item.append(text, lift);
    return item;
  }
}
