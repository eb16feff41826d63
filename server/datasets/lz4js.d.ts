declare module "lz4js" {
  /** At most so many bytes are in a frame. */
  export function decompressBound(frame: Uint8Array): number;
  /** Unpacks one frame into `target`. Returns how many bytes the frame holds, be there room for them or not. */
  export function decompressFrame(frame: Uint8Array, target: Uint8Array): number;
  export function compress(bytes: Uint8Array): Uint8Array;
}
