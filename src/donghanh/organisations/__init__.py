"""Units and places with their dates: who stands under whom on which day, and what became of whom."""
