import { html, nothing, render } from 'lit';
import type { PhotoMessages } from '../locales/messages.js';
import { openDialog, type DialogHandle, type DialogOptions } from './open-dialog.js';

export interface CameraOptions extends DialogOptions {
  readonly messages: PhotoMessages;
  /** Opens the camera; injected by tests. */
  readonly getCamera?: (() => Promise<MediaStream>) | undefined;
}

/**
 * How long the dialog is there before it tells of a camera that cannot be used, in milliseconds: what comes together with
 * the dialog is not spoken (Orca 43 with Firefox).
 */
const settling = 300;

/**
 * Takes a photo with the camera that faces the user. The camera is on only while the dialog is open.
 *
 * @returns A JPEG as the camera sees, not mirrored as its preview; `undefined` when cancelled. A camera that cannot be
 *   used is told within the dialog.
 */
export function takePhoto(options: CameraOptions): Promise<Blob | undefined> {
  return openDialog<Blob>(options, (handle) => {
    const { getCamera = openUserCamera } = options;
    let { messages } = options;
    let state: CameraState = 'waiting';
    let stream: MediaStream | undefined;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (next: CameraState): void => {
      state = next;
      renderCamera(handle, messages, state, stream, () => void take());
    };
    const take = async (): Promise<void> => {
      const video = handle.element.querySelector('video');
      if (state !== 'live' || !video?.videoWidth) return;
      state = 'taking';
      const photo = await grab(video);
      if (photo) handle.close(photo);
      else show('blocked');
    };
    const stop = (): void => stream?.getTracks().forEach((track) => track.stop());
    handle.retell = (texts) => {
      ({ messages } = texts);
      show(state);
    };
    show('waiting');
    getCamera().then(
      (camera) => {
        stream = camera;
        if (isOver) {
          stop();
          return;
        }
        show('live');
        goOn(handle.element);
      },
      () => {
        if (!isOver) timer = setTimeout(() => show('blocked'), settling);
      },
    );
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop();
    };
  });
}

type CameraState = 'waiting' | 'live' | 'taking' | 'blocked';

async function openUserCamera(): Promise<MediaStream> {
  const video = { facingMode: 'user', width: { ideal: 1920 }, height: { ideal: 1080 } };
  return navigator.mediaDevices.getUserMedia({ video });
}

/** From the dialog itself to what can be done now, which tells that the camera is on. */
function goOn(dialog: HTMLElement): void {
  const { activeElement } = dialog.getRootNode() as Document | ShadowRoot;
  if (activeElement === dialog) dialog.querySelector<HTMLElement>('.primary')?.focus();
}

function grab(video: HTMLVideoElement): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.95));
}

function renderCamera(
  handle: DialogHandle<Blob>,
  messages: PhotoMessages,
  state: CameraState,
  stream: MediaStream | undefined,
  take: () => void,
): void {
  const isLive = state === 'live';
  const problem = state === 'blocked' ? messages.cameraBlocked : nothing;
  handle.element.setAttribute('aria-labelledby', 'cameraTitle');
  render(
    html`
      <h2 id="cameraTitle">${messages.cameraTitle}</h2>
      <p class="waiting" ?hidden=${state !== 'waiting'}>
        ${state === 'waiting' ? messages.cameraWaiting : nothing}
      </p>
      <p class="problem" role="alert" aria-live="assertive">${problem}</p>
      <video
        aria-label=${messages.cameraPreview}
        autoplay
        muted
        playsinline
        disablepictureinpicture
        .muted=${true}
        .srcObject=${stream ?? null}
        ?hidden=${!isLive}
      ></video>
      <div class="actions">
        <button type="button" @click=${() => handle.close()}>${messages.photoCancel}</button>
        <button
          type="button"
          class="primary"
          ?hidden=${state === 'blocked'}
          aria-disabled=${!isLive}
          @click=${take}
        >
          ${messages.cameraTake}
        </button>
      </div>
    `,
    handle.element,
  );
}
