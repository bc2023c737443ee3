"""Settle, before anything is imported, that no library calls out, keeps history, or traces."""

import os

SETTINGS = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "GRADIO_ANALYTICS_ENABLED": "False",
    "GRADIO_RUN_HISTORY": "False",
    # For a monitoring page that is not served, Gradio would tabulate all events again after each: 3 to 13 ms.
    "GRADIO_ANALYTICS_MAX_EVENTS": "1",
    "GRADIO_ANALYTICS_CACHE_FREQUENCY": "1000000000",
    "ANONYMIZED_TELEMETRY": "False",
    "LANGSMITH_TRACING": "false",
    "LANGCHAIN_TRACING_V2": "false",
    "CHROMA_OTEL_COLLECTION_ENDPOINT": "",
    "TOKENIZERS_PARALLELISM": "false",
    "OTEL_SDK_DISABLED": "true",
    "PYTHONFAULTHANDLER": "1",
}
REMOVED = ("GRADIO_SHARE", "LANGCHAIN_API_KEY", "LANGSMITH_API_KEY", "FASTAPI_OTEL_AUTO_CONFIGURE")


def enforce() -> None:
    """Set the environment; what the caller's environment says otherwise is overridden."""
    os.environ.update(SETTINGS)
    for name in REMOVED:
        os.environ.pop(name, None)
    os.umask(0o077)
