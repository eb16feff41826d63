import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { packageRoot } from "../../server/package-root.ts";

const program = join(packageRoot(), "dist/server/main.js");

/** What a finished command left: its exit code and everything it said. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A workbench of its own process. */
export interface Running {
  /** http://localhost:port */
  readonly address: string;
  /** what it has said so far, on stdout and stderr */
  said(): string;
  /** SIGKILL: no time to finish anything */
  kill(): Promise<void>;
  /** SIGTERM, as Ctrl+C: it closes what is open; its exit code */
  stop(): Promise<number | null>;
}

/** Runs the built command to its end; killed after `seconds`. `temporary` is the folder it may leave nothing in. */
export async function runWinnow(
  args: readonly string[],
  { seconds = 100, temporary }: { seconds?: number; temporary?: string } = {},
): Promise<Ended> {
  const env = temporary ? { ...process.env, TMPDIR: temporary } : process.env;
  const child = spawn(process.execPath, [program, ...args], { env, timeout: seconds * 1_000, killSignal: "SIGKILL" });
  const said = listen(child);
  const [code] = (await once(child, "close")) as [number | null];
  return { code, ...said };
}

/** Starts the built workbench over a workspace, on a free port; resolves once it says that it is open. */
export async function startWinnow(workspace: string, files: readonly string[] = []): Promise<Running> {
  const port = await freePort();
  const args = [program, ...files, "--workspace", workspace, "--port", String(port), "--no-open"];
  const child = spawn(process.execPath, args, { killSignal: "SIGKILL" });
  const said = listen(child);
  const ended = once(child, "close") as Promise<[number | null]>;
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", () => said.out.includes(`localhost:${port}`) && resolve());
    child.once("close", () => reject(new Error(`The workbench did not open: ${said.err}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return (await ended)[0];
  };
  return {
    address: `http://localhost:${port}`,
    said: () => said.out + said.err,
    kill: async () => void (await end("SIGKILL")),
    stop: () => end("SIGTERM"),
  };
}

function listen(child: ChildProcess): { out: string; err: string } {
  const said = { out: "", err: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    said.out += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said.err += text;
  });
  return said;
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return address.port;
}
