import { createServer } from "node:http";
import { connect } from "node:net";
import type { AddressInfo, Socket } from "node:net";

export interface SeenByProxy {
  readonly method: string;
  /** host:port of a CONNECT, the whole address of anything else. */
  readonly target: string;
  readonly authorization: string | undefined;
}

export interface Proxy {
  readonly port: number;
  readonly seen: readonly SeenByProxy[];
  close(): Promise<void>;
}

export interface ProxyOptions {
  /** Where every tunnel and every request leads, on loopback. */
  readonly to: number;
  /** "tunnel" where not given; "silent" takes the request and says nothing; "mute" says 200 and passes nothing on. */
  readonly behaviour?: "tunnel" | "silent" | "mute";
  /** The status that refuses a CONNECT. */
  readonly refuse?: number;
}

/** A forward proxy on a loopback port that leads every name to one server, so that tests need no name service. */
export async function startProxy(options: ProxyOptions): Promise<Proxy> {
  const seen: SeenByProxy[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    seen.push({
      method: request.method ?? "",
      target: request.url ?? "",
      authorization: request.headers["proxy-authorization"],
    });
    response.writeHead(options.refuse ?? 200, { "content-type": "application/json" });
    response.end('{"by":"proxy"}');
  });
  server.on("connect", (request, socket) => {
    seen.push({ method: "CONNECT", target: request.url ?? "", authorization: request.headers["proxy-authorization"] });
    socket.on("error", () => undefined);
    if (options.behaviour === "silent") return;
    if (options.refuse !== undefined) {
      socket.end(`HTTP/1.1 ${options.refuse} No\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    if (options.behaviour === "mute") return;
    const onward = connect(options.to, "127.0.0.1");
    sockets.add(onward);
    onward.on("error", () => socket.destroy());
    onward.pipe(socket);
    socket.pipe(onward);
  });
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    seen,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
