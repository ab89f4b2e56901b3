#!/usr/bin/env python3
"""A TLS proxy with a certificate of its own before the server, as a balancer would stand there; then tls.c."""
import asyncio
import os
import ssl
import sys
import tempfile

from certificates import self_signed
from wire import URL


async def pump(reader, writer):
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    except OSError:
        pass
    writer.close()


async def on_client(reader, writer):
    there_reader, there_writer = await asyncio.open_connection(URL.hostname, URL.port)
    await asyncio.gather(pump(reader, there_writer), pump(there_reader, writer))


async def main(program):
    with tempfile.TemporaryDirectory() as folder:
        cert, key = self_signed(folder, "server", "proxy")
        other, _ = self_signed(folder, "other", "somebody else")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(cert, key)
        proxy = await asyncio.start_server(on_client, "127.0.0.1", 0, ssl=context)
        port = proxy.sockets[0].getsockname()[1]
        ran = await asyncio.create_subprocess_exec(
            program, env={**os.environ, "TLS_PORT": str(port), "TLS_CA": cert, "TLS_OTHER_CA": other})
        return await ran.wait()


sys.exit(asyncio.run(main(sys.argv[1])))
