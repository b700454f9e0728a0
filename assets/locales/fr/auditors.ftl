# Auditeurs libres : règles AUD

