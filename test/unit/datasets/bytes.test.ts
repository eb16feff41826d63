import fc from "fast-check";
import { expect, test } from "vitest";
import { decoderOf, toUtf8 } from "../../../server/datasets/decode-bytes.ts";
import { encodingByEmptyBytes, markedEncoding, Utf8Check } from "../../../server/datasets/detect-encoding.ts";
import { textFormat } from "../../../server/datasets/detect-format.ts";
import { evenLineEnds, LineEnds } from "../../../server/datasets/line-ends.ts";
import { maskCell } from "../../../server/datasets/mask-cell.ts";

async function* cut(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function collect(chunks: AsyncIterable<Buffer>): Promise<string> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all).toString("utf8");
}

test("UTF-8 is checked across chunks, and a single wrong byte is found", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), fc.integer({ min: 1, max: 7 }), (text, size) => {
      const bytes = Buffer.from(text);
      const check = new Utf8Check();
      for (let at = 0; at < bytes.length; at += size) check.add(bytes.subarray(at, at + size));
      expect(check.end()).toBe(true);
      const broken = new Utf8Check();
      broken.add(Buffer.concat([bytes, Buffer.from([0xe9]), bytes]));
      expect(broken.end()).toBe(false);
    }),
  );
});

test("any text comes out of UTF-16 the same, however it is cut", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: "grapheme", maxLength: 30 }),
      fc.integer({ min: 1, max: 7 }),
      async (text, size) => {
        const plain = `a${text}`;
        const little = Buffer.from(plain, "utf16le");
        const big = Buffer.from(plain, "utf16le").swap16();
        expect(await collect(toUtf8(cut(little, size), "utf-16le"))).toBe(plain);
        expect(await collect(toUtf8(cut(big, size), "utf-16be"))).toBe(plain);
      },
    ),
  );
});

test("windows-1252 has signs where ISO 8859-1 has none", () => {
  expect(decoderOf("windows-1252")(Buffer.from([0x80, 0x8a, 0x93, 0x9f, 0xe9, 0x41]), true)).toBe("€Š“ŸéA");
});

test("marks and empty bytes tell the encodings apart", () => {
  expect(markedEncoding(Buffer.from("\ufeffid"))).toBe("utf-8");
  expect(markedEncoding(Buffer.from("\ufeffid", "utf16le"))).toBe("utf-16le");
  expect(markedEncoding(Buffer.from("\ufeffid", "utf16le").swap16())).toBe("utf-16be");
  expect(markedEncoding(Buffer.from("id"))).toBeNull();
  expect(encodingByEmptyBytes(Buffer.from("id;name\n1;Ann\n", "utf16le"))).toBe("utf-16le");
  expect(encodingByEmptyBytes(Buffer.from("id;name\n1;Ann\n", "utf16le").swap16())).toBe("utf-16be");
  expect(encodingByEmptyBytes(Buffer.from("id;name\n1;Ann\n"))).toBeNull();
  expect(encodingByEmptyBytes(Buffer.from([1, 2, 3, 0, 0, 4, 65, 66]))).toBe("binary");
});

test("line ends of one kind are not mixed, of two kinds they are, wherever a chunk is cut", () => {
  const mixed = (text: string, size: number) => {
    const ends = new LineEnds();
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += size) ends.add(bytes.subarray(at, at + size));
    ends.end();
    return ends.mixed;
  };
  for (const size of [1, 2, 3, 100]) {
    expect(mixed("a\r\nb\r\n", size)).toBe(false);
    expect(mixed("a\nb\n", size)).toBe(false);
    expect(mixed("a\rb\r", size)).toBe(false);
    expect(mixed("a\r\nb\n", size)).toBe(true);
    expect(mixed("a\nb\r", size)).toBe(true);
    expect(mixed("a\rb\r\n", size)).toBe(true);
  }
});

test("records end with a line feed, cells keep their own line ends, wherever a chunk is cut", async () => {
  const text = 'a,"x\r\ny\r",c\r\n2"",""\n"q""\r\n",4\r5,6\r\n';
  const even = 'a,"x\r\ny\r",c\n2"",""\n"q""\r\n",4\n5,6\n';
  for (const size of [1, 2, 3, 5, 100]) {
    const rules = { separator: ",", quote: '"', escape: '"' } as const;
    expect(await collect(evenLineEnds(cut(Buffer.from(text), size), rules))).toBe(even);
  }
});

test("a text file's name decides its format, else its first sign", () => {
  expect(textFormat("a.csv", "{}")).toBe("csv");
  expect(textFormat("a.json", ' [{"a":1}]')).toBe("json");
  expect(textFormat("a.json.gz", '{"a":1}\n{"a":2}')).toBe("ndjson");
  expect(textFormat("upload", '[{"a":1}]')).toBe("json");
  expect(textFormat("upload", '{"a":1}')).toBe("ndjson");
  expect(textFormat("upload", "a;b")).toBe("csv");
});

test("a masked value shows its shape and nothing else", () => {
  expect(maskCell("Zoë O'Hara-7, zoe@x.org ٣")).toBe("Aaa A'Aaaa-0, aaa@a.aaa 0");
  fc.assert(
    fc.property(fc.string(), (value) => {
      expect(maskCell(value)).not.toMatch(/[b-zB-Z1-9]/);
    }),
  );
});
