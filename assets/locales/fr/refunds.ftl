# Remboursements : règles REF

