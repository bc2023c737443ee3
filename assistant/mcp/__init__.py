"""The Model Context Protocol, for other assistants of the office; needs the extra `mcp`."""
