"""secrets_service.py: a Secrets Manager that is ours, as far as GetSecretValue goes: it believes nobody whose signature is
wrong (AWS Signature Version 4, as its documentation computes it) or whose session token is missing."""
import hashlib
import hmac
import http.server
import json
import re
import threading

KEY_ID, KEY, TOKEN, REGION = "AKIDEXAMPLE", "a-secret-of-the-test", "a-session", "eu-central-1"


def _hmac(key, text):
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def signature_is_good(method, path, headers, body):
    found = re.fullmatch(r"AWS4-HMAC-SHA256 Credential=([^/]+)/(\d{8})/([^/]+)/secretsmanager/aws4_request, "
                         r"SignedHeaders=([^,]+), Signature=([0-9a-f]{64})", headers.get("Authorization", ""))
    if not found:
        return False
    key_id, day, region, names, signature = found.groups()
    stamp = headers.get("X-Amz-Date", "")
    needed = {"host", "x-amz-date", "x-amz-target", "x-amz-security-token"}
    if (key_id, region) != (KEY_ID, REGION) or not stamp.startswith(day) or not needed <= set(names.split(";")):
        return False
    listed = "".join(f"{name}:{' '.join(headers[name].split())}\n" for name in names.split(";"))
    request = "\n".join([method, path, "", listed, names, hashlib.sha256(body).hexdigest()])
    scope = f"{day}/{region}/secretsmanager/aws4_request"
    text = "\n".join(["AWS4-HMAC-SHA256", stamp, scope, hashlib.sha256(request.encode()).hexdigest()])
    derived = _hmac(_hmac(_hmac(_hmac(b"AWS4" + KEY.encode(), day), region), "secretsmanager"), "aws4_request")
    return hmac.compare_digest(_hmac(derived, text).hex(), signature)


class SecretsService:
    """`versions`: what the stages hold, JSON texts by AWSCURRENT and AWSPENDING."""

    def __init__(self):
        self.versions, self.refused, self.answered = {}, 0, 0
        service = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                status, answer = service.answer(self.path, self.headers, body)
                text = json.dumps(answer).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/x-amz-json-1.1")
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, path, headers, body):
        asked = json.loads(body)
        if not signature_is_good("POST", path, headers, body) or headers["X-Amz-Security-Token"] != TOKEN:
            self.refused += 1
            return 400, {"__type": "InvalidSignatureException"}
        if headers["X-Amz-Target"] != "secretsmanager.GetSecretValue" or asked["SecretId"] != "db":
            return 400, {"__type": "ResourceNotFoundException"}
        text = self.versions.get(asked["VersionStage"])
        if text is None:
            return 400, {"__type": "ResourceNotFoundException"}
        self.answered += 1
        return 200, {"Name": "db", "SecretString": text, "VersionStages": [asked["VersionStage"]]}

    def settings(self):
        return {"API_DATABASE_PASSWORD_FROM": "secretsmanager:db", "AWS_REGION": REGION, "AWS_ACCESS_KEY_ID": KEY_ID,
                "AWS_SECRET_ACCESS_KEY": KEY, "AWS_SESSION_TOKEN": TOKEN,
                "AWS_ENDPOINT_URL_SECRETS_MANAGER": f"http://127.0.0.1:{self.server.server_address[1]}"}
