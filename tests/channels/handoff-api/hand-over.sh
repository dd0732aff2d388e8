#!/bin/sh
# Another chatbot, as the documentation has it: a token, then what the employee wrote. Prints the status of the handoff.
set -eu
token=$(curl -s -u "$CLIENT_ID:$CLIENT_SECRET" "$SPARK/oauth2/default/v1/token" \
  -d grant_type=client_credentials -d scope=service:integration | sed 's/.*"access_token":"\([^"]*\)".*/\1/')
curl -s -o /dev/null -w '%{http_code}' "$SPARK/api/v1/spark/handoff" \
  -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
  -H "User-Principal-Name: $EMPLOYEE" -H 'Timezone: Europe/Zurich' \
  -d "{\"message\": {\"parts\": [{\"type\": \"TEXT\", \"text\": \"$QUESTION\"}]}, \"metadata\": {\"source\": \"intranet\", \"ticket\": \"INC7\"}}"
