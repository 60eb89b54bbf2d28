import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { checkChanges, cleanField } from '../src/fields.js';
import { diffProfile } from '../src/profile.js';
import {
  checkName,
  checkPhotoUrl,
  checkStatusMessage,
  cleanPhotoUrl,
  cleanStatusMessage,
  cleanText,
  graphemesOf,
  getInitials,
  isLocalHost,
  photoUrlMaxLength,
  textMaxLength,
  type FieldProblemCode,
} from '../src/rules.js';

const zeroWidthNonJoiner = '\u200C';
const zeroWidthJoiner = '\u200D';
const family = '👨‍👩‍👧‍👦';

/** Pieces of text in which cleaning has most to decide. */
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
  fc.constantFrom(
    ' ',
    '  ',
    '\t',
    '\n',
    '\u00A0',
    '\u2028',
    '\u3000',
    '\u200B',
    '\u2060',
    '\uFEFF',
    zeroWidthJoiner,
    zeroWidthNonJoiner,
    '\uFE0F',
    '\u0301',
    '\u0327',
    '\u3164',
    '\uFFA0',
    family,
    '🏳️‍🌈',
    '🇩🇪',
    '👩🏽‍🚀',
    '❤️‍🔥',
    'e\u0301',
    'Å',
    '\u212B',
    '각',
    '각',
    'می\u200Cخواهم',
    'क्\u200Dष',
    '\u0958',
    '\u2ADC',
    '\uD800',
    '\uDC00',
    '\u202E',
    '\u2066',
  ),
);
function encodable(text: string): boolean {
  try {
    encodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

// Lone surrogates have a test of their own: classes of WebKitGTK 2.50 go wrong beside them.
const anyText = fc
  .array(piece, { maxLength: 12 })
  .map((pieces) => pieces.join(''))
  .filter(encodable);

const codeOf = (problem: { code: FieldProblemCode } | undefined): string | undefined =>
  problem?.code;

/** The rules as they read: all of the text is looked at for each joiner, and again until nothing changes. */
function cleanSlowly(value: string): string {
  const pictograph = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}]/u;
  const keep = (joiner: string, at: number, text: string): string => {
    const before = Array.from(text.slice(0, at)).at(-1) ?? '';
    const isInEmoji =
      joiner === zeroWidthJoiner && pictograph.test(before) && pictograph.test(text.slice(at + 1));
    return isInEmoji || /[\p{Lo}\p{M}]/u.test(before) ? joiner : '';
  };
  let cleaned = value;
  let before: string;
  do {
    before = cleaned;
    cleaned = before
      .normalize('NFC')
      .replace(/[\u200C\u200D]/g, keep)
      .replace(/\s+/g, ' ')
      .replace(/^[\u200B\u2060]+|[\u200B\u2060]+$/g, '')
      .trim();
  } while (cleaned !== before);
  return cleaned;
}

