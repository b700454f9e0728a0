# Concordances : règles CNC

