// Command postlint checks the posts of a Hugo site.
package main

func main() {}
