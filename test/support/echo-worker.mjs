import { parentPort } from "node:worker_threads";

parentPort.on("message", ({ task, input }) => {
  if (task === "throws") parentPort.postMessage({ failed: { name: "Error", message: "not today", stack: "" } });
  else if (task === "echo") parentPort.postMessage({ output: input });
  else parentPort.postMessage({ progress: [0, 1, "stuck"] });
});
