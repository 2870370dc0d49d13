"""Each rule alone on small drafts: CODE.toml holds its failing, passing and fixed cases."""
