"""FastAPI could report every request, document names and all, to a collector that the environment names."""

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
from pathlib import Path
from fastapi.testclient import TestClient
from opentelemetry import trace
from opentelemetry.trace import ProxyTracerProvider
from svod.web import create_app

asked = []


class Collector:
    def get_tracer(self, *args, **kwargs):
        asked.append(args)
        return trace.NoOpTracer()


trace.set_tracer_provider(Collector())
app = create_app(Path(sys.argv[1]), "t", 80)
client = TestClient(app, base_url="http://127.0.0.1:80", headers={"authorization": "Bearer t", "host": "127.0.0.1:80"})
assert client.get("/api/case").status_code == 200
assert asked == [], asked
"""


def test_no_request_is_reported_whatever_the_environment_says(example_case: Path) -> None:
    environment = os.environ | {
        "FASTAPI_OTEL_AUTO_CONFIGURE": "true",
        "OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:9",
    }
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PROGRAM, str(example_case)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
