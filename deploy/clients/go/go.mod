module clients

go 1.21

require github.com/casdoor/casdoor-go-sdk v1.20.0
