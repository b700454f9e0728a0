# Droits d’inscription : règles FEE

