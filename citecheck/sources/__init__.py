"""The only part that reaches the network: links, pages and registries, asked politely."""
