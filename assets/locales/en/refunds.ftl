# Refunds: rules REF

