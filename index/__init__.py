"""From policy texts to a searchable library of provisions."""
