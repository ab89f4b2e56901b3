"""libapi-test-server with a script."""
import json
import os
import subprocess
import tempfile


class Server:
    def __init__(self, program, script):
        with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False, encoding="utf-8") as file:
            json.dump(script, file)
        self.process = subprocess.Popen([program, file.name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip()
        os.unlink(file.name)

    def report(self):
        """Ends the server and tells what came."""
        out, _ = self.process.communicate("", timeout=60)
        return json.loads(out)
