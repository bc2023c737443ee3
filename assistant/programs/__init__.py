"""What other programs may ask for, over HTTP or MCP: the shapes of the replies, each described."""
