"""Documents in any number: where they come from, units of work, who does it, what comes of it."""
