/** A tar archive (POSIX ustar) of regular files, the same bytes for the same files. Names are at most 100 bytes long. */
export function tarOf(files: Readonly<Record<string, string>>): Buffer {
  const entries = Object.entries(files).flatMap(([name, text]) => {
    const content = Buffer.from(text);
    return [headerOf(name, content.length), content, Buffer.alloc(-content.length & (BLOCK - 1))];
  });
  return Buffer.concat([...entries, Buffer.alloc(2 * BLOCK)]);
}

const BLOCK = 512;

function headerOf(name: string, size: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  const octal = (value: number, offset: number, digits: number) =>
    header.write(value.toString(8).padStart(digits, "0"), offset);
  header.write(name, 0, 100);
  octal(0o644, 100, 7);
  octal(0, 108, 7); // owner
  octal(0, 116, 7); // group
  octal(size, 124, 11);
  octal(0, 136, 11); // time
  header.write("        ", 148); // the checksum counts its own field as spaces
  header.write("0", 156); // a regular file
  header.write("ustar\u000000", 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  octal(sum, 148, 6);
  header.writeUInt8(0, 154);
  return header;
}
