# Concordances: rules CNC

