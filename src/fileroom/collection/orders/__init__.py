"""Court orders: taken in and obeyed at once, with a receipt; looked at before they end; lifted by two people."""
