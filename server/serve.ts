import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { createApp } from "./app.ts";
import type { Workbench } from "./workbench.ts";

/** Answers on this computer only. Rejects with the system's error where the port is taken. */
export async function serve(workbench: Workbench, port: number): Promise<Server> {
  const server = createServer(createApp(workbench, { log: (line) => void process.stderr.write(`${line}\n`) }));
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return server;
}
