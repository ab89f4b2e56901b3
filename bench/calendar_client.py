"""calendar_client.py: one connection, one request at a time, timed from the first byte sent to the last received.

No HTTP library: its parsing would be counted as the server's. Nothing waits in a queue of the client's, so a slow
answer delays no other one's clock."""
import json
import socket
import time


class Client:
    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def close(self):
        self.socket.close()

    def ask(self, method, path, key, body=None):
        """(milliseconds, the body's bytes) of a request that must be answered 200."""
        content = b"" if body is None else json.dumps(body).encode()
        head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-API-Key: {key}\r\n"
        if body is not None:
            head += f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n"
        sent = head.encode() + b"\r\n" + content
        began = time.perf_counter()
        self.socket.sendall(sent)
        status, answer = self.receive()
        took = (time.perf_counter() - began) * 1e3
        assert status == 200, (method, path, body, status, answer[:600])
        return took, answer

    def receive(self):
        got = bytearray()
        while (end := got.find(b"\r\n\r\n")) < 0:
            got += self.more()
        head = bytes(got[:end]).lower()
        rest = got[end + 4:]
        status = int(head[9:12])
        if b"\r\ntransfer-encoding: chunked" in head:
            raise RuntimeError("chunked answers are not read here")
        length = int(head.split(b"\r\ncontent-length:")[1].split(b"\r\n")[0])
        while len(rest) < length:
            rest += self.more()
        return status, bytes(rest)

    def more(self):
        data = self.socket.recv(1 << 18)
        assert data, "the server closed the connection"
        return data
