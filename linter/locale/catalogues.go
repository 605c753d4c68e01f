package locale

// catalogues have the Vietnamese of every English format, each for one part of
// postlint.
var catalogues = []map[string]string{}
