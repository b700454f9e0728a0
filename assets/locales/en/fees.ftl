# Fees: rules FEE

