"""评测: runs of the evaluation cases, what changed between them, what experts and officers say."""
