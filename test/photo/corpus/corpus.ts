import { writeGif, writeWebp } from './animations.js';
import {
  blue,
  clear,
  green,
  joined,
  plain,
  quarters,
  red,
  white,
  type Drawing,
  type Pixel,
} from './bytes.js';
import {
  commentSegment,
  exifBody,
  exifSegment,
  iccSegment,
  writeJpeg,
  xmpSegment,
} from './jpeg.js';
import { swappedProfile, writeAvif, writeBmp, writeHeicShell, writeTiff } from './others.js';
import { chunk, textChunk, writeApng, writePng, writePngBomb } from './png.js';

/** Stands for a place, a name, a serial number: whatever the metadata hold. */
export const secret = 'Home 48.8584N 2.2945E';

/** What must come of a file: a picture, or a named refusal. */
export type Expected = { side: number; quarters: readonly Pixel[] } | { problem: RegExp };

export interface Specimen {
  title: string;
  make: () => Promise<File>;
  expected: Expected;
  /** Large enough to be tried once only. */
  isHeavy?: boolean;
}

const upright = [red, green, blue, white] as const;
/** A square of four quarters, its blocks whole at 8 pixels. */
const square = quarters(128, 128);

/** Where the stored top left, top right, bottom left and bottom right end up, for each EXIF orientation. */
const storedFor: Record<number, readonly Pixel[]> = {
  1: [red, green, blue, white],
  2: [green, red, white, blue],
  3: [white, blue, green, red],
  4: [blue, white, red, green],
  5: [red, blue, green, white],
  6: [green, white, red, blue],
  7: [white, green, blue, red],
  8: [blue, red, white, green],
};

function specimen(
  title: string,
  write: () => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>,
  expected: Expected,
  name = 'photo.jpg',
  type = 'image/jpeg',
): Specimen {
  return { title, make: async () => new File([await write()], name, { type }), expected };
}

const good: Expected = { side: 128, quarters: upright };
const damaged: Expected = { problem: /^image-unreadable damaged$/ };

function cut(bytes: Uint8Array<ArrayBuffer>, part: number): Uint8Array<ArrayBuffer> {
  return bytes.slice(0, Math.floor(bytes.length * part));
}

const orientations = Object.entries(storedFor).map(([orientation, stored]) =>
  specimen(
    `turns a JPEG of EXIF orientation ${orientation} upright`,
    () =>
      writeJpeg(quarters(128, 128, [...stored]), {
        segments: [exifSegment(Number(orientation), secret)],
      }),
    good,
  ),
);

const metadata = [
  specimen(
    'drops EXIF with GPS, XMP and comments of a JPEG',
    () =>
      writeJpeg(square, {
        segments: [exifSegment(1, secret), xmpSegment(secret), commentSegment(secret)],
      }),
    good,
  ),
  specimen(
    'drops the text and EXIF of a PNG',
    () => {
      const exif = chunk('eXIf', exifBody(1, secret));
      return writePng(square, 'rgba', [textChunk(secret), exif]);
    },
    good,
  ),
  specimen('drops EXIF and XMP of a WebP', () => writeWebp([square], secret), good),
];

/** Between the first segment and the rest. */
function withStrayBytes(count: number): Uint8Array<ArrayBuffer> {
  const jpeg = writeJpeg(square, { segments: [commentSegment('first')] });
  return joined(jpeg.slice(0, 11), new Uint8Array(count), jpeg.slice(11));
}

/** A JPEG whose camera left out the end marker. */
const endless = (): Uint8Array<ArrayBuffer> => writeJpeg(square).slice(0, -2);

/** Photos that viewers show although something is wrong with them. */
const tolerated = [
  ...[64, 18, 1].map((count) =>
    specimen(`reads a JPEG with ${count} stray bytes`, () => withStrayBytes(count), good),
  ),
  specimen('reads a JPEG without its end marker', endless, good),
  specimen('reads a JPEG with half of its end marker', () => writeJpeg(square).slice(0, -1), good),
  specimen(
    'reads a JPEG with other bytes in place of its end marker',
    () => joined(endless(), 'SEFH\0\0panorama\0\0SEFT'),
    good,
  ),
  specimen(
    'reads a JPEG with restart markers and without its end marker',
    () => writeJpeg(square, { restartInterval: 5 }).slice(0, -2),
    good,
  ),
  specimen('reads a PNG without its end', async () => (await writePng(square)).slice(0, -12), good),
  specimen(
    'reads a PNG that breaks off within its end, behind a text',
    async () => {
      const png = await writePng(square);
      return joined(png.slice(0, -12), textChunk(secret), png.slice(-12, -5));
    },
    good,
  ),
  specimen(
    'reads the first frame of a GIF that breaks off within its second',
    () => writeGif([square, plain(128, 128, red)]).slice(0, -60),
    good,
  ),
  specimen(
    'reads a BMP that gives a wrong length',
    () => {
      const bmp = writeBmp(square);
      bmp.set([255, 255, 255, 0], 2);
      return bmp;
    },
    good,
  ),
  specimen(
    'reads an AVIF with bytes behind its end',
    async () => joined(await writeAvif(square), 'xxxxTRAILER'),
    good,
  ),
];

