#!/usr/bin/env python3
"""tls.py PROGRAM: peers with TLS and proxies before the server, as they stand in the world; then tls.c.

Each peer keeps the bytes it could read; afterwards the key must be with those only that may know it.
"""
import asyncio
import os
import ssl
import sys
import tempfile

import certificates
from wire import KEY, URL

ELSEWHERE = b"HTTP/1.1 302 Found\r\nLocation: https://localhost:%d/v1/users/me\r\nX-Request-Id: peer\r\nContent-Length: 0\r\n\r\n"


class Peer:
    """A listener, and what it heard."""

    def __init__(self, on_client):
        self.on_client, self.heard, self.count = on_client, b"", 0

    async def listen(self, context=None):
        server = await asyncio.start_server(self.accept, "127.0.0.1", 0, ssl=context)
        self.port = server.sockets[0].getsockname()[1]
        return self

    async def accept(self, reader, writer):
        self.count += 1
        try:
            await self.on_client(self, reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            pass
        writer.close()

    async def head(self, reader):
        head = await reader.readuntil(b"\r\n\r\n")
        self.heard += head
        return head


async def pump(reader, writer, note=lambda data: None):
    try:
        while data := await reader.read(65536):
            note(data)
            writer.write(data)
            await writer.drain()
    except OSError:
        pass
    writer.close()


async def join(peer, reader, writer, host, port, first=b""):
    """Both directions, to (host, port); what the client sends is heard."""
    there_reader, there_writer = await asyncio.open_connection(host, port)
    there_writer.write(first)

    def note(data):
        peer.heard += data
    await asyncio.gather(pump(reader, there_writer, note), pump(there_reader, writer))


async def to_server(peer, reader, writer):
    await join(peer, reader, writer, URL.hostname, URL.port)


async def tunnel(peer, reader, writer):
    method, target, _ = (await peer.head(reader)).split(b"\r\n")[0].split()
    assert method == b"CONNECT", method
    writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
    await join(peer, reader, writer, "127.0.0.1", int(target.rpartition(b":")[2]))


async def refuse(peer, reader, writer):
    await peer.head(reader)
    writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
    await writer.drain()


async def forward(peer, reader, writer):
    """GET http://host:port/path: the form of RFC 9112 §3.2.2, made the server's own."""
    head = await peer.head(reader)
    own = head.replace(b" http://" + URL.netloc.encode(), b" ", 1)
    assert own != head, head
    await join(peer, reader, writer, URL.hostname, URL.port, own)


def redirect_to(port):
    async def answer(peer, reader, writer):
        await peer.head(reader)
        writer.write(ELSEWHERE % port)
        await writer.drain()
    return answer


def server_context(pem, client_ca=None, version=ssl.TLSVersion.TLSv1_3):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.maximum_version = version
    context.load_cert_chain(pem)
    if client_ca:
        context.verify_mode = ssl.CERT_REQUIRED
        context.load_verify_locations(client_ca)
    return context


async def main(program):
    with tempfile.TemporaryDirectory() as folder:
        ours, other = certificates.Authority(folder, "ours"), certificates.Authority(folder, "other")
        pem = ours.issue("server", "serverAuth")
        server = await Peer(to_server).listen(server_context(pem))
        strict = await Peer(to_server).listen(server_context(pem, ours.ca))
        strict_12 = await Peer(to_server).listen(server_context(pem, ours.ca, ssl.TLSVersion.TLSv1_2))
        target = await Peer(to_server).listen(server_context(pem))
        redirecting = await Peer(redirect_to(target.port)).listen(server_context(pem))
        tunnelling, refusing, plain = [await Peer(each).listen() for each in (tunnel, refuse, forward)]
        given = {"TLS_URL": f"https://localhost:{server.port}", "TLS_URL_BY_NUMBER": f"https://127.0.0.1:{server.port}",
                 "TLS_CLIENT_URL": f"https://localhost:{strict.port}",
                 "TLS_CLIENT_URL_12": f"https://localhost:{strict_12.port}",
                 "TLS_URL_REDIRECTING": f"https://localhost:{redirecting.port}",
                 "TLS_URL_PLAIN_ELSEWHERE": "http://calendar.example.com", "TLS_CA": ours.ca, "TLS_OTHER_CA": other.ca,
                 "TLS_SYSTEM_CA": "/etc/ssl/certs/ca-certificates.crt", "TLS_NO_FILE": f"{folder}/none",
                 "TLS_CERTIFICATE": ours.issue("client", "clientAuth"),
                 "TLS_OTHER_CERTIFICATE": other.issue("client", "clientAuth"),
                 "TLS_PROXY": f"http://127.0.0.1:{tunnelling.port}", "TLS_PROXY_PLAIN": f"http://127.0.0.1:{plain.port}",
                 "TLS_PROXY_REFUSING": f"http://127.0.0.1:{refusing.port}", "TLS_PROXY_AWAY": "http://127.0.0.1:9"}
        ran = await asyncio.create_subprocess_exec(program, env={**os.environ, **given})
        status = await ran.wait()
        return status or judge(knowing=(server, strict, strict_12, redirecting, plain), others=(tunnelling, refusing), never=target)


def judge(knowing, others, never):
    """The key is with the servers, and with a proxy only where that was allowed."""
    key = KEY.encode()
    faults = [f"peer {number} did not hear the key" for number, peer in enumerate(knowing) if key not in peer.heard]
    faults += [f"proxy {number} heard {peer.heard[:200]!r}" for number, peer in enumerate(others)
               if key in peer.heard or not peer.heard.startswith(b"CONNECT localhost:")]
    if never.count:
        faults.append("the redirect was followed")
    print("\n".join(faults) or "the key is where it belongs", file=sys.stderr)
    return 1 if faults else 0


sys.exit(asyncio.run(main(sys.argv[1])))
