"""The address and the key under which the tests ask for pages."""

TOKEN, PORT = "a-token-of-the-tests", 8765
BASE = f"http://127.0.0.1:{PORT}"
