"""From bytes to bindings: safely, losslessly, and with every departure told."""
