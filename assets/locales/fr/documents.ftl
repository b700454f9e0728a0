# Pièces justificatives : règles DOC

piece-of-year = {$piece} (année {$year})
