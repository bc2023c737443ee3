"""What provisions that speak to one thing say alike and differently; nothing here knows a question."""
