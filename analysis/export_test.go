package analysis

var Allocate = allocate