const transparent: Drawing = quarters(128, 128, [red, clear, clear, white]);

const formats = [
  specimen('reads a progressive JPEG', () => writeJpeg(square, { isProgressive: true }), good),
  specimen('reads a CMYK JPEG', () => writeJpeg(square, { isCmyk: true }), good),
  specimen(
    'applies the colour profile of a JPEG',
    () => writeJpeg(square, { segments: [iccSegment(swappedProfile())] }),
    { side: 128, quarters: [green, red, blue, white] },
  ),
  specimen('reads a palette PNG', () => writePng(square, 'palette'), good),
  specimen('reads a 16-bit PNG', () => writePng(square, 'rgb16'), good),
  specimen('keeps the alpha of a PNG', () => writePng(transparent), {
    side: 128,
    quarters: [red, clear, clear, white],
  }),
  specimen('keeps the alpha of a WebP', () => writeWebp([transparent]), {
    side: 128,
    quarters: [red, clear, clear, white],
  }),
  specimen('reads a BMP', () => writeBmp(square), good),
  specimen('reads an AVIF', () => writeAvif(square), good),
  specimen('offers the first frame of a GIF', () => writeGif([square, plain(128, 128, red)]), good),
  specimen(
    'offers the first frame of an animated WebP',
    () => writeWebp([square, plain(128, 128, red)]),
    good,
  ),
  specimen(
    'offers the first frame of an animated PNG',
    () => writeApng([square, plain(128, 128, red)]),
    good,
  ),
];

const sizes: Specimen[] = [
  specimen('takes a picture of one pixel', () => writePng(plain(1, 1, green)), {
    side: 1,
    quarters: [green, green, green, green],
  }),
  specimen('takes a picture of 1 × 5000 pixels', () => writePng(plain(1, 5000, green)), {
    side: 1,
    quarters: [green, green, green, green],
  }),
  specimen('crops the middle of a wide picture', () => writeJpeg(quarters(512, 128)), good),
  {
    ...specimen('brings 12 million pixels down', () => writeJpeg(quarters(4000, 3000)), {
      side: 512,
      quarters: upright,
    }),
    isHeavy: true,
  },
  {
    ...specimen('brings 50 million pixels down', () => writeJpeg(quarters(8660, 5774)), {
      side: 512,
      quarters: upright,
    }),
    isHeavy: true,
  },
];

const refused = [
  specimen('refuses an empty file', () => new Uint8Array(), {
    problem: /^image-unreadable empty$/,
  }),
  specimen('refuses a text named .jpg', () => joined('Not a picture at all.'), {
    problem: /^image-unreadable not-an-image$/,
  }),
  specimen(
    'refuses an SVG with a script',
    () =>
      joined(
        '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
      ),
    { problem: /^image-unreadable svg$/ },
    'photo.svg',
    'image/svg+xml',
  ),
  specimen(
    'refuses a HEIC that the browser cannot read',
    () => writeHeicShell(4032, 3024),
    { problem: /^image-unreadable heic$/ },
    'photo.heic',
    'image/heic',
  ),
  specimen(
    'refuses a HEIC with bytes behind its end in the same words',
    () => joined(writeHeicShell(4032, 3024), 'xxxxTRAILER'),
    { problem: /^image-unreadable heic$/ },
    'photo.heic',
    'image/heic',
  ),
  specimen('refuses a PNG of 30,000 × 30,000 pixels', () => writePngBomb(30_000), {
    problem: /^image-too-large too-many-pixels$/,
  }),
  specimen('refuses a JPEG cut in its header', () => cut(writeJpeg(square), 0.3), damaged),
  specimen('refuses a JPEG cut in its pixels', () => cut(writeJpeg(square), 0.95), damaged),
  specimen(
    'refuses a JPEG cut ten bytes before its end',
    () => writeJpeg(square).slice(0, -12),
    damaged,
  ),
  specimen(
    'refuses a JPEG with restart markers that is cut',
    () => cut(writeJpeg(square, { restartInterval: 5 }), 0.9),
    damaged,
  ),
  specimen('refuses a PNG cut in half', async () => cut(await writePng(square), 0.5), damaged),
  specimen('refuses a GIF cut in half', () => cut(writeGif([square]), 0.5), damaged),
  specimen('refuses a WebP cut in half', () => cut(writeWebp([square]), 0.5), damaged),
  specimen('refuses an AVIF cut in half', async () => cut(await writeAvif(square), 0.5), damaged),
  specimen('refuses a BMP cut in half', () => cut(writeBmp(square), 0.5), damaged),
  specimen('refuses a TIFF where the browser cannot read it', () => writeTiff(square), damaged),
];

const mislabelled = [
  specimen('reads a PNG named .jpg', () => writePng(square), good),
  specimen('reads a JPEG named .txt', () => writeJpeg(square), good, 'notes.txt', 'text/plain'),
  specimen(
    'drops what follows the end of a JPEG (a polyglot)',
    () => joined(writeJpeg(square), `<script>${secret}</script>`),
    good,
    'page.html',
    'text/html',
  ),
];

export const corpus: Specimen[] = [
  ...orientations,
  ...metadata,
  ...formats,
  ...tolerated,
  ...sizes,
  ...refused,
  ...mislabelled,
];
