# Supporting documents: rules DOC

piece-of-year = {$piece} (year {$year})
