"""Language plug-ins, their registry and what they must do."""
