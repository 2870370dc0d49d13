"""Plants one defect at a time in a sound draft and says which one finding must come of it."""
