"""The reading page: a canonical text, its marks, its gutter and the find bar. One class for others: `PageView`."""
