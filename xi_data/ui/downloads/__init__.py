"""Files, pictures, share and cite, data addresses."""
