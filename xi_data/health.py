"""Whether the server here reads its figures: `python -m xi_data.health`, exit code 0 or 1.

Port and base path are those of its environment, STREAMLIT_SERVER_PORT (else 8501) and
STREAMLIT_SERVER_BASE_URL_PATH. A slim container has no curl to ask with.
"""

import http.client
import os
import sys

_PATIENCE = 4  # seconds, less than a health check waits


def main() -> int:
    """Ask once."""
    port = int(os.environ.get("STREAMLIT_SERVER_PORT", "8501"))
    base = os.environ.get("STREAMLIT_SERVER_BASE_URL_PATH", "").strip("/")
    asking = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    try:
        asking.request("GET", f"{f'/{base}' if base else ''}/health")
        answer = asking.getresponse()
        content = answer.read()
        if answer.status != 200:
            print(f"port {port}: {content.decode()}", file=sys.stderr)
        return int(answer.status != 200)
    except OSError as error:
        print(f"no answer on port {port}: {error}", file=sys.stderr)
        return 1
    finally:
        asking.close()


if __name__ == "__main__":
    sys.exit(main())
