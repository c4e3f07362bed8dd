"""What surrounds every view: language, bulletin, title, footer, frame, server."""
