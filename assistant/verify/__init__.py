"""The gate for every composer: a claim that its provisions do not carry is withheld."""