describe('cleaning a text', () => {
  it('changes nothing more the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cleaned = cleanText(text);
        expect(cleanText(cleaned)).to.equal(cleaned);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives NFC without edges or runs of white space, never longer than NFC makes it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cleaned = cleanText(text);
        expect(cleaned).to.equal(cleaned.normalize('NFC'));
        expect(cleaned).to.equal(cleaned.trim());
        expect([...cleaned].filter((each) => each !== ' ' && each.trim() === '')).to.deep.equal([]);
        expect(cleaned).not.to.contain('  ');
        expect(cleaned.length).to.be.at.most(text.normalize('NFC').length);
      }),
      { numRuns: 1000 },
    );
  });

  it('only takes white space, joiners and invisible edges away', () => {
    const removed =
      /[\s\0-\x1F\x7F-\x9F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFEFF\uFFA0]/g;
    // Without what is removed, nothing keeps neighbours from being composed.
    const rest = (text: string): string => text.replace(removed, '').normalize('NFC');
    fc.assert(
      fc.property(anyText, (text) => {
        expect(rest(cleanText(text))).to.equal(rest(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('composes, trims and folds', () => {
    expect(cleanText('  Zoe\u0308 \n\t van\u00A0\u3000 Dijk\u200B ')).to.equal('Zoë van Dijk');
    expect(cleanText('\u1112\u1161\u11AB')).to.equal('한');
    expect(cleanText('\uFEFFAnn\u2060')).to.equal('Ann');
    expect(cleanText(' \u200B ')).to.equal('');
  });

  const emoji = [family, '👩🏽‍🚀', '🏳️‍🌈', '🏴‍☠️', '❤️‍🔥', '👁️‍🗨️', '🏃🏽‍♀️‍➡️', '🐦‍⬛', '🙂‍↔️'];
  for (const text of emoji) {
    it(`keeps the joiners of ${text}`, () => {
      expect(cleanText(`A ${text} B`)).to.equal(`A ${text} B`);
      expect([...graphemesOf(cleanText(text))].length).to.equal(1);
    });
  }

  const words: readonly (readonly [string, string])[] = [
    ['Persian', 'می\u200Cخواهم'],
    ['Devanagari', 'क्\u200Dष'],
    ['Devanagari with a non-joiner', 'क्\u200Cष'],
    ['Malayalam', 'ന്\u200D'],
    ['Sinhala', 'ශ්\u200Dරී'],
    ['Bengali', 'র\u200D্য'],
  ];
  for (const [script, word] of words) {
    it(`keeps a joiner that ${script} needs`, () => {
      expect(cleanText(word)).to.equal(word.normalize('NFC'));
    });
  }

  it('drops joiners that join nothing', () => {
    expect(cleanText(`An${zeroWidthJoiner}na`)).to.equal('Anna');
    expect(cleanText(`${zeroWidthNonJoiner}Bob${zeroWidthJoiner}`)).to.equal('Bob');
    expect(cleanText(`Ж${zeroWidthJoiner}ук`)).to.equal('Жук');
    expect(cleanText(`👩${zeroWidthJoiner}`)).to.equal('👩');
    expect(cleanText(`👩${zeroWidthJoiner}x`)).to.equal('👩x');
    expect(cleanText(`7${zeroWidthJoiner}7`)).to.equal('77');
    expect(cleanText(`می${zeroWidthNonJoiner}${zeroWidthNonJoiner}خ`)).to.equal(
      `می${zeroWidthNonJoiner}خ`,
    );
    expect(cleanText(`a ${zeroWidthJoiner} b`)).to.equal('a b');
  });

  it('does to ordinary texts what the plain, slow way does', () => {
    // What is new at the edges has tests below.
    const newEdge =
      /[\0-\x08\x0E-\x1F\x7F-\x9F\u00AD\u061C\u180E\u200E\u200F\u202A-\u202E\u2061-\u206F\u2800\u3164\uFFA0]/;
    const ordinary = anyText.filter((text) => !newEdge.test(text));
    fc.assert(
      fc.property(ordinary, (text) => {
        expect(cleanText(text)).to.equal(cleanSlowly(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('drops what is invisible from both ends, and from nowhere else', () => {
    const characters =
      '\u200E \u200F \u061C \u202A \u202B \u202C \u202D \u202E \u2066 \u2067 \u2068 \u2069 \u00AD \uFEFF \u3164 \0 \u0085';
    for (const mark of characters.split(' ')) {
      const point = mark.charCodeAt(0).toString(16);
      expect(cleanText(`${mark} ${mark}\u200BAnn Lee${mark}\n${mark}`), point).to.equal('Ann Lee');
      if (mark !== '\uFEFF') expect(cleanText(`An${mark}na`), point).to.equal(`An${mark}na`);
    }
    // Part of what is seen.
    for (const text of ['❤️', 'ന്\u200D', '🏴\u{E0067}\u{E0062}\u{E007F}']) {
      expect(cleanText(`\u2067${text}\u2069`)).to.equal(text);
    }
  });

  it('only trims what no limit allows', () => {
    const text = `\u200E${'می\u200C  '.repeat(textMaxLength)}`;
    expect(cleanText(` ${text}\n`)).to.equal(text.trim());
    expect(codeOf(checkName(cleanText(text)))).to.equal('nameTooLong');
    expect(codeOf(checkStatusMessage(cleanStatusMessage(text), 150))).to.equal('statusTooLong');
    // A single grapheme, and still no text to send.
    const tower = `e${'\u0301'.repeat(textMaxLength)}`;
    expect(codeOf(checkStatusMessage(tower, 150))).to.equal('statusTooLong');
  });

  describe('takes time in proportion to the length of', () => {
    const hostile: Readonly<Record<string, string>> = {
      English: 'Ann Lee ',
      Persian: 'می\u200Cخواهم ',
      Hindi: 'क्\u200Dषमा ',
      'family emoji': family,
      joiners: zeroWidthJoiner,
      'joiners after a letter': `ا${zeroWidthJoiner}${zeroWidthJoiner}`,
      'zero-width spaces': '\u200B',
      'zero-width spaces and blanks': '\u200B ',
      fillers: `\u3164${zeroWidthJoiner}`,
      marks: 'e\u200D\u0301\u200D\u0323',
    };
    /** Milliseconds; the clocks of some browsers know no less than one, so a few are as good as none. */
    const timeOf = (text: string, rounds: number): number => {
      const times = Array.from({ length: 6 }, () => {
        const start = performance.now();
        for (let round = 0; round < rounds; round += 1) cleanText(text);
        return performance.now() - start;
      });
      return Math.max(5, Math.min(...times));
    };
    const fill = (piece: string, length: number): string =>
      `x${piece.repeat(Math.ceil(length / piece.length))}`.slice(0, length - 1) + 'x';
    for (const [what, piece] of Object.entries(hostile)) {
      it(what, () => {
        // As many characters each time; were it the square of the length, the long ones would take eight times as much.
        const short = timeOf(fill(piece, textMaxLength / 8), 160);
        const long = timeOf(fill(piece, textMaxLength), 20);
        expect(long / short).to.be.below(5);
      });
    }
  });

  it('keeps flags, combining marks that cannot be composed, and tag sequences', () => {
    for (const text of [
      '🇩🇪🇫🇷',
      'x\u0323\u0307',
      '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
    ]) {
      expect(cleanText(text)).to.equal(text.normalize('NFC'));
    }
  });
});

describe('a name', () => {
  const check = (name: string): string | undefined => codeOf(checkName(cleanText(name)));

  it('has to be there', () => {
    for (const blank of ['', ' ', '\u00A0\u3000', '\u200B', '\uFEFF', zeroWidthJoiner]) {
      expect(check(blank)).to.equal('nameRequired');
    }
  });

  it('has to be visible', () => {
    for (const invisible of [
      '\u3164',
      '\uFFA0',
      '\u2800',
      '\u115F',
      '\u1160',
      '\u00AD',
      '\u034F',
      '\u180E',
      '\uFE0F',
      '\u{E0041}',
      '\u{1D159}',
      '\u3164 \u2800\uFFA0',
      '\u200E',
    ]) {
      expect(check(invisible), invisible.codePointAt(0)?.toString(16)).to.equal('nameInvisible');
      expect(check(`${invisible}a`)).to.equal(undefined);
    }
  });

  it('has no control character, no bidirectional override and no lone surrogate', () => {
    const characters = [
      '\u0000',
      '\u0007',
      '\u001B',
      '\u007F',
      '\u0085',
      '\uD83D',
      '\uDE00',
      '\u202A',
      '\u202B',
      '\u202C',
      '\u202D',
      '\u202E',
      '\u2066',
      '\u2067',
      '\u2068',
      '\u2069',
    ];
    for (const character of characters) {
      const point = character.charCodeAt(0).toString(16);
      expect(check(`An${character}na`), point).to.equal('unsafeCharacters');
    }
  });

  it('may have 100 code points, not 101', () => {
    for (const letter of ['a', 'ß', '字', '😀', '𝒜']) {
      expect(check(letter.repeat(100))).to.equal(undefined);
      expect(checkName(letter.repeat(101))).to.deep.equal({ code: 'nameTooLong', limit: 100 });
    }
    // Each family is seven code points, and one grapheme.
    expect(check(family.repeat(14))).to.equal(undefined);
    expect(check(family.repeat(15))).to.equal('nameTooLong');
    // Counted after composing.
    expect(check('e\u0301'.repeat(100))).to.equal(undefined);
  });

  it('is let through only where it is visible, safe and short', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const name = cleanText(text);
        const isRefused = checkName(name) !== undefined;
        const isSafe = ![...name].some((character) => {
          const point = character.codePointAt(0) ?? 0;
          return (
            point < 0x20 ||
            (point >= 0x7f && point <= 0x9f) ||
            (point >= 0xd800 && point <= 0xdfff) ||
            point === 0xfffd ||
            (point >= 0x202a && point <= 0x202e) ||
            (point >= 0x2066 && point <= 0x2069)
          );
        });
        if (!isSafe || [...name].length > 100 || name === '') expect(isRefused).to.equal(true);
        if (
          isSafe &&
          [...name].length <= 100 &&
          /[\p{L}\p{N}]/u.test(name.replace(/[\u3164\uFFA0\u115F\u1160]/gu, ''))
        ) {
          expect(isRefused).to.equal(false);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a status message', () => {
  it('may be empty, which clears it', () => {
    expect(checkStatusMessage('', 150)).to.equal(undefined);
  });

  it('is counted in graphemes', () => {
    for (const grapheme of ['a', family, '🇩🇪', 'e\u0301', '각', 'क्षि']) {
      const size = [...graphemesOf(grapheme)].length;
      expect(checkStatusMessage(grapheme.repeat(30 / size), 30)).to.equal(undefined);
      expect(checkStatusMessage(`${grapheme.repeat(30 / size)}!`, 30)).to.deep.equal({
        code: 'statusTooLong',
        limit: 30,
      });
    }
  });

  it('that shows nothing is empty', () => {
    for (const text of ['\u3164', '\u2800\u2800', '\u202E', '\u00AD \u200E', '\0', '\uFE0F']) {
      const point = text.codePointAt(0)?.toString(16);
      expect(cleanStatusMessage(text), point).to.equal('');
      expect(cleanStatusMessage(`${text}a`), point).to.match(/a$/);
    }
  });

  it('is measured no further than its limit', () => {
    expect(checkStatusMessage('x'.repeat(150), 150)).to.equal(undefined);
    expect(codeOf(checkStatusMessage('x'.repeat(151), 150))).to.equal('statusTooLong');
    expect(codeOf(checkStatusMessage('x'.repeat(5_000_000), 150))).to.equal('statusTooLong');
  });

  it('has no control character and no bidirectional override', () => {
    expect(codeOf(checkStatusMessage('a\u202Eb', 150))).to.equal('unsafeCharacters');
    expect(codeOf(checkStatusMessage('a\u0000b', 150))).to.equal('unsafeCharacters');
  });
});

describe('a status message of several lines', () => {
  const stored = 'Mon–Fri\nBack on Monday\nCall the desk';

  it('keeps its lines where the stored one has them', () => {
    expect(cleanField('statusMessage', `${stored}!`, stored)).to.equal(`${stored}!`);
    expect(cleanField('statusMessage', ' Mon–Fri \r\n\n Back\t now ', stored)).to.equal(
      'Mon–Fri\n\nBack now',
    );
    expect(checkStatusMessage(stored, 150)).to.equal(undefined);
  });

  it('is folded into one line where it is new', () => {
    expect(cleanField('statusMessage', stored, 'Here')).to.equal(stored.replaceAll('\n', ' '));
    expect(cleanField('name', 'Ann\nLee', 'Ann\nBee')).to.equal('Ann Lee');
  });

  it('changes by what was typed alone', () => {
    const base = { name: '', avatar: '', statusMessage: stored };
    const draft = { ...base, statusMessage: `${stored}!` };
    expect(diffProfile(base, draft, cleanField)).to.deep.equal({ statusMessage: `${stored}!` });
    const same = { ...base, statusMessage: stored.replaceAll('\n', '\r\n') };
    expect(diffProfile(base, same, cleanField)).to.deep.equal({});
  });
});

describe('a photo URL', () => {
  const check = (url: string, allowHttp = false): string | undefined =>
    codeOf(checkPhotoUrl(cleanPhotoUrl(url), () => allowHttp));

  it('may be empty, which removes the photo', () => {
    expect(check('')).to.equal(undefined);
    expect(check('  ')).to.equal(undefined);
  });

  it('is an https address', () => {
    expect(check('https://example.com/a.png')).to.equal(undefined);
    expect(check('  HTTPS://Example.com/ä b.png ')).to.equal(undefined);
    for (const url of ['example.com/a.png', '/a.png', 'https://', 'a photo']) {
      expect(check(url), url).to.equal('photoNotUrl');
    }
  });

  it('never runs or reads anything', () => {
    const others = [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'java\nscript:alert(1)',
      '\u0001javascript:alert(1)',
      'data:image/png;base64,AAAA',
      'blob:https://example.com/1234',
      'file:///etc/passwd',
      'ftp://example.com/a.png',
      'ws://example.com/',
      'filesystem:https://example.com/a.png',
    ];
    for (const url of others) {
      expect(check(url), url).to.equal('photoNotHttps');
      expect(check(url, true), url).to.equal('photoNotHttps');
    }
  });

  it('is plain http only where that is allowed', () => {
    expect(check('http://example.com/a.png')).to.equal('photoNotHttps');
    expect(check('http://example.com/a.png', true)).to.equal(undefined);
  });

  it('carries no credentials', () => {
    for (const url of ['https://a:b@example.com/', 'https://a@example.com/', 'https://:b@x.org/']) {
      expect(check(url), url).to.equal('photoHasCredentials');
    }
  });

  it('has at most 3,000 characters, as it is sent', () => {
    const start = 'https://example.com/';
    const longest = start + 'a'.repeat(photoUrlMaxLength - start.length);
    expect(check(longest)).to.equal(undefined);
    expect(checkPhotoUrl(`${longest}a`, () => false)).to.deep.equal({
      code: 'photoTooLong',
      limit: 3000,
    });
    // Six characters once it is percent-encoded.
    expect(check(`${longest.slice(0, -1)}ä`)).to.equal('photoTooLong');
  });

  it('may have marks around it', () => {
    expect(cleanPhotoUrl('\u2068\u200Ehttps://example.com/a.png\u2069\u00AD')).to.equal(
      'https://example.com/a.png',
    );
  });

  it('of any length is refused in words that fit', () => {
    const endless = 'a'.repeat(5_000_000);
    expect(check(`https://example.com/${endless}`)).to.equal('photoTooLong');
    expect(check(`data:image/png;base64,${endless}`)).to.equal('photoNotHttps');
    expect(check(endless)).to.equal('photoNotUrl');
  });

  it('is brought into the form that is requested, once and for all', () => {
    expect(cleanPhotoUrl(' https://EXAMPLE.com/ä?q=ü#x ')).to.equal(
      'https://example.com/%C3%A4?q=%C3%BC#x',
    );
    const url = fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      anyText.map((text) => `https://example.com/${text}`),
      anyText,
    );
    fc.assert(
      fc.property(url, (text) => {
        const cleaned = cleanPhotoUrl(text);
        if (checkPhotoUrl(cleaned, () => true) !== undefined) return;
        expect(cleanPhotoUrl(cleaned)).to.equal(cleaned);
        expect(cleaned).to.match(/^(https?:\/\/[!-~]+)?$/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('checking changes', () => {
  const options = { statusMaxLength: 3, allowHttp: () => false };

  it('looks at changed fields only', () => {
    expect(checkChanges({}, options)).to.deep.equal({});
    expect(checkChanges({ name: 'Ann' }, options)).to.deep.equal({});
  });

  it('names each field with what is wrong with it', () => {
    expect(
      checkChanges({ name: '', avatar: 'javascript:0', statusMessage: 'four' }, options),
    ).to.deep.equal({
      name: { code: 'nameRequired' },
      avatar: { code: 'photoNotHttps' },
      statusMessage: { code: 'statusTooLong', limit: 3 },
    });
  });

  it('cleans each field in its own way', () => {
    expect(cleanField('avatar', ' https://example.com ')).to.equal('https://example.com/');
    expect(cleanField('name', ' https://example.com ')).to.equal('https://example.com');
  });
});

describe('a host name', () => {
  it('is local or not', () => {
    for (const local of ['localhost', 'app.localhost', '127.0.0.1', '127.9.9.9', '[::1]']) {
      expect(isLocalHost(local), local).to.equal(true);
    }
    for (const other of ['example.com', 'localhost.example.com', '127.0.0.1.nip.io', '10.0.0.1']) {
      expect(isLocalHost(other), other).to.equal(false);
    }
  });
});

describe('initials', () => {
  const expected: readonly (readonly [string, string])[] = [
    ['Alice', 'A'],
    ['alice liddell', 'AL'],
    ['  Ludwig   van Beethoven ', 'LV'],
    ['jean-luc picard', 'JP'],
    ['(Bob) "the" builder', 'BT'],
    ['😀 Smile', '😀'],
    ['👩🏽‍🚀 Mae Jemison', '👩🏽‍🚀'],
    ['🇩🇪 Dieter', '🇩🇪'],
    ['山田 太郎', '山'],
    ['김철수', '김'],
    ['محمد علي', 'م'],
    ['עדי כהן', 'ע'],
    ['e\u0301milie', 'É'],
    ['q\u0323\u0307 r', 'Q\u0323\u0307R'],
    ['Éva Żak', 'ÉŻ'],
    ['Жанна Ёлкина', 'ЖЁ'],
    ['Ωμέγα', 'Ω'],
    ['7 of 9', '7O'],
    ['', ''],
    ['---', ''],
    ['\u3164', ''],
  ];
  for (const [name, initials] of expected) {
    it(`of "${name}" are "${initials}"`, () => {
      expect(getInitials(name)).to.equal(initials.normalize('NFC'));
    });
  }

  it('are at most two graphemes, whatever the name', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        // Upper case can make two letters of one: "ß" becomes "SS".
        expect([...graphemesOf(getInitials(name).toLowerCase())].length).to.be.at.most(6);
        expect(getInitials(name)).to.equal(getInitials(` ${name}\n`));
      }),
    );
  });
});
